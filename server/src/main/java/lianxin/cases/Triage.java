package lianxin.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.access.Role;
import lianxin.region.Level;
import lianxin.staff.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What came in is sorted, given to whoever handles it, put together with what is the same, or handed over to whom the law says. */
@Service
public class Triage {

    private final CaseStore store;
    private final Moves moves;
    private final Terms terms;
    private final Routes routes;
    private final Suggestions suggestions;
    private final Units units;

    Triage(CaseStore store, Moves moves, Terms terms, Routes routes, Suggestions suggestions, Units units) {
        this.store = store;
        this.moves = moves;
        this.terms = terms;
        this.routes = routes;
        this.suggestions = suggestions;
        this.units = units;
    }

    /** Says what it is; it stays on the desk. */
    @Transactional
    public Case sort(UUID id, int version, Kind kind, String category, Caller caller) {
        var before = require(id, version, caller);
        var today = moves.today();
        known(category);
        return moves.move(
                before,
                Next.of(before)
                        .sorted(kind, category)
                        .stage(
                                Stage.TRIAGED,
                                moves.now(),
                                terms.due(today, terms.pace(today).triageDays())),
                Step.Deed.TRIAGED,
                "",
                caller.id());
    }

    /** Gives it to a desk: a unit’s, or a level’s own. It is taken or given back within the days the rules say. */
    @Transactional
    public Case assign(UUID id, int version, Kind kind, String category, Desk to, Caller caller) {
        var before = require(id, version, caller);
        known(category);
        if (kind == Kind.PETITION) {
            throw CaseRefusal.PETITION.because(before.number());
        }
        if (to.unit() != null) {
            var unit = units.byId(List.of(to.unit())).get(to.unit());
            if (unit == null) {
                throw CaseRefusal.NO_SUCH_DESK.because();
            }
        }
        var today = moves.today();
        return moves.move(
                before,
                Next.of(before)
                        .sorted(kind, category)
                        .on(to)
                        .stage(
                                Stage.ASSIGNED,
                                moves.now(),
                                terms.due(today, terms.pace(today).acceptDays())),
                Step.Deed.ASSIGNED,
                "",
                caller.id());
    }

    /**
     * Gives many at once, each to whom the rules say: what no rule fits, or somebody else moved meanwhile, stays where it is.
     *
     * @param chosen cases and the states that were seen, as {@code ID:VERSION}
     * @return those that were given, in the same form, for the undo
     */
    @Transactional
    public List<String> assignAll(List<String> chosen, Caller caller) {
        caller.may(Right.CASE_TRIAGE);
        var given = new ArrayList<String>();
        for (var one : seen(chosen)) {
            var found = store.byId(one.id()).orElse(null);
            var to = found == null ? null : suggested(found);
            if (found != null && to != null && found.version() == one.version() && gives(found, caller)) {
                assign(one.id(), one.version(), found.kind(), found.category(), to, caller);
                given.add(one.id() + ":" + (one.version() + 1));
            }
        }
        return given;
    }

    /** The undo of {@link #assignAll}, of what nobody has taken yet; says how many that were. */
    @Transactional
    public int recallAll(List<String> chosen, Caller caller) {
        caller.may(Right.CASE_TRIAGE);
        var back = 0;
        for (var one : seen(chosen)) {
            var found = store.byId(one.id()).orElse(null);
            if (found != null && found.version() == one.version() && found.stage() == Stage.ASSIGNED) {
                recall(one.id(), one.version(), caller);
                back++;
            }
        }
        return back;
    }

    /** Takes back what was just given, while nobody has taken it: the undo of {@link #assign}. */
    @Transactional
    public Case recall(UUID id, int version, Caller caller) {
        var before = moves.require(id, version, Right.CASE_TRIAGE, caller);
        if (before.stage() != Stage.ASSIGNED) {
            throw CaseRefusal.NOT_FROM_HERE.because(before.number());
        }
        var today = moves.today();
        return moves.move(
                before,
                Next.of(before)
                        .on(receiving(caller, before))
                        .stage(
                                Stage.TRIAGED,
                                moves.now(),
                                terms.due(today, terms.pace(today).triageDays())),
                Step.Deed.RECALLED,
                "",
                caller.id());
    }

    /** It is the same as another one of the village: whoever said it is kept with that one and hears what becomes of it. */
    @Transactional
    public Case merge(UUID id, int version, UUID into, Caller caller) {
        var before = require(id, version, caller);
        var other = store.byId(into).orElseThrow(CaseRefusal.NO_SUCH_CASE::because);
        caller.may(Right.CASE_TRIAGE, other.place());
        if (other.id().equals(before.id())
                || other.mergedInto() != null
                || !store.mergedInto(before.id()).isEmpty()) {
            throw CaseRefusal.NOT_FROM_HERE.because(other.number());
        }
        var after = moves.move(
                before,
                Next.of(before).stage(Stage.MERGED, moves.now(), null).into(into),
                Step.Deed.MERGED,
                other.number(),
                caller.id());
        if (before.household() != null) {
            store.addReporter(other, before);
        }
        return after;
    }

