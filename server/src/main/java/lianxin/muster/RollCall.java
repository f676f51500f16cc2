package lianxin.muster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lianxin.pairing.Pairings;
import lianxin.pairing.Pins;
import lianxin.region.Division;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.region.Level;
import lianxin.registry.Households;
import lianxin.scheme.ContactScheme;
import lianxin.scheme.Exclusions;
import lianxin.scheme.Grounds;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the registry and the pairings of a ground into a {@link Roster}. Two million households pass through without being held as objects. */
@Component
public class RollCall {

    private final Divisions divisions;
    private final Posts posts;
    private final Cadres cadres;
    private final Households households;
    private final Pairings pairings;
    private final Grounds grounds;
    private final Exclusions exclusions;
    private final Pins pins;

    RollCall(
            Divisions divisions,
            Posts posts,
            Cadres cadres,
            Households households,
            Pairings pairings,
            Grounds grounds,
            Exclusions exclusions,
            Pins pins) {
        this.divisions = divisions;
        this.posts = posts;
        this.cadres = cadres;
        this.households = households;
        this.pairings = pairings;
        this.grounds = grounds;
        this.exclusions = exclusions;
        this.pins = pins;
    }

    /**
     * The roster of a whole ground, for a new pairing.
     *
     * @param heard is told now and then how many households have been read
     */
    public Roster call(Ground ground, LocalDate day, ContactScheme scheme, LongConsumer heard) {
        return new Reading(List.of(ground), day, new Policy(scheme), heard).read(null, false);
    }

    /**
     * The roster of some grounds, for a repair: nobody's limits force a change.
     *
     * @param where grounds that do not overlap
     * @param without a cadre who takes no part although he serves, because he is about to leave or is ill: then only his households
     *     look for somebody else, and whoever else has nobody, or somebody no longer allowed, is left as he is. Null: all these look
     */
    public Roster holding(Collection<Ground> where, LocalDate day, ContactScheme scheme, @Nullable UUID without) {
        var inOrder =
                where.stream().sorted(Comparator.comparingLong(Ground::lo)).toList();
        return new Reading(inOrder, day, new Policy(scheme), _ -> {}).read(without, true);
    }

    /** One reading: what is collected on the way to a roster. */
    private final class Reading {

        private final List<Ground> where;
        private final LocalDate day;
        private final Policy policy;
        private final LongConsumer heard;

        private final List<Division> places = new ArrayList<>();
        private long[] codes = {};
        private final Map<UUID, List<Integer>> served = new LinkedHashMap<>();
        private final Map<UUID, Boolean> whole = new HashMap<>();

        private Homes homes = new Homes(codes);

        private final Map<UUID, Integer> people = new HashMap<>();
        private final List<UUID> strangers = new ArrayList<>();
        private final List<Cadre> serving = new ArrayList<>();

        Reading(List<Ground> where, LocalDate day, Policy policy, LongConsumer heard) {
            this.where = where;
            this.day = day;
            this.policy = policy;
            this.heard = heard;
        }

        Roster read(@Nullable UUID without, boolean holding) {
            villages();
            unitGrounds();
            var pinned = pins();
            cadres(pinned, without);
            households();
            var previous = contacts();
            var excluded = exclusions();
            if (without != null) {
                previous = onlyHis(without, previous, excluded);
                excluded = exclusions();
            }
            return assemble(pinned, previous, excluded, holding);
        }

        private void villages() {
            for (var ground : where) {
                places.addAll(divisions.on(ground, Level.VILLAGE, day));
            }
            codes = places.stream().mapToLong(d -> d.code().value()).toArray();
        }

        /** Which units serve which of these villages, and whether they serve any place elsewhere. */
        private void unitGrounds() {
            var near = where.stream()
                    .flatMap(g -> grounds.on(g, day).stream())
                    .map(Grounds.UnitGround::unit)
                    .distinct()
                    .toList();
            for (var unit : grounds.of(near, day)) {
                var villages = new ArrayList<Integer>();
                for (int v = first(unit.ground().lo()); v < first(unit.ground().hi()); v++) {
                    villages.add(v);
                }
                boolean covered = where.stream()
                        .anyMatch(g ->
                                g.lo() <= unit.ground().lo() && unit.ground().hi() <= g.hi());
                whole.merge(unit.unit(), covered, Boolean::logicalAnd);
                if (!villages.isEmpty()) {
                    served.computeIfAbsent(unit.unit(), _ -> new ArrayList<>()).addAll(villages);
                }
            }
        }

        private int first(long place) {
            int at = Arrays.binarySearch(codes, place);
            return at < 0 ? -at - 1 : at;
        }

        private Map<UUID, UUID> pins() {
            var all = new HashMap<UUID, UUID>();
            where.forEach(g -> all.putAll(pins.on(g)));
            return all;
        }

