package lianxin.complaint;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.access.Accounts;
import lianxin.pairing.Pairings;
import lianxin.platform.CountyTime;
import lianxin.region.Division;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.scope.Standing;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What places and people are called, for whoever looks into complaints. */
@Component
class People {

    private final Divisions divisions;
    private final Pairings pairings;
    private final Cadres cadres;
    private final Accounts accounts;
    private final CountyTime time;
    private final Standing standing;

    People(
            Divisions divisions,
            Pairings pairings,
            Cadres cadres,
            Accounts accounts,
            CountyTime time,
            Standing standing) {
        this.divisions = divisions;
        this.pairings = pairings;
        this.cadres = cadres;
        this.accounts = accounts;
        this.time = time;
        this.standing = standing;
    }

    String place(long code) {
        return divisions
                .find(new DivisionCode(code), time.today())
                .map(Division::name)
                .orElse(Long.toString(code));
    }

    Map<Long, String> places(Collection<Long> codes) {
        var names = new HashMap<Long, String>();
        codes.forEach(code -> names.computeIfAbsent(code, this::place));
        return names;
    }

    /** A cadre’s name and post; empty for none. */
    String called(@Nullable UUID cadre) {
        if (cadre == null) {
            return "";
        }
        var who = standing.house(() -> cadres.require(cadre));
        return who.name() + "（" + who.post() + "）";
    }

    /** The cadre with that number; refused when there is none. */
    Cadre require(String key) {
        return standing.house(
                () -> cadres.byKey(key.strip()).orElseThrow(() -> ComplaintRefusal.NO_SUCH_CADRE.because(key)));
    }

    /** The contacts of a village, or a township’s villages. */
    List<Cadre> contactsAt(long place) {
        return standing.house(() -> {
            var ids = pairings.holdings(new DivisionCode(place).ground(), time.today()).stream()
                    .map(Pairings.Holding::cadre)
                    .collect(Collectors.toSet());
            return cadres.byId(ids).values().stream()
                    .sorted(Comparator.comparing(Cadre::name))
                    .toList();
        });
    }

    /** What those who did something are called. */
    Map<UUID, String> accounts(List<Step> steps) {
        return accounts.names(steps.stream().map(Step::by).collect(Collectors.toSet()));
    }
}
