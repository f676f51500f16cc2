package lianxin.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.region.Ground;
import lianxin.registry.Household;
import lianxin.registry.Households;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is whose one fixed contact, on any day, and the two ways it changes: a plan adopted, and one household moved by hand. Methods without a
 * caller are for other rooms, whose services decide who may.
 */
@Service
public class Pairings {

    /** No household; to begin a page by key. */
    public static final UUID FIRST = new UUID(0, 0);

    private final PairingStore store;
    private final AdoptionStore adoptions;
    private final Households households;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Pairings(
            PairingStore store,
            AdoptionStore adoptions,
            Households households,
            ApplicationEventPublisher house,
            Clock clock) {
        this.store = store;
        this.adoptions = adoptions;
        this.households = households;
        this.house = house;
        this.clock = clock;
    }

    /** The household's contact on {@code day}; empty when it had none. */
    public Optional<Pairing> contactOf(UUID household, LocalDate day) {
        return store.contactOf(household, day);
    }

    /** The household's whole chain, the oldest stretch first. */
    public List<Pairing> history(UUID household) {
        return store.history(household);
    }

    /** What stretches of the household said before they were corrected on the day they began, the oldest first; {@code until} is null. */
    public List<Pairing> replaced(UUID household) {
        return store.replaced(household);
    }

    /** The contact of each of {@code households} on {@code day}, by household. Those without one are missing. */
    public Map<UUID, UUID> contactsOf(Collection<UUID> households, LocalDate day) {
        return store.contactsOf(households, day);
    }

    /** What a cadre held on {@code day}, after {@code afterHousehold} in the order of household; at most {@code limit}. */
    public List<Pairing> heldBy(UUID cadre, LocalDate day, UUID afterHousehold, int limit) {
        return store.heldBy(cadre, day, afterHousehold, limit);
    }

    /** How many households a cadre held on {@code day}. */
    public int load(UUID cadre, LocalDate day) {
        return store.load(cadre, day);
    }

    /** How many households each cadre held on {@code day}, households on {@code ground} only, by cadre. Those who held none are missing. */
    public Map<UUID, Integer> loads(Ground ground, LocalDate day) {
        return store.loads(ground, day);
    }

    /** How many households each of {@code cadres} held on {@code day}, anywhere. Those who held none are missing. */
    public Map<UUID, Integer> loadsOf(Collection<UUID> cadres, LocalDate day) {
        return store.loadsOf(cadres, day);
    }

    /** How many households had a contact on {@code day} in each village on {@code ground}, by code. Villages without any are missing. */
    public Map<Long, Integer> coveredPerVillage(Ground ground, LocalDate day) {
        return store.coveredPerVillage(ground, day);
    }

    /** How many households on {@code ground} had a contact on {@code day}. Kept as a running sum, so a city costs no more than a village. */
    public long covered(Ground ground, LocalDate day) {
        return store.covered(ground, day);
    }

    /** How many households each cadre holds in each village on {@code ground} on {@code day}, village by village. */
    public List<Holding> holdings(Ground ground, LocalDate day) {
        return store.holdings(ground, day);
    }

    /** When each of {@code households} last changed its contact; without those that never had one. */
    public Map<UUID, LocalDate> lastChange(Collection<UUID> households) {
        return store.lastChange(households);
    }

    /** Per village code on {@code ground}, links of chains that do not hold; the database sees to it that there are none (I-NOGAP). */
    public Map<Long, Integer> broken(Ground ground) {
        return store.broken(ground);
    }

    /** Every pair on {@code ground} on {@code day}, village by village and by household, one at a time: 2 million pass without being held. */
    public void each(Ground ground, LocalDate day, Consumer<Held> visitor) {
        store.each(ground, day, visitor);
    }

    /**
     * Households on {@code ground} in scope on {@code day} without a contact, village by village; at most {@code limit}. Looks only into
     * villages where the counts differ.
     */
    public List<Household> uncovered(Ground ground, LocalDate day, int limit) {
        var covered = store.coveredPerVillage(ground, day);
        var found = new ArrayList<Household>();
        for (var village : households.perVillage(ground, day).entrySet()) {
            if (found.size() >= limit) {
                break;
            }
            if (!village.getValue().equals(covered.get(village.getKey()))) {
                uncoveredIn(village.getKey(), day, limit, found);
            }
        }
        return found;
    }

