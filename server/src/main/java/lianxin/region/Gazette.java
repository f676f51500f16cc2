package lianxin.region;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Every place on every day, in memory: a city is some thousand small records, and each page asks for a few of them. One edition of the
 * tables; never changed, only replaced by the next one.
 */
final class Gazette {

    /** A place as it was for a while, and the initials of its name. */
    record Entry(Division division, String initials) {}

    private final long edition;
    private final List<Entry> byCode;
    private final Map<UUID, List<Division>> byId = new HashMap<>();
    private final Map<UUID, List<Division>> byParent = new HashMap<>();

    Gazette(long edition, List<Entry> entries) {
        this.edition = edition;
        this.byCode = new ArrayList<>(entries);
        byCode.sort(Comparator.comparing((Entry e) -> e.division().code())
                .thenComparing(e -> e.division().since()));
        for (var entry : byCode) {
            var division = entry.division();
            byId.computeIfAbsent(division.id(), _ -> new ArrayList<>(1)).add(division);
            if (division.parent() != null) {
                byParent.computeIfAbsent(division.parent(), _ -> new ArrayList<>())
                        .add(division);
            }
        }
    }

    boolean is(long number) {
        return edition == number;
    }

    Optional<Division> byCode(long code, LocalDate day) {
        return on(new Ground(code, code + 1), day).findFirst();
    }

    Optional<Division> byId(UUID id, LocalDate day) {
        return byId.getOrDefault(id, List.of()).stream()
                .filter(d -> d.stands(day))
                .findFirst();
    }

    /** All versions of one place, the oldest first. */
    List<Division> life(UUID id) {
        return byId.getOrDefault(id, List.of()).stream()
                .sorted(Comparator.comparing(Division::since))
                .toList();
    }

    List<Division> children(UUID parent, LocalDate day) {
        return byParent.getOrDefault(parent, List.of()).stream()
                .filter(d -> d.stands(day))
                .toList();
    }

    List<Division> path(UUID id, LocalDate day) {
        var path = new ArrayDeque<Division>();
        for (var step = byId(id, day); step.isPresent(); step = parent(step.get(), day)) {
            path.addFirst(step.get());
        }
        return List.copyOf(path);
    }

    /** Places on {@code ground} by code, from one binary search on. */
    Stream<Division> on(Ground ground, LocalDate day) {
        return entries(ground).map(Entry::division).filter(d -> d.stands(day));
    }

    Optional<LocalDate> latest(Ground ground) {
        return entries(ground).map(e -> e.division().since()).max(Comparator.naturalOrder());
    }

    List<Division> search(String words, Ground ground, LocalDate day, int limit) {
        var initials = words.toLowerCase(Locale.ROOT);
        return entries(ground)
                .filter(e -> e.division().stands(day))
                .filter(e -> e.division().name().contains(words)
                        || e.division().code().toString().startsWith(words)
                        || e.initials().startsWith(initials))
                .map(Entry::division)
                .sorted(Comparator.comparing(Division::level)) // stable: by code within a level
                .limit(limit)
                .toList();
    }

    private Optional<Division> parent(Division division, LocalDate day) {
        return division.parent() == null ? Optional.empty() : byId(division.parent(), day);
    }

    private Stream<Entry> entries(Ground ground) {
        return byCode.subList(first(ground.lo()), first(ground.hi())).stream();
    }

    /** Index of the first entry whose code is not below {@code code}. */
    private int first(long code) {
        var lo = 0;
        var hi = byCode.size();
        while (lo < hi) {
            var middle = (lo + hi) >>> 1;
            if (byCode.get(middle).division().code().value() < code) {
                lo = middle + 1;
            } else {
                hi = middle;
            }
        }
        return lo;
    }
}
