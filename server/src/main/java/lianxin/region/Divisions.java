package lianxin.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.platform.CountyTime;
import lianxin.platform.Crumb;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The places, as of any day. */
@Service
public class Divisions {

    private final DivisionStore store;
    private final CountyTime time;
    private volatile @Nullable Gazette latest;

    Divisions(DivisionStore store, CountyTime time) {
        this.store = store;
        this.time = time;
    }

    /** The place under {@code code} on {@code day}; refused with 404 when there was none. */
    public Division require(DivisionCode code, LocalDate day) {
        return find(code, day).orElseThrow(() -> RegionRefusal.NO_SUCH_DIVISION.because(code, day));
    }

    /** The place under {@code code} today. */
    public Division require(DivisionCode code) {
        return require(code, time.today());
    }

    /** The place with that identity on {@code day}. */
    public Division require(UUID id, LocalDate day) {
        return gazette().byId(id, day).orElseThrow(() -> RegionRefusal.NO_SUCH_DIVISION.because(id, day));
    }

    /** The place under {@code code} on {@code day}, if there was one. */
    public Optional<Division> find(DivisionCode code, LocalDate day) {
        return gazette().byCode(code.value(), day);
    }

    /** What the places under these codes are called on {@code day}; a code that was no place’s is missing from the answer. */
    public Map<Long, String> names(Collection<Long> codes, LocalDate day) {
        var gazette = gazette();
        return codes.stream()
                .distinct()
                .flatMap(code -> gazette.byCode(code, day).stream())
                .collect(Collectors.toMap(d -> d.code().value(), Division::name));
    }

    /** The place a page is about: the one asked for, or the top of the caller's own ground. 404 when it is not on that ground. */
    public Division here(@Nullable DivisionCode asked, LocalDate day, Ground ground) {
        if (asked == null) {
            return top(ground, day).orElseThrow(() -> RegionRefusal.NO_DIVISIONS.because(day));
        }
        if (!ground.contains(asked)) {
            throw RegionRefusal.NO_SUCH_DIVISION.because(asked, day);
        }
        return require(asked, day);
    }

    /** Where {@code ground} begins on {@code day}: its topmost place; empty while none is loaded. */
    public Optional<Division> top(Ground ground, LocalDate day) {
        return gazette().on(ground, day).findFirst();
    }

    /**
     * The way down from {@code ground} on {@code day}, as one looks for a place: its topmost place with the parts of it, then each of these with its own parts; empty
     * while none is loaded.
     */
    public SequencedMap<Division, List<Division>> down(Ground ground, LocalDate day) {
        var gazette = gazette();
        var down = new LinkedHashMap<Division, List<Division>>();
        gazette.on(ground, day).findFirst().ifPresent(top -> {
            var parts = gazette.children(top.id(), day);
            down.put(top, parts);
            parts.forEach(part -> down.put(part, gazette.children(part.id(), day)));
        });
        return down;
    }

    /** Places right under {@code parent} on {@code day}, by code. */
    public List<Division> children(Division parent, LocalDate day) {
        return gazette().children(parent.id(), day);
    }

    /** The way down to {@code division} on {@code day}, itself last. */
    public List<Division> path(Division division, LocalDate day) {
        return gazette().path(division.id(), day);
    }

    /** The way down as steps of a page's path, leading to {@code /overview}; those above {@code ground} are left out. */
    public List<Crumb> crumbs(Division division, LocalDate day, Ground ground) {
        return path(division, day).stream()
                .filter(d -> ground.contains(d.code()))
                .map(d -> new Crumb(d.name(), "/overview?place=" + d.code()))
                .toList();
    }

    /** All places of {@code level} on {@code ground} on {@code day}, by code. */
    public List<Division> on(Ground ground, Level level, LocalDate day) {
        return gazette().on(ground, day).filter(d -> d.level() == level).toList();
    }

    /** Villages on {@code ground} on {@code day}, by code. */
    public Map<Long, UUID> villages(Ground ground, LocalDate day) {
        return on(ground, Level.VILLAGE, day).stream()
                .collect(Collectors.toMap(d -> d.code().value(), Division::id));
    }

    /** All places on {@code ground} on {@code day}, of any level, by code. */
    public Map<Long, UUID> ids(Ground ground, LocalDate day) {
        return gazette().on(ground, day).collect(Collectors.toMap(d -> d.code().value(), Division::id));
    }

    /** How many places of each level lie on {@code ground} on {@code day}; levels without any are missing. */
    public Map<Level, Long> count(Ground ground, LocalDate day) {
        return gazette()
                .on(ground, day)
                .collect(Collectors.groupingBy(
                        Division::level, () -> new EnumMap<>(Level.class), Collectors.counting()));
    }

    /** Places by identity on {@code day}; those that did not exist are missing from the answer. */
    public Map<UUID, Division> byId(Collection<UUID> ids, LocalDate day) {
        var gazette = gazette();
        return ids.stream()
                .distinct()
                .flatMap(id -> gazette.byId(id, day).stream())
                .collect(Collectors.toMap(Division::id, Function.identity()));
    }

    /** Places today whose name contains {@code words} or whose code or initials begin with them, on {@code ground}; at most {@code limit}. */
    public List<Division> search(String words, Ground ground, int limit) {
        return gazette().search(words, ground, time.today(), limit);
    }

    /** What a place was called, coded and part of over time, the oldest first; empty when nobody knows that identity. */
    public List<Division> life(UUID id) {
        return gazette().life(id);
    }

    /** Everything that befell a place: what it came from and what became of it, the oldest first. */
    public List<Lineage> lineage(UUID id) {
        return store.lineage(id);
    }

    /**
     * The places that hold on {@code day} what {@code id} once held: itself while it exists, else those it went into, and those they went
     * into. Empty when it ended without a successor.
     */
    public List<Division> became(UUID id, LocalDate day) {
        var gazette = gazette();
        var found = new ArrayList<Division>();
        var seen = new HashSet<UUID>();
        var waiting = new ArrayList<>(List.of(id));
        while (!waiting.isEmpty()) {
            var place = waiting.removeFirst();
            var now = gazette.byId(place, day);
            if (!seen.add(place)) {
                continue;
            }
            now.ifPresentOrElse(
                    found::add,
                    () -> store.lineage(place).stream()
                            .filter(l -> place.equals(l.predecessor())
                                    && l.successor() != null
                                    && !l.day().isAfter(day))
                            .forEach(l -> waiting.add(l.successor())));
        }
        return List.copyOf(found);
    }

    /** All places on {@code ground} on {@code day}, by code. */
    public List<Division> all(Ground ground, LocalDate day) {
        return gazette().on(ground, day).toList();
    }

    /** The last day on which anything began on {@code ground}; empty when nothing was ever drawn there. */
    Optional<LocalDate> latest(Ground ground) {
        return gazette().latest(ground);
    }

    /** One look tells whether the edition in memory still holds, also inside a transaction that redraws and on every node. */
    private Gazette gazette() {
        var edition = store.edition();
        var known = latest;
        if (known == null || !known.is(edition)) {
            known = new Gazette(edition, store.all());
            latest = known;
        }
        return known;
    }
}
