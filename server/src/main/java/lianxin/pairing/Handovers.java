package lianxin.pairing;

import java.time.LocalDate;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.scheme.Exclusions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One household handed over by hand (交接). */
@Service
public class Handovers {

    private final Pairings pairings;
    private final Sight sight;
    private final Pins pins;
    private final Exclusions exclusions;
    private final CountyTime time;

    Handovers(Pairings pairings, Sight sight, Pins pins, Exclusions exclusions, CountyTime time) {
        this.pairings = pairings;
        this.sight = sight;
        this.pins = pins;
        this.exclusions = exclusions;
        this.time = time;
    }

    /**
     * Gives one household another contact, or its first. Refused as an adoption is, and when he is its contact already. Kinship also excludes
     * the pair it parts, so that no plan brings it back.
     *
     * @param pin whether the choice survives the next proposal
     */
    @Transactional
    public void reassign(UUID household, UUID cadre, Reason reason, LocalDate day, boolean pin, Caller caller) {
        caller.may(Right.PAIRING_REPAIR);
        var family = sight.household(household, caller);
        sight.candidate(cadre, family.place(), caller);
        PairingRules.byHand(reason);
        PairingRules.near(day, time.today());
        var before = pairings.contactOf(household, day);
        pairings.give(family, cadre, reason, day, caller.id());
        if (pin) {
            pins.put(household, cadre, family.place(), reason, caller);
        }
        if (reason == Reason.KINSHIP) {
            before.map(Pairing::cadre)
                    .ifPresent(kin -> exclusions.put(household, kin, family.place(), reason.name(), day, caller.id()));
        }
    }

    /** Lets the next proposal decide again about a household whose contact was chosen by hand. */
    @Transactional
    public void unpin(UUID household, Caller caller) {
        caller.may(Right.PAIRING_REPAIR);
        pins.remove(sight.household(household, caller).id(), caller);
    }
}
