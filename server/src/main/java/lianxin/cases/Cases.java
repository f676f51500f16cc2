package lianxin.cases;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.access.Role;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.region.Level;
import lianxin.registry.Household;
import lianxin.registry.Households;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases, as they are opened and read. */
@Service
public class Cases {

    /** More than anybody reads at once; what is further down is found by searching. */
    static final int SHOWN = 100;

    private static final Duration ALIKE = Duration.ofDays(90);
    private static final String OTHER = "OTHER";

    private final CaseStore store;
    private final Moves moves;
    private final Terms terms;
    private final Suggestions suggestions;
    private final Households households;
    private final Reads reads;

    Cases(CaseStore store, Moves moves, Terms terms, Suggestions suggestions, Households households, Reads reads) {
        this.store = store;
        this.moves = moves;
        this.terms = terms;
        this.suggestions = suggestions;
        this.households = households;
        this.reads = reads;
    }

    /** Opens a case for a household, as somebody of it said to the caller. */
    @Transactional
    public Case open(UUID household, Kind kind, String category, String words, Caller caller) {
        var home = household(household, caller);
        var channel = caller.role() == Role.VILLAGE_COMMITTEE ? Channel.VILLAGE : Channel.CLERK;
        var desk = caller.role() == Role.OFFICE ? Desk.COUNTY : Desk.TOWNSHIP;
        var now = moves.now();
        var heard = new Heard(
                Ids.next(), kind, category, home.place(), home.id(), null, channel, words, caller.id(), now, "");
        return Objects.requireNonNull(keep(heard, desk));
    }

    /** Keeps what was heard and lays it on a desk; null when it is kept already. For what this room hears by itself. */
    @Nullable
    Case keep(Heard heard, Desk desk) {
        var day = LocalDate.ofInstant(heard.at(), CountyTime.ZONE);
        return keep(heard, desk, () -> CaseNumbers.next(day));
    }

    /** As {@link #keep(Heard, Desk)}; a number that somebody else’s case has already is given up for the next. */
    @Nullable
    Case keep(Heard heard, Desk desk, Supplier<String> numbers) {
        var words = CaseRules.said(heard.words(), CaseRules.WORDS);
        var today = moves.today();
        var due = terms.due(today, terms.pace(today).triageDays());
        var known = terms.categories(today).stream().map(Terms.Category::code).collect(Collectors.toSet());
        var fresh = new Case(
                heard.id(),
                numbers.get(),
                heard.kind(),
                category(heard, words, known),
                heard.place(),
                heard.household(),
                heard.visit(),
                heard.channel(),
                words,
                heard.by(),
                heard.at(),
                moves.now(),
                Stage.NEW,
                moves.now(),
                desk,
                due,
                null,
                false,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                1);
        if (!store.add(fresh, due.red())) {
            return store.knows(heard) ? null : keep(heard, desk, numbers);
        }
        moves.told(fresh, Step.Deed.OPENED, heard.from(), heard.by());
        return fresh;
    }

    /** As it was said; where nobody said, as the words suggest. Whoever sorts it decides. */
    private String category(Heard heard, String words, Set<String> known) {
        return known.contains(heard.category())
                ? heard.category()
                : suggestions.of(words).filter(known::contains).orElse(OTHER);
    }

    /** The case; refused with 404 off the caller’s ground, or where it is none of his. */
    @Transactional
    public Case require(UUID id, Caller caller) {
        caller.may(Right.CASE_READ);
        var found = store.byId(id).orElseThrow(CaseRefusal.NO_SUCH_CASE::because);
        caller.may(Right.CASE_READ, found.place());
        if (caller.role() == Role.HANDLER && !found.desk().isOf(caller, found.place())) {
            throw CaseRefusal.NO_SUCH_CASE.because();
        }
        looked(List.of(found), caller);
        return found;
    }

    /** What waits for the caller’s own desk, the most urgent first. */
    @Transactional
    public List<Case> mine(Caller caller) {
        caller.may(Right.CASE_READ);
        var found = switch (caller.role()) {
            case HANDLER -> caller.unit() == null ? List.<Case>of() : store.onDesk(caller.unit(), SHOWN);
            case OFFICE ->
                store.onDesk(Set.of(Level.COUNTY, Level.CITY), caller.ground(), SHOWN).stream()
                        .filter(c -> c.desk().isOf(caller, c.place()))
                        .toList();
            case TOWNSHIP -> store.onDesk(Set.of(Level.TOWNSHIP), caller.ground(), SHOWN);
            case VILLAGE_COMMITTEE, FIRST_SECRETARY -> store.onDesk(Set.of(Level.VILLAGE), caller.ground(), SHOWN);
            case CADRE, UNIT, SUPERVISOR, AUDITOR, SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN -> List.<Case>of();
        };
        looked(found, caller);
        return found;
    }

