package lianxin.accounts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lianxin.access.Account;
import lianxin.access.Caller;
import lianxin.access.Mandate;
import lianxin.access.Right;
import lianxin.platform.Door;
import lianxin.registry.Households;
import lianxin.scope.Standing;
import lianxin.staff.Cadres;
import lianxin.staff.Units;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * What the holder of a mandate would find. Whether he sees a household is answered by the database itself, asked as him; of the household nothing but
 * that is told, so that an administrator, who has no ground, learns nothing of it.
 */
@Service
class Views {

    private final List<Door> doors;
    private final Households households;
    private final Cadres cadres;
    private final Units units;
    private final Standing standing;

    Views(ObjectProvider<Door> doors, Households households, Cadres cadres, Units units, Standing standing) {
        this.doors = doors.stream().sorted(Comparator.comparingInt(Door::order)).toList();
        this.households = households;
        this.cadres = cadres;
        this.units = units;
        this.standing = standing;
    }

    /** @param number of a household, a cadre or a unit; blank when nothing is asked */
    View of(Account account, Mandate mandate, String number) {
        var holder = mandate.caller(account.name());
        var open = doors.stream()
                .filter(door -> holder.holds(Right.valueOf(door.right())))
                .toList();
        var asked = number.strip();
        return new View(
                mandate,
                open,
                asked,
                asked.isEmpty()
                        ? List.of()
                        : List.of(
                                new View.Found("household", sees(holder, Right.PAIRING_READ, households::byKey, asked)),
                                new View.Found("cadre", sees(holder, Right.PAIRING_READ, cadres::byKey, asked)),
                                new View.Found("unit", sees(holder, Right.REGISTRY_READ, units::byKey, asked))));
    }

    private boolean sees(Caller holder, Right right, Function<String, Optional<?>> byKey, String number) {
        return holder.holds(right)
                && standing.as(holder.scope(), () -> byKey.apply(number)).isPresent();
    }
}