        /** Cadres of the units that serve here, and those to whom somebody here is pinned; by identity. */
        private void cadres(Map<UUID, UUID> pinned, @Nullable UUID without) {
            var found = new HashMap<UUID, Cadre>();
            for (var unit : served.keySet()) {
                cadres.of(unit, day).forEach(c -> found.put(c.id(), c));
            }
            cadres.byId(new HashSet<>(pinned.values())).values().forEach(c -> found.put(c.id(), c));
            found.values().stream()
                    .filter(c -> c.serves(day) && !c.exempt(day) && !c.id().equals(without))
                    .sorted(Comparator.comparing(Cadre::id, UuidColumn::unsigned))
                    .forEach(serving::add);
            for (var cadre : serving) {
                people.put(cadre.id(), people.size());
            }
        }

        private void households() {
            homes = new Homes(codes);
            for (var ground : where) {
                households.each(ground, day, home -> {
                    if ((homes.size() & 0xfff) == 0) {
                        heard.accept(homes.size());
                    }
                    homes.add(home.id(), home.place(), home.needs());
                });
            }
            homes.sealed();
        }

        /** Leaves out whoever has nobody, or somebody who is no longer allowed, except the households of {@code without}. */
        private int[] onlyHis(UUID without, int[] previous, long[] excluded) {
            int his = people.getOrDefault(without, -1);
            IntPredicate stays = h -> previous[h] == his && his >= 0
                    || previous[h] >= 0 && previous[h] < serving.size() && allowed(h, previous[h], excluded);
            var left = IntStream.range(0, previous.length)
                    .filter(stays)
                    .map(h -> previous[h])
                    .toArray();
            homes = homes.only(stays);
            return left;
        }

        private boolean allowed(int h, int c, long[] excluded) {
            return served.getOrDefault(serving.get(c).unit(), List.of()).contains(homes.villageOf(h))
                    && Arrays.binarySearch(excluded, (long) h << 32 | c) < 0;
        }

        /** Who holds whom: both come village by village and by identity, so one walk along both is enough. */
        private int[] contacts() {
            var previous = new int[homes.size()];
            Arrays.fill(previous, -1);
            for (var ground : where) {
                pairings.each(ground, day, held -> {
                    int h = homes.find(held.place(), held.household());
                    if (h >= 0) {
                        previous[h] = people.computeIfAbsent(held.cadre(), stranger -> {
                            strangers.add(stranger);
                            return serving.size() + strangers.size() - 1;
                        });
                    }
                });
            }
            return previous;
        }

        private long[] exclusions() {
            var pairs = new HashSet<Long>();
            for (var ground : where) {
                for (var pair : exclusions.on(ground, day)) {
                    int c = people.getOrDefault(pair.cadre(), Integer.MAX_VALUE);
                    if (c < serving.size()) {
                        homes.of(pair.place(), pair.household()).forEach(h -> pairs.add((long) h << 32 | c));
                    }
                }
            }
            return pairs.stream().mapToLong(Long::longValue).sorted().toArray();
        }

        private Roster assemble(Map<UUID, UUID> pinned, int[] previous, long[] excluded, boolean holding) {
            var terrain = new Terrain(places);
            var here = here(previous);
            var may = whole.entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            var limits = posts.of(serving, here, may, terrain, policy, day);
            var numbering = new Numbering(
                    policy,
                    spots(terrain),
                    homes.kinds(),
                    holding
                            ? IntStream.range(0, limits.size())
                                    .mapToObj(c -> limits.get(c).holding(here[c]))
                                    .toList()
                            : limits,
                    unitsOf(limits),
                    servedBy(unitsOf(limits)));
            return new Roster(
                    policy,
                    numbering.problem(homes, previous, excluded, pins(pinned, excluded)),
                    numbering.villages(),
                    numbering.units(),
                    numbering.posts(),
                    numbering.kinds(),
                    homes.ids,
                    previous,
                    List.copyOf(strangers),
                    numbering.served(),
                    excluded,
                    terrain.unplaced());
        }

        private int[] here(int[] previous) {
            var here = new int[serving.size() + strangers.size()];
            for (int who : previous) {
                if (who >= 0) {
                    here[who]++;
                }
            }
            return here;
        }

        private List<Roster.Spot> spots(Terrain terrain) {
            return places.stream()
                    .map(d -> new Roster.Spot(
                            d.id(),
                            d.code().value(),
                            terrain.of(d).x(),
                            terrain.of(d).y()))
                    .toList();
        }

        private List<UUID> unitsOf(List<Post> posts) {
            return Stream.concat(posts.stream().map(Post::unit), served.keySet().stream())
                    .distinct()
                    .sorted(UuidColumn::unsigned)
                    .toList();
        }

        private int[][] servedBy(List<UUID> units) {
            return units.stream()
                    .map(u -> served.getOrDefault(u, List.of()).stream()
                            .mapToInt(Integer::intValue)
                            .toArray())
                    .toArray(int[][]::new);
        }

        /** A pin holds while its cadre serves and nobody has excluded the pair since. */
        private Map<Integer, Integer> pins(Map<UUID, UUID> pinned, long[] excluded) {
            var pins = new TreeMap<Integer, Integer>();
            for (int h = 0; h < homes.size() && !pinned.isEmpty(); h++) {
                int c = people.getOrDefault(pinned.get(homes.ids.get(h)), Integer.MAX_VALUE);
                if (c < serving.size() && Arrays.binarySearch(excluded, (long) h << 32 | c) < 0) {
                    pins.put(h, c);
                }
            }
            return pins;
        }
    }
}
