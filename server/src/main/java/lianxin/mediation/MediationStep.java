package lianxin.mediation;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/**
 * Something was done in a matter. It names the matter and nobody who is a party to it: whoever reads the record does not learn who is at odds.
 *
 * @param takenBack whether the step was taken back
 */
public record MediationStep(UUID subject, UUID by, Instant at, Deed deed, boolean takenBack) implements News {

    @Override
    public String word() {
        return takenBack ? "MEDIATION_TAKEN_BACK" : "MEDIATION_" + deed;
    }
}
