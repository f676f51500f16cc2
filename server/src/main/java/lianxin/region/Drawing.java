package lianxin.region;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.region.Comparison.Change;
import lianxin.region.Comparison.What;
import lianxin.region.DivisionStore.Drawn;
import lianxin.region.RegionRedrawn.Move;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a new drawing in place of the one that holds: all of it, with its lineage, or nothing. */
@Component
class Drawing {

    private final Divisions divisions;
    private final DivisionStore store;
    private final CountyTime time;
    private final Clock clock;
    private final ApplicationEventPublisher house;

    Drawing(Divisions divisions, DivisionStore store, CountyTime time, Clock clock, ApplicationEventPublisher house) {
        this.divisions = divisions;
        this.store = store;
        this.time = time;
        this.clock = clock;
        this.house = house;
    }

    /** What {@code rows} would change from {@code day} on, on the ground of their root. */
    Comparison compare(List<DivisionRow> rows, Map<UUID, Fate> fates, LocalDate day) {
        return Comparison.of(divisions.all(root(rows).code().ground(), day), rows, fates);
    }

    /** Redraws the ground of the root of {@code rows}; the release they belong to is already written down. */
    @Transactional(propagation = Propagation.MANDATORY)
    Comparison apply(UUID release, List<DivisionRow> rows, Map<UUID, Fate> fates, LocalDate day, UUID by) {
        store.lock();
        var ground = root(rows).code().ground();
        var comparison = compare(rows, fates, day);
        var latest = divisions.latest(ground);
        DrawingRules.drawable(comparison, latest, day, time.today());

        var identity = identities(comparison, ground, day);
        var parent = new HashMap<DivisionCode, @Nullable UUID>();
        rows.forEach(row -> parent.put(row.code(), parent(row, identity, day)));
        var gone = comparison.changes().stream()
                .filter(c -> c.before() != null)
                .map(c -> before(c).id())
                .toList();
        var drawn = comparison.changes().stream()
                .filter(c -> c.after() != null)
                .map(c -> drawn(Objects.requireNonNull(c.after()), identity, parent))
                .toList();
        store.close(gone, day);
        store.add(drawn.stream().filter(d -> !gone.contains(d.division())).toList());
        store.open(drawn, day, release);
        if (latest.isPresent()) {
            store.remember(release, day, lineage(comparison, identity, day));
        }
        house.publishEvent(new RegionRedrawn(release, by, clock.instant(), day, moves(comparison, identity)));
        return comparison;
    }

    /** Who stands under each code of the new drawing: places that keep on as themselves, new ones under a new identity. */
    private Map<DivisionCode, UUID> identities(Comparison comparison, Ground ground, LocalDate day) {
        var identity = new HashMap<DivisionCode, UUID>();
        var changing = new HashSet<UUID>();
        comparison.changes().stream()
                .filter(c -> c.before() != null)
                .forEach(c -> changing.add(before(c).id()));
        divisions.all(ground, day).stream()
                .filter(d -> !changing.contains(d.id()))
                .forEach(d -> identity.put(d.code(), d.id()));
        for (var change : comparison.changes()) {
            if (change.after() != null) {
                identity.put(
                        change.after().code(),
                        change.before() == null ? Ids.next() : change.before().id());
            }
        }
        return identity;
    }

    private @Nullable UUID parent(DivisionRow row, Map<DivisionCode, UUID> identity, LocalDate day) {
        if (row.parent() == null) {
            return null;
        }
        var inside = identity.get(row.parent());
        return inside != null
                ? inside
                : divisions.find(row.parent(), day).map(Division::id).orElse(null);
    }

    private static Drawn drawn(
            DivisionRow row, Map<DivisionCode, UUID> identity, Map<DivisionCode, @Nullable UUID> parent) {
        return new Drawn(Objects.requireNonNull(identity.get(row.code())), row, parent.get(row.code()));
    }

    private static List<Lineage> lineage(Comparison comparison, Map<DivisionCode, UUID> identity, LocalDate day) {
        var lineage = new ArrayList<Lineage>();
        var heirs = new HashSet<UUID>();
        for (var change : comparison.changes()) {
            if (change.before() == null) {
                continue;
            }
            var place = change.before().id();
            for (var what : change.what()) {
                switch (what) {
                    case RENAMED, RECODED, MOVED ->
                        lineage.add(new Lineage(day, Lineage.Kind.valueOf(what.name()), place, place, ""));
                    case ENDED -> lineage.add(new Lineage(day, Lineage.Kind.ENDED, place, null, ""));
                    case MERGED, SPLIT ->
                        Objects.requireNonNull(change.fate()).codes().stream()
                                .map(identity::get)
                                .forEach(heir -> {
                                    heirs.add(heir);
                                    lineage.add(new Lineage(day, Lineage.Kind.valueOf(what.name()), place, heir, ""));
                                });
                    case NEW, UNDECIDED -> throw new IllegalStateException(what + " has no predecessor");
                }
            }
        }
        comparison.changes().stream()
                .filter(c -> c.what().contains(What.NEW))
                .map(c -> identity.get(Objects.requireNonNull(c.after()).code()))
                .filter(place -> !heirs.contains(place))
                .forEach(place -> lineage.add(new Lineage(day, Lineage.Kind.NEW, null, place, "")));
        return lineage;
    }

    /** What hangs on a place must move when the place has another code, or is no more. */
    private static List<Move> moves(Comparison comparison, Map<DivisionCode, UUID> identity) {
        var moves = new ArrayList<Move>();
        for (var change : comparison.changes()) {
            if (change.before() == null) {
                continue;
            }
            var heir = Objects.requireNonNull(change.fate()).codes().stream()
                    .findFirst()
                    .orElse(null);
            if (!before(change).code().equals(heir) || !(change.fate() instanceof Fate.Keeps)) {
                moves.add(new Move(
                        before(change).id(), before(change).code(), heir == null ? null : identity.get(heir), heir));
            }
        }
        return List.copyOf(moves);
    }

    private static Division before(Change change) {
        return Objects.requireNonNull(change.before());
    }

    private static DivisionRow root(List<DivisionRow> rows) {
        return rows.stream()
                .min(java.util.Comparator.comparing(row -> row.code().level()))
                .orElseThrow();
    }
}