    private void uncoveredIn(long village, LocalDate day, int limit, List<Household> found) {
        var last = FIRST;
        while (found.size() < limit) {
            var some = households.inVillage(village, day, last, 1_000);
            if (some.isEmpty()) {
                return;
            }
            var held = store.contactsOf(some.stream().map(Household::id).toList(), day);
            some.stream()
                    .filter(h -> !held.containsKey(h.id()))
                    .limit(limit - found.size())
                    .forEach(found::add);
            last = some.getLast().id();
        }
    }

    /**
     * Gives every household of the plan its contact, in one transaction. A household without one gets a first stretch; one with another contact
     * has its stretch ended and a new one begun on the same day; one that keeps its contact is not touched; a second change on one day replaces
     * the first, which stays readable.
     *
     * <p>Refused as a whole, with what is in the way: when a household changed after the day, is not in scope, or is pinned to somebody else;
     * when a cadre does not serve; when a pair is excluded; when somebody else is adopting right now.
     */
    @Transactional
    public Changed adopt(Adoption adoption, Caller caller) {
        var right = adoption.reason() == Reason.PLAN_ADOPTED ? Right.PAIRING_ADOPT : Right.PAIRING_REPAIR;
        caller.may(right);
        PairingRules.adoptable(adoption.reason());
        PairingRules.near(adoption.day(), today());
        var villages = new ArrayList<Long>();
        var staged = adoptions.stage(adoption.villages(), plan -> {
            caller.may(right, plan.place());
            villages.add(plan.place());
        });
        var changed = adoptions.adopt(
                staged, adoption.run(), adoption.day(), adoption.reason(), caller.id(), clock.instant());
        house.publishEvent(new PairingsAdopted(
                adoption.run() == null ? Ids.next() : adoption.run(),
                caller.id(),
                clock.instant(),
                adoption.day(),
                List.copyOf(villages),
                changed.given(),
                changed.changed()));
        return changed;
    }

    /** Gives one household {@code cadre}, as an adoption of one pair, and tells it singly. */
    @Transactional
    void give(Household family, UUID cadre, Reason reason, LocalDate day, UUID by) {
        var before = contactOf(family.id(), day).map(Pairing::cadre).orElse(null);
        if (cadre.equals(before)) {
            throw PairingRefusal.CONTACT_ALREADY.because(family.key());
        }
        var pair = new VillagePlan(family.village(), family.place(), new UUID[] {family.id()}, new UUID[] {cadre});
        var staged = adoptions.stage(List.of(pair), _ -> {});
        adoptions.adopt(staged, null, day, reason, by, clock.instant());
        house.publishEvent(
                new ContactChanged(family.id(), by, clock.instant(), day, family.place(), before, cadre, reason));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CountyTime.ZONE);
    }

    /** A household, its contact and its village's code. */
    public record Held(UUID household, UUID cadre, long place) {}

    /** Households of one village held by one cadre. */
    public record Holding(long place, UUID cadre, int households) {}

    /**
     * A plan to be adopted.
     *
     * @param run the proposal it comes from; null when it comes from none
     * @param day the day it holds from
     * @param reason PLAN_ADOPTED needs the right to adopt; any other is a repair
     * @param villages read once, one after the other, so that a city's plan need not be held
     */
    public record Adoption(@Nullable UUID run, LocalDate day, Reason reason, Iterable<VillagePlan> villages) {}

    /**
     * The plan of one village: the nth household goes to the nth cadre. Those who keep their contact may be among them.
     *
     * @param place code of the village
     */
    public record VillagePlan(UUID village, long place, UUID[] households, UUID[] cadres) {

        public VillagePlan {
            if (households.length != cadres.length) {
                throw new IllegalArgumentException(
                        households.length + " households, " + cadres.length + " cadres in " + place);
            }
        }
    }

    /** What an adoption did: households with a first contact, with another one, with the same as before. */
    public record Changed(long given, long changed, long kept) {}
}
