package lianxin.region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lianxin.platform.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Redraws one place by hand, after a document: the same as applying a release that differs in this one place. The deeds name who does them;
 * who may is decided above this room.
 */
@Service
public class Redraws {

    /** After which document, and from which day on. */
    public record Order(String document, LocalDate day, UUID by) {}

    /** A place that begins. */
    public record Beginning(DivisionCode code, String name) {}

    private final Divisions divisions;
    private final ReleaseStore releases;
    private final Drawing drawing;

    Redraws(Divisions divisions, ReleaseStore releases, Drawing drawing) {
        this.divisions = divisions;
        this.releases = releases;
        this.drawing = drawing;
    }

    /** Gives a place another name. It stays the same place. */
    @Transactional
    public Comparison rename(UUID place, String name, Order order) {
        var division = divisions.require(place, order.day());
        return redraw(
                division,
                rows -> rows.stream()
                        .map(row -> row.code().equals(division.code())
                                ? new DivisionRow(0, row.code(), name.strip(), row.kind(), row.parent())
                                : row)
                        .toList(),
                Map.of(place, new Fate.Keeps(division.code())),
                order);
    }

    /** Gives a place another code, which says where it now belongs; everything under it comes along. It stays the same place. */
    @Transactional
    public Comparison recode(UUID place, DivisionCode code, Order order) {
        var division = divisions.require(place, order.day());
        var ground = division.code().ground();
        if (code.level() != division.level()) {
            throw RegionRefusal.OTHER_LEVEL.because(division.name(), code);
        }
        var shift = code.value() - division.code().value();
        var parent = new DivisionCode(
                code.value() / division.level().above().width * division.level().above().width);
        var fates = new HashMap<UUID, Fate>();
        divisions.all(ground, order.day()).forEach(d -> fates.put(d.id(), new Fate.Keeps(shifted(d.code(), shift))));
        return redraw(
                division,
                rows -> rows.stream()
                        .map(row -> !ground.contains(row.code())
                                ? row
                                : row(
                                        shifted(row.code(), shift),
                                        row.name(),
                                        row.kind(),
                                        row.code().equals(division.code())
                                                ? parent
                                                : shifted(Objects.requireNonNull(row.parent()), shift)))
                        .toList(),
                fates,
                order);
    }

    /** Merges a place into another of the same level; what hangs on it goes along. */
    @Transactional
    public Comparison merge(UUID place, UUID into, Order order) {
        var target = divisions.require(into, order.day());
        return without(place, List.of(), new Fate.Merged(target.code()), order);
    }

    /** Divides a place among new ones beside it; the first takes over what hangs on it. */
    @Transactional
    public Comparison split(UUID place, List<Beginning> parts, Order order) {
        if (parts.size() < 2) {
            throw RegionRefusal.SPLIT_INTO_ONE.because();
        }
        return without(
                place, parts, new Fate.Split(parts.stream().map(Beginning::code).toList()), order);
    }

    /** Ends a place without a successor; refused by whoever keeps something there. */
    @Transactional
    public Comparison end(UUID place, Order order) {
        return without(place, List.of(), new Fate.Ended(), order);
    }

    /** Begins a place under {@code parent}. */
    @Transactional
    public Comparison begin(UUID parent, Beginning beginning, Order order) {
        var above = divisions.require(parent, order.day());
        return redraw(above, rows -> with(rows, above, List.of(beginning)), Map.of(), order);
    }

    private Comparison without(UUID place, List<Beginning> parts, Fate fate, Order order) {
        var division = divisions.require(place, order.day());
        if (!divisions.children(division, order.day()).isEmpty()) {
            throw RegionRefusal.PLACES_UNDER_IT.because(division.name());
        }
        if (division.parent() == null) {
            throw RegionRefusal.NOTHING_ABOVE.because(division.name());
        }
        var above = divisions.require(division.parent(), order.day());
        return redraw(
                division,
                rows -> with(
                        rows.stream()
                                .filter(row -> !row.code().equals(division.code()))
                                .toList(),
                        above,
                        parts),
                Map.of(place, fate),
                order);
    }

    private static List<DivisionRow> with(List<DivisionRow> rows, Division parent, List<Beginning> parts) {
        var all = new ArrayList<>(rows);
        for (var part : parts) {
            if (part.code().level().above() != parent.level()
                    || part.code().level() == parent.level()
                    || !parent.code().ground().contains(part.code())) {
                throw RegionRefusal.NOT_UNDER.because(part.code(), parent.name());
            }
            all.add(row(
                    part.code(),
                    part.name(),
                    Objects.requireNonNullElse(part.code().kind(), "COUNTY"),
                    parent.code()));
        }
        return all;
    }

    private Comparison redraw(
            Division division, UnaryOperator<List<DivisionRow>> change, Map<UUID, Fate> fates, Order order) {
        var top = divisions.path(division, order.day()).getFirst();
        var standing = divisions.all(top.code().ground(), order.day());
        var codes = standing.stream().collect(Collectors.toMap(Division::id, Division::code));
        var rows = change.apply(standing.stream()
                .map(d -> new DivisionRow(
                        0, d.code(), d.name(), d.kind(), d.parent() == null ? null : codes.get(d.parent())))
                .toList());
        var release = new Release(
                Ids.next(), DrawingRules.source(order.document()), order.day(), null, order.by(), Instant.EPOCH);
        releases.add(release);
        var comparison = drawing.apply(release.id(), DrawingRules.inOneTree(rows), fates, order.day(), order.by());
        return comparison;
    }

    private static DivisionRow row(
            DivisionCode code, String name, String kind, @org.jspecify.annotations.Nullable DivisionCode parent) {
        var implied = code.kind();
        return new DivisionRow(0, code, name, implied == null ? kind : implied, parent);
    }

    private static DivisionCode shifted(DivisionCode code, long shift) {
        return new DivisionCode(code.value() + shift);
    }
}