    /** Cases of one view, on the caller’s ground. */
    @Transactional
    public List<Case> in(View view, Caller caller) {
        caller.may(Right.CASE_READ);
        if (caller.role() == Role.HANDLER || view == View.MINE) {
            return mine(caller);
        }
        var found = switch (view) {
            case MINE -> List.<Case>of();
            case LATE -> store.late(caller.ground(), moves.today(), SHOWN);
            case OPEN -> store.inStages(caller.ground(), Stage.WORK, SHOWN);
            case ASKED -> store.inStages(caller.ground(), Stage.ASKING, SHOWN);
            case DISPUTED -> store.inStages(caller.ground(), Turn.DISPUTED.stages(), SHOWN);
            case ENDED -> store.inStages(caller.ground(), Turn.ENDED.stages(), SHOWN);
        };
        looked(found, caller);
        return found;
    }

    /** Cases in whose words, or as whose number, these stand. Fewer than two characters find nothing. */
    @Transactional
    public List<Case> search(String words, Caller caller) {
        caller.may(Right.CASE_READ);
        var asked = words.strip();
        if (asked.length() < 2) {
            return List.of();
        }
        var found =
                numbered(asked.toUpperCase(Locale.ROOT))
                        .map(List::of)
                        .orElseGet(() -> store.withWords(asked, SHOWN))
                        .stream()
                        .filter(c -> caller.ground().contains(c.place()))
                        .filter(c -> caller.role() != Role.HANDLER || c.desk().isOf(caller, c.place()))
                        .toList();
        looked(found, caller);
        return found;
    }

    private Optional<Case> numbered(String asked) {
        return CaseNumbers.isOne(asked) ? store.byNumber(asked) : Optional.empty();
    }

    /** Cases by their identities, those of the caller’s ground, the latest first. */
    List<Case> byId(Collection<UUID> ids, Caller caller) {
        var found = store.byId(ids).stream()
                .filter(c -> caller.ground().contains(c.place()))
                .toList();
        looked(found, caller);
        return found;
    }

    /** Open cases of the same village that may be the same one. */
    @Transactional
    public List<Case> alike(Case one, Caller caller) {
        caller.may(Right.CASE_TRIAGE, one.place());
        return store.alike(one, one.heardAt().minus(ALIKE), 5);
    }

    /** Cases that were merged into this one. */
    @Transactional(readOnly = true)
    public List<Case> mergedInto(Case one) {
        return store.mergedInto(one.id());
    }

    /** The household, if the caller may write down what it is troubled by; refused with 404 otherwise. */
    Household household(UUID id, Caller caller) {
        caller.may(Right.CASE_WRITE);
        var home = households.byId(List.of(id)).get(id);
        if (home == null) {
            throw CaseRefusal.NO_SUCH_CASE.because();
        }
        caller.may(Right.CASE_WRITE, home.place());
        return home;
    }

    /** All a household ever said, the latest first. */
    @Transactional
    public List<Case> of(Household home, Caller caller) {
        reads.of(caller, Purpose.CASES, List.of(home.id()));
        return store.of(List.of(home.id()), SHOWN);
    }

    /** Households’ cases, the latest first. For rooms that show households themselves; they decide who may. */
    @Transactional(readOnly = true)
    public List<Case> of(Collection<UUID> ids) {
        return store.of(ids, SHOWN);
    }

    void looked(List<Case> found, Caller caller) {
        var homes = found.stream()
                .map(Case::household)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        lookedAt(homes, caller);
    }

    /** Writes down that the caller looks at what households said. */
    void lookedAt(Collection<UUID> homes, Caller caller) {
        reads.of(caller, Purpose.CASES, homes.stream().distinct().toList());
    }

    /** A way of looking at cases. */
    public enum View {
        /** What waits for one’s own desk. */
        MINE,
        LATE,
        OPEN,
        /** Replied to; the household has not said anything yet. */
        ASKED,
        DISPUTED,
        ENDED
    }
}
