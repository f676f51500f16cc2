package lianxin.accounts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.scope.Standing;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import lianxin.staff.Unit;
import lianxin.staff.Units;
import org.springframework.stereotype.Service;

/**
 * The people of the roster by the numbers the office writes on its lists. Administrators have no ground of their own, so it is looked up as the house,
 * and nothing but an identity leaves this room.
 */
@Service
class People {

    private final Cadres cadres;
    private final Units units;
    private final Standing standing;

    People(Cadres cadres, Units units, Standing standing) {
        this.cadres = cadres;
        this.units = units;
        this.standing = standing;
    }

    /** Who the cadre with that number is. */
    UUID cadre(String key) {
        return standing.house(() -> cadres.byKey(key.strip()))
                .map(Cadre::id)
                .orElseThrow(() -> AccountsRefusal.NO_SUCH_KEY.because(key));
    }

    /** The unit with that number. */
    Unit unit(String key) {
        return standing.house(() -> units.byKey(key.strip()))
                .orElseThrow(() -> AccountsRefusal.NO_SUCH_KEY.because(key));
    }

    /** Who serves in the unit on {@code day}, by number. */
    List<Cadre> of(Unit unit, LocalDate day) {
        return standing.house(() -> cadres.of(unit.id(), day));
    }
}
