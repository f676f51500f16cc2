package lianxin.overview;

import java.time.LocalDate;
import java.util.UUID;
import lianxin.staff.Cadre;
import org.jspecify.annotations.Nullable;

/**
 * One cadre's figures.
 *
 * @param place code of his unit's place
 * @param load households he holds, wherever they are
 * @param exemptUntil first day he is no longer excused, null when he is not
 */
public record CadreFigure(
        UUID cadre,
        UUID unit,
        long place,
        int load,
        @Nullable LocalDate exemptUntil) {

    static CadreFigure of(Cadre cadre, int load) {
        return new CadreFigure(cadre.id(), cadre.unit(), cadre.place(), load, cadre.exemptUntil());
    }

    /** Whether he should have households on {@code day} and has none. */
    public boolean idle(LocalDate day) {
        return load == 0 && (exemptUntil == null || !day.isBefore(exemptUntil));
    }
}
