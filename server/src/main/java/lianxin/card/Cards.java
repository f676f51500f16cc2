package lianxin.card;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.pairing.Pairings;
import lianxin.platform.CountyTime;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.region.Division;
import lianxin.region.DivisionCode;
import lianxin.region.Level;
import lianxin.registry.Household;
import lianxin.registry.Households;
import lianxin.scope.Standing;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import lianxin.staff.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contact cards: issued by printing them, again whenever the contact has changed. */
@Service
public class Cards {

    /** More households than any village has; a village is one print job. */
    private static final int VILLAGE_AT_MOST = 20_000;

    private final CardStore store;
    private final Households households;
    private final Cadres cadres;
    private final Units units;
    private final Pairings pairings;
    private final CountyTime time;
    private final Clock clock;
    private final ApplicationEventPublisher house;
    private final Reads reads;
    private final Standing standing;

    Cards(
            CardStore store,
            Households households,
            Cadres cadres,
            Units units,
            Pairings pairings,
            CountyTime time,
            Clock clock,
            ApplicationEventPublisher house,
            Reads reads,
            Standing standing) {
        this.standing = standing;
        this.store = store;
        this.households = households;
        this.cadres = cadres;
        this.units = units;
        this.pairings = pairings;
        this.time = time;
        this.clock = clock;
        this.house = house;
        this.reads = reads;
    }

    /** The household's card as it is to be printed today; a new version when the contact is not the one on the last card. Refused without a contact. */
    @Transactional
    public Face print(UUID household, Caller caller) {
        var home = households.require(household);
        caller.may(Right.CARD_PRINT, home.place());
        var faces = faces(List.of(home), home.id(), home.place(), caller);
        if (faces.isEmpty()) {
            throw CardRefusal.NO_CONTACT.because(home.head());
        }
        return faces.getFirst();
    }

    /** All cards of a village as one print job, by group and household; households without a contact are left out. */
    @Transactional
    public List<Face> printVillage(DivisionCode village, Caller caller) {
        caller.may(Right.CARD_PRINT, village);
        if (village.level() != Level.VILLAGE) {
            throw CardRefusal.NOT_A_VILLAGE.because(village);
        }
        var homes = households.inVillage(village.value(), time.today(), new UUID(0, 0), VILLAGE_AT_MOST);
        return homes.isEmpty() ? List.of() : faces(homes, homes.getFirst().village(), village.value(), caller);
    }

    /** How the villages under {@code place} stand: households, cards that count, and when the latest was printed. */
    @Transactional(readOnly = true)
    public List<VillageCards> standing(DivisionCode place, List<Division> villages, Caller caller) {
        caller.may(Right.CARD_PRINT, place);
        var tally = store.tally(place.ground());
        var covered = pairings.coveredPerVillage(place.ground(), time.today());
        return villages.stream()
                .map(village -> {
                    var code = village.code().value();
                    var cards = tally.get(code);
                    return new VillageCards(
                            code,
                            village.name(),
                            covered.getOrDefault(code, 0),
                            cards == null ? 0 : cards.cards(),
                            cards == null ? null : cards.latest());
                })
                .toList();
    }

    /** What the holder of a card sees: whom to call today. Anybody who knows the code may ask; the answer names no family. */
    @Transactional(readOnly = true)
    public Contact behind(String code) {
        return standing.house(() -> {
            if (!CardCode.shaped(code)) {
                throw CardRefusal.NO_SUCH_CARD.because();
            }
            var card = store.byCode(code).orElseThrow(CardRefusal.NO_SUCH_CARD::because);
            var pairing = pairings.contactOf(card.household(), time.today()).orElse(null);
            var cadre = pairing == null || pairing.cadre() == null ? null : cadres.require(pairing.cadre());
            return new Contact(
                    cadre == null ? null : person(cadre),
                    pairing == null ? null : pairing.since(),
                    card.version(),
                    store.newestVersion(card.household()) > card.version()
                            || (cadre != null && !cadre.id().equals(card.cadre())));
        });
    }

    private List<Face> faces(List<Household> homes, UUID subject, long place, Caller caller) {
        var today = time.today();
        var ids = homes.stream().map(Household::id).toList();
        var contacts = pairings.contactsOf(ids, today);
        var last = new HashMap<UUID, Card>();
        store.of(ids).forEach(card -> last.putIfAbsent(card.household(), card));
        var fresh = new ArrayList<Card>();
        for (var home : homes) {
            var contact = contacts.get(home.id());
            var card = last.get(home.id());
            if (contact != null
                    && (card == null
                            || card.withdrawnOn() != null
                            || !card.cadre().equals(contact))) {
                var next = new Card(
                        home.id(),
                        card == null ? 1 : card.version() + 1,
                        contact,
                        home.place(),
                        CardCode.next(),
                        today,
                        null);
                fresh.add(next);
                last.put(home.id(), next);
            }
        }
        if (!fresh.isEmpty()) {
            store.issue(fresh, caller.id());
            house.publishEvent(new CardsIssued(subject, caller.id(), clock.instant(), place, fresh.size()));
        }
        reads.of(caller, Purpose.CARD, contacts.keySet());
        var people = people(contacts.values());
        return homes.stream()
                .filter(home -> contacts.containsKey(home.id()))
                .sorted(Comparator.comparingInt(Household::group).thenComparing(Household::key))
                .map(home -> new Face(
                        home,
                        Objects.requireNonNull(last.get(home.id())),
                        Objects.requireNonNull(people.get(contacts.get(home.id())))))
                .toList();
    }

    private Map<UUID, Person> people(Collection<UUID> ids) {
        var found = cadres.byId(List.copyOf(new HashSet<>(ids)));
        var theirUnits = units.byId(found.values().stream().map(Cadre::unit).collect(Collectors.toSet()));
        return found.values().stream()
                .collect(Collectors.toMap(
                        Cadre::id,
                        cadre -> new Person(
                                cadre.name(),
                                Objects.requireNonNull(theirUnits.get(cadre.unit()))
                                        .name(),
                                cadre.post(),
                                cadre.phone())));
    }

    private Person person(Cadre cadre) {
        return new Person(cadre.name(), units.require(cadre.unit()).name(), cadre.post(), cadre.phone());
    }

    /** The contact as the card names him: his work phone, nothing private. */
    public record Person(
            String name, String unit, String post, @Nullable String phone) {}

    /** One card ready to print. */
    public record Face(Household household, Card card, Person contact) {}

    /** What the household's page shows: the contact now (null when there is none), since when, and whether a newer card exists. */
    public record Contact(@Nullable Person person, @Nullable LocalDate since, int version, boolean newer) {}

    /** A village's cards. */
    public record VillageCards(
            long code,
            String name,
            int withContact,
            int cards,
            @Nullable LocalDate latest) {}
}
