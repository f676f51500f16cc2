package lianxin.pairing;

import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.registry.Household;
import lianxin.registry.Households;
import lianxin.scheme.Grounds;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import org.springframework.stereotype.Component;

/**
 * What a caller may see of households and cadres. An office sees its ground, a unit its own cadres and their households, a cadre himself and
 * his own. Whatever they may not see and whatever does not exist look the same.
 */
@Component
class Sight {

    private final Households households;
    private final Cadres cadres;
    private final PairingStore pairings;
    private final Grounds grounds;
    private final CountyTime time;

    Sight(Households households, Cadres cadres, PairingStore pairings, Grounds grounds, CountyTime time) {
        this.households = households;
        this.cadres = cadres;
        this.pairings = pairings;
        this.grounds = grounds;
        this.time = time;
    }

    Household household(UUID id, Caller caller) {
        caller.may(Right.PAIRING_READ);
        var household = households.byId(List.of(id)).get(id);
        if (household == null || !caller.ground().contains(household.place()) || !own(household, caller)) {
            throw PairingRefusal.NOT_IN_SIGHT.because();
        }
        return household;
    }

    private boolean own(Household household, Caller caller) {
        if (caller.cadre() == null && caller.unit() == null) {
            return true;
        }
        return pairings.contactOf(household.id(), time.today())
                .map(Pairing::cadre)
                .filter(contact -> caller.cadre() == null
                        || contact.equals(caller.cadre())
                        || pairings.answersFor(contact, caller.cadre(), time.today()))
                .filter(contact ->
                        caller.unit() == null || cadres.require(contact).unit().equals(caller.unit()))
                .isPresent();
    }

    Cadre cadre(UUID id, Caller caller) {
        caller.may(Right.PAIRING_READ);
        var cadre = cadres.byId(List.of(id)).get(id);
        if (cadre == null || !visible(cadre, caller)) {
            throw PairingRefusal.NOT_IN_SIGHT.because();
        }
        return cadre;
    }

    private boolean visible(Cadre cadre, Caller caller) {
        if (caller.cadre() != null) {
            return cadre.id().equals(caller.cadre());
        }
        if (caller.unit() != null) {
            return cadre.unit().equals(caller.unit());
        }
        return caller.ground().contains(cadre.place()) || pairings.holdsOn(cadre.id(), caller.ground(), time.today());
    }

    /** A cadre who may be given a household at {@code place}: his unit is on the caller's ground or serves the village. */
    Cadre candidate(UUID id, long place, Caller caller) {
        var cadre = cadres.byId(List.of(id)).get(id);
        if (cadre == null
                || !caller.ground().contains(cadre.place()) && !grounds.serves(cadre.unit(), place, time.today())) {
            throw PairingRefusal.NOT_IN_SIGHT.because();
        }
        return cadre;
    }
}
