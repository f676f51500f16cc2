package lianxin.proposal;

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
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import lianxin.matcher.Problem;
import lianxin.pairing.ContactScheme;
import lianxin.pairing.Exclusions;
import lianxin.pairing.Grounds;
import lianxin.pairing.Pairings;
import lianxin.pairing.Pins;
import lianxin.region.Division;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.region.Level;
import lianxin.registry.Cadre;
import lianxin.registry.Cadres;
import lianxin.registry.Households;
import lianxin.registry.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the registry and the pairings of a ground into a {@link Roster}. Two million households pass through without being held as objects. */
@Component
class RollCall {

    /** Every place there is. */
    private static final Ground EVERYWHERE = new Ground(100_000_000_000L, 1_000_000_000_000L);

    /** The loads of more cadres than these are counted in one reading of all pairs. */
    private static final int MANY = 5_000;

    private final Divisions divisions;
    private final Units units;
    private final Cadres cadres;
    private final Households households;
    private final Pairings pairings;
    private final Grounds grounds;
    private final Exclusions exclusions;
    private final Pins pins;

    RollCall(
            Divisions divisions,
            Units units,
            Cadres cadres,
            Households households,
            Pairings pairings,
            Grounds grounds,
            Exclusions exclusions,
            Pins pins) {
        this.divisions = divisions;
        this.units = units;
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
    Roster call(Ground ground, LocalDate day, ContactScheme scheme, LongConsumer heard) {
        return new Reading(List.of(ground), day, new Policy(scheme), heard).read(null, false);
    }

    /**
     * The roster of some grounds, for a repair: nobody's limits force a change.
     *
     * @param where grounds that do not overlap
     * @param without a cadre who takes no part although he serves, because he is about to leave or is ill: then only his households
     *     look for somebody else, and whoever else has nobody, or somebody no longer allowed, is left as he is. Null: all these look
     */
    Roster holding(Collection<Ground> where, LocalDate day, ContactScheme scheme, @Nullable UUID without) {
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
        private final Map<UUID, Boolean> inside = new HashMap<>();

        private UuidColumn ids = new UuidColumn();
        private IntColumn villageOf = new IntColumn();
        private IntColumn kindOf = new IntColumn();
        private final Map<List<String>, Integer> kinds = new LinkedHashMap<>();
        private int[] starts = {};

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

        private int village(long place) {
            int v = Arrays.binarySearch(codes, place);
            if (v < 0) {
                throw new IllegalStateException("households in " + place + ", which is no village on " + day);
            }
            return v;
        }

        /** Which units serve which of these villages, and whether they serve any place elsewhere. */
        private void unitGrounds() {
            for (var unit : grounds.on(EVERYWHERE, day)) {
                var villages = new ArrayList<Integer>();
                for (int v = first(unit.ground().lo()); v < first(unit.ground().hi()); v++) {
                    villages.add(v);
                }
                boolean covered = where.stream()
                        .anyMatch(g ->
                                g.lo() <= unit.ground().lo() && unit.ground().hi() <= g.hi());
                inside.merge(unit.unit(), covered, Boolean::logicalAnd);
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
                    .sorted(Comparator.comparing(Cadre::id, RollCall::unsigned))
                    .forEach(serving::add);
            for (var cadre : serving) {
                people.put(cadre.id(), people.size());
            }
        }

        private void households() {
            for (var ground : where) {
                households.each(ground, day, home -> {
                    if ((ids.size() & 0xfff) == 0) {
                        heard.accept(ids.size());
                    }
                    ids.add(home.id());
                    villageOf.add(village(home.place()));
                    kindOf.add(kinds.computeIfAbsent(home.needs(), _ -> kinds.size()));
                });
            }
            starts = starts();
        }

        private int[] starts() {
            var starts = new int[codes.length + 1];
            for (int h = 0; h < ids.size(); h++) {
                starts[villageOf.get(h) + 1]++;
            }
            for (int v = 0; v < codes.length; v++) {
                starts[v + 1] += starts[v];
            }
            return starts;
        }

        /** Leaves out whoever has nobody, or somebody who is no longer allowed, except the households of {@code without}. */
        private int[] onlyHis(UUID without, int[] previous, long[] excluded) {
            int his = people.getOrDefault(without, -1);
            var some = new UuidColumn();
            var someVillage = new IntColumn();
            var someKind = new IntColumn();
            var somePrevious = new IntColumn();
            for (int h = 0; h < previous.length; h++) {
                int c = previous[h];
                if (c >= 0 && (c == his || c < serving.size() && allowed(h, c, excluded))) {
                    some.add(ids.get(h));
                    someVillage.add(villageOf.get(h));
                    someKind.add(kindOf.get(h));
                    somePrevious.add(c);
                }
            }
            ids = some;
            villageOf = someVillage;
            kindOf = someKind;
            starts = starts();
            return somePrevious.toArray();
        }

        private boolean allowed(int h, int c, long[] excluded) {
            return served.getOrDefault(serving.get(c).unit(), List.of()).contains(villageOf.get(h))
                    && Arrays.binarySearch(excluded, (long) h << 32 | c) < 0;
        }

        private int household(long place, UUID id) {
            int v = Arrays.binarySearch(codes, place);
            return v < 0 ? -1 : ids.find(starts[v], starts[v + 1], id);
        }

        /** Who holds whom: both come village by village and by identity, so one walk along both is enough. */
        private int[] contacts() {
            var previous = new int[ids.size()];
            Arrays.fill(previous, -1);
            for (var ground : where) {
                pairings.each(ground, day, held -> {
                    int h = household(held.place(), held.household());
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
                    int h = household(pair.place(), pair.household());
                    if (h >= 0 && c < serving.size()) {
                        pairs.add((long) h << 32 | c);
                    }
                }
            }
            return pairs.stream().mapToLong(Long::longValue).sorted().toArray();
        }

        private Roster assemble(Map<UUID, UUID> pinned, int[] previous, long[] excluded, boolean holding) {
            var terrain = new Terrain(places);
            var posts = posts(terrain, previous, holding);
            var homeUnits = posts.stream().map(Post::unit).collect(Collectors.toCollection(HashSet::new));
            homeUnits.addAll(served.keySet());
            var unitIds = homeUnits.stream().sorted(RollCall::unsigned).toList();
            var number = new HashMap<UUID, Integer>();
            unitIds.forEach(u -> number.put(u, number.size()));
            var servedBy = unitIds.stream()
                    .map(u -> served.getOrDefault(u, List.of()).stream()
                            .mapToInt(Integer::intValue)
                            .toArray())
                    .toArray(int[][]::new);
            var spots = places.stream()
                    .map(d -> new Roster.Spot(
                            d.id(),
                            d.code().value(),
                            terrain.of(d).x(),
                            terrain.of(d).y()))
                    .toList();
            var kindList = List.copyOf(kinds.keySet());
            var problem = problem(spots, kindList, posts, number, servedBy, previous, excluded, pinned);
            return new Roster(
                    policy,
                    problem,
                    spots,
                    unitIds,
                    posts,
                    kindList,
                    ids,
                    previous,
                    List.copyOf(strangers),
                    servedBy,
                    excluded,
                    terrain.unplaced());
        }

        private List<Post> posts(Terrain terrain, int[] previous, boolean holding) {
            var here = new int[serving.size() + strangers.size()];
            for (int who : previous) {
                if (who >= 0) {
                    here[who]++;
                }
            }
            var total = loads();
            var offices = units.byId(serving.stream().map(Cadre::unit).collect(Collectors.toSet()));
            var posts = new ArrayList<Post>();
            for (int c = 0; c < serving.size(); c++) {
                var cadre = serving.get(c);
                int elsewhere = Math.max(0, total.getOrDefault(cadre.id(), 0) - here[c]);
                var limits = policy.limits(cadre);
                var at = terrain.of(java.util.Objects.requireNonNull(offices.get(cadre.unit())));
                int high = Math.max(0, limits.high() - elsewhere);
                int low = inside.getOrDefault(cadre.unit(), false) ? Math.max(0, limits.low() - elsewhere) : 0;
                var post = new Post(
                        cadre.id(),
                        cadre.unit(),
                        cadre.place(),
                        at.x(),
                        at.y(),
                        cadre.leader(),
                        Set.copyOf(cadre.skills()),
                        Math.min(low, high),
                        Math.clamp(limits.target() - (long) elsewhere, Math.min(low, high), high),
                        high,
                        elsewhere,
                        limits.overload());
                posts.add(holding ? post.holding(here[c]) : post);
            }
            return List.copyOf(posts);
        }

        private Map<UUID, Integer> loads() {
            return serving.size() > MANY
                    ? pairings.loads(EVERYWHERE, day)
                    : pairings.loadsOf(serving.stream().map(Cadre::id).toList(), day);
        }

        private Problem problem(
                List<Roster.Spot> spots,
                List<List<String>> kindList,
                List<Post> posts,
                Map<UUID, Integer> unit,
                int[][] servedBy,
                int[] previous,
                long[] excluded,
                Map<UUID, UUID> pinned) {
            var profiles = new LinkedHashMap<Profile, Integer>();
            posts.forEach(p -> profiles.putIfAbsent(new Profile(p.leader(), p.skills()), profiles.size()));
            var b = Problem.builder(
                    spots.size(), kindList.size(), profiles.size(), servedBy.length, posts.size(), ids.size());
            for (int v = 0; v < spots.size(); v++) {
                b.village(v, spots.get(v).x(), spots.get(v).y());
            }
            for (int k = 0; k < kindList.size(); k++) {
                var needs = kindList.get(k);
                b.needClass(k, policy.weight(needs), policy.change(needs));
                for (var profile : profiles.entrySet()) {
                    b.skillPenalty(
                            k,
                            profile.getValue(),
                            policy.unskilled(needs, profile.getKey().skills())
                                    + policy.unled(needs, profile.getKey().leader()));
                }
            }
            for (int u = 0; u < servedBy.length; u++) {
                b.unit(u, servedBy[u]);
            }
            for (int c = 0; c < posts.size(); c++) {
                var p = posts.get(c);
                int profile = profiles.getOrDefault(new Profile(p.leader(), p.skills()), 0);
                b.cadre(
                        c,
                        unit.getOrDefault(p.unit(), -1),
                        profile,
                        p.x(),
                        p.y(),
                        p.low(),
                        p.target(),
                        p.high(),
                        p.overload());
            }
            for (int h = 0; h < ids.size(); h++) {
                b.household(h, villageOf.get(h), kindOf.get(h), previous[h] < posts.size() ? previous[h] : -1);
            }
            for (long pair : excluded) {
                b.exclude((int) (pair >>> 32), (int) pair);
            }
            for (int h = 0; h < ids.size() && !pinned.isEmpty(); h++) {
                int c = people.getOrDefault(pinned.get(ids.get(h)), Integer.MAX_VALUE);
                // A pin holds while its cadre serves and nobody has excluded the pair since.
                if (c < serving.size() && Arrays.binarySearch(excluded, (long) h << 32 | c) < 0) {
                    b.pin(h, c);
                }
            }
            return b.build();
        }
    }

    private record Profile(boolean leader, Set<String> skills) {}

    /** The order of the database, so that it does not matter who sorts. */
    static int unsigned(UUID a, UUID b) {
        int first = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return first != 0 ? first : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}