    /** The undo of {@link #merge}. */
    @Transactional
    public Case part(UUID id, int version, Caller caller) {
        var before = moves.require(id, version, Right.CASE_TRIAGE, caller);
        if (before.mergedInto() == null) {
            throw CaseRefusal.NOT_FROM_HERE.because(before.number());
        }
        store.dropReporter(before.mergedInto(), before.id());
        var today = moves.today();
        return moves.move(
                before,
                Next.of(before)
                        .into(null)
                        .stage(
                                Stage.TRIAGED,
                                moves.now(),
                                terms.due(today, terms.pace(today).triageDays())),
                Step.Deed.UNMERGED,
                "",
                caller.id());
    }

    /** Gives it to whom the law says: the office for petitions, an emergency service; to mediators only when both sides want it. */
    @Transactional
    public Case handOver(UUID id, int version, String to, Caller caller) {
        var before = require(id, version, caller);
        return moves.move(
                before,
                Next.of(before).stage(Stage.HANDED_OVER, moves.now(), null),
                Step.Deed.HANDED_OVER,
                CaseRules.said(to, CaseRules.REASON),
                caller.id());
    }

    /** Whoever said it takes it back. */
    @Transactional
    public Case withdraw(UUID id, int version, String why, Caller caller) {
        var before = require(id, version, caller);
        return moves.move(
                before,
                Next.of(before).stage(Stage.WITHDRAWN, moves.now(), null),
                Step.Deed.WITHDRAWN,
                CaseRules.said(why, CaseRules.REASON),
                caller.id());
    }

    /** Above takes what is over its time, or was disputed again: the leader’s own desk handles it from now on. */
    @Transactional
    public Case takeOver(UUID id, int version, Caller caller) {
        var before = moves.require(id, version, Right.CASE_TRIAGE, caller);
        if (!takes(before, caller)) {
            throw CaseRefusal.NOT_YOUR_DESK.because(before.number());
        }
        return moves.move(before, Next.of(before).on(receiving(caller, before)), Step.Deed.TAKEN_OVER, "", caller.id());
    }

    /** Whether the caller’s desk stands above the one it lies on, and it is time that somebody above takes it. */
    boolean takes(Case one, Caller caller) {
        var desk = receiving(caller, one);
        return caller.holds(Right.CASE_TRIAGE)
                && (one.watch() != null || one.stage() == Stage.URGED)
                && desk.isOf(caller, one.place())
                && desk.over(one.desk());
    }

    /** To whom the rules would give it; null when no rule fits. */
    @Nullable
    Desk suggested(Case one) {
        return routes.of(one.category(), one.place(), moves.today()).orElse(null);
    }

    /** What its words are likely about, if that is not what it is sorted as; null when they say nothing clear. */
    @Nullable
    Suggestion likely(Case one) {
        return suggestions
                .of(one.words())
                .filter(category -> !category.equals(one.category()))
                .map(category -> new Suggestion(category, suggestions.right()))
                .orElse(null);
    }

    /** A category the words suggest, and how often such suggestions were right here, on cases they had not learnt. */
    public record Suggestion(String category, Interval right) {}

    /** Whoever received it sorts it; the county may, wherever on its ground it lies. */
    Case require(UUID id, int version, Caller caller) {
        var found = moves.require(id, version, Right.CASE_TRIAGE, caller);
        if (!sorts(found, caller)) {
            throw CaseRefusal.NOT_YOUR_DESK.because(found.number());
        }
        return found;
    }

    /** Whether the caller sorts it: whoever received it, and the county. */
    static boolean sorts(Case one, Caller caller) {
        return caller.holds(Right.CASE_TRIAGE)
                && (one.desk().isOf(caller, one.place()) || Desk.COUNTY.isOf(caller, one.place()));
    }

    /** Whether the caller may give it to a desk now. A petition is given to none. */
    static boolean gives(Case one, Caller caller) {
        return one.kind() != Kind.PETITION && Life.leads(one.stage(), Stage.ASSIGNED) && sorts(one, caller);
    }

    /** In the order of their households, in which everybody takes them who takes several: phones do. */
    private List<Seen> seen(List<String> chosen) {
        var seen = chosen.stream()
                .filter(one -> one.matches("[0-9a-f-]{36}:\\d{1,9}"))
                .map(one -> new Seen(UUID.fromString(one.substring(0, 36)), Integer.parseInt(one.substring(37))))
                .toList();
        var homes = store.byId(seen.stream().map(Seen::id).toList()).stream()
                .collect(Collectors.toMap(Case::id, one -> String.valueOf(one.household())));
        return seen.stream()
                .sorted(Comparator.comparing(one -> homes.getOrDefault(one.id(), "")))
                .toList();
    }

    private record Seen(UUID id, int version) {}

    /** The desk a caller receives at: the city’s office the city’s where the case came as far, otherwise his own level’s. */
    private static Desk receiving(Caller caller, Case one) {
        if (caller.role() != Role.OFFICE) {
            return Desk.TOWNSHIP;
        }
        return Desk.CITY.isOf(caller, one.place())
                        && (one.watch() == Level.CITY || one.desk().level() == Level.CITY)
                ? Desk.CITY
                : Desk.COUNTY;
    }

    private void known(String category) {
        if (terms.categories(moves.today()).stream().noneMatch(c -> c.code().equals(category))) {
            throw CaseRefusal.UNCLEAR.because(CaseRules.WORDS);
        }
    }
}
