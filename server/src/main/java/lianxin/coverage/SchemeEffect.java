package lianxin.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.pairing.Pairings;
import lianxin.region.Ground;
import lianxin.registry.Households;
import lianxin.scheme.ContactScheme;
import lianxin.scheme.ContactScheme.Care;
import lianxin.scheme.ContactScheme.Load;
import lianxin.scheme.Schemes;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a scheme would mean before it holds. */
@Component
public class SchemeEffect {

    private final Schemes schemes;
    private final Pairings pairings;
    private final Households households;
    private final Cadres cadres;

    SchemeEffect(Schemes schemes, Pairings pairings, Households households, Cadres cadres) {
        this.schemes = schemes;
        this.pairings = pairings;
        this.households = households;
        this.cadres = cadres;
    }

    Effect of(ContactScheme rules, LocalDate day, Caller caller) {
        caller.may(Right.SCHEME_WRITE);
        var before = schemes.inForce(day).rules();
        var serving = cadres.serving(caller.ground(), day).stream()
                .filter(c -> !c.exempt(day))
                .toList();
        var loads = pairings.loads(Ground.EVERYWHERE, day);
        return new Effect(
                differences(before, rules),
                households.count(caller.ground(), day),
                room(serving, before),
                room(serving, rules),
                serving.stream()
                        .filter(c -> Promises.overloaded(c, loads, before))
                        .count(),
                serving.stream()
                        .filter(c -> Promises.overloaded(c, loads, rules))
                        .count());
    }

    private static long room(List<Cadre> serving, ContactScheme rules) {
        return serving.stream()
                .mapToLong(c -> c.capacityMax() == null ? rules.load(c.rank()).max() : c.capacityMax())
                .sum();
    }

    static List<Difference> differences(ContactScheme before, ContactScheme after) {
        var found = new ArrayList<Difference>();
        add(found, "fixedYears", before.fixedYears(), after.fixedYears());
        add(found, "reserve", before.matching().reserve(), after.matching().reserve());
        add(
                found,
                "furtherUnit",
                before.matching().furtherUnit(),
                after.matching().furtherUnit());
        care(found, "ORDINARY", before.ordinary(), after.ordinary());
        var codes = new TreeSet<>(before.needs().keySet());
        codes.addAll(after.needs().keySet());
        codes.forEach(code ->
                care(found, code, before.needs().get(code), after.needs().get(code)));
        ContactScheme.RANKS.forEach(rank -> load(found, rank, before.load(rank), after.load(rank)));
        return found;
    }

    private static void care(List<Difference> found, String code, @Nullable Care before, @Nullable Care after) {
        add(
                found,
                code + ".everyDays",
                before == null ? null : before.everyDays(),
                after == null ? null : after.everyDays());
        add(
                found,
                code + ".wayPrice",
                before == null ? null : before.wayPrice(),
                after == null ? null : after.wayPrice());
        add(
                found,
                code + ".changePrice",
                before == null ? null : before.changePrice(),
                after == null ? null : after.changePrice());
        add(
                found,
                code + ".unskilledPrice",
                before == null ? null : before.unskilledPrice(),
                after == null ? null : after.unskilledPrice());
        add(
                found,
                code + ".unledPrice",
                before == null ? null : before.unledPrice(),
                after == null ? null : after.unledPrice());
    }

    private static void load(List<Difference> found, String rank, Load before, Load after) {
        add(found, rank + ".min", before.min(), after.min());
        add(found, rank + ".target", before.target(), after.target());
        add(found, rank + ".max", before.max(), after.max());
        add(found, rank + ".overloadPrice", before.overloadPrice(), after.overloadPrice());
    }

    private static void add(List<Difference> found, String rule, @Nullable Integer before, @Nullable Integer after) {
        if (!Objects.equals(before, after)) {
            found.add(new Difference(rule, before, after));
        }
    }

    /**
     * What would change on the caller's ground.
     *
     * @param households in scope now
     * @param roomBefore households the cadres may hold together by the version in force, roomAfter by the new one
     * @param overloadedBefore cadres who hold more than they may by the version in force, overloadedAfter by the new one
     */
    public record Effect(
            List<Difference> differences,
            long households,
            long roomBefore,
            long roomAfter,
            long overloadedBefore,
            long overloadedAfter) {}

    /** A number that differs. */
    public record Difference(
            String rule, @Nullable Integer before, @Nullable Integer after) {}
}
