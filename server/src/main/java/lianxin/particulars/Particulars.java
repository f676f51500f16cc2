package lianxin.particulars;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.registry.Households;
import lianxin.vault.Cells;
import lianxin.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What of a household is kept under lock. Only for those who keep the roster of its place; whoever else asks is refused with 403 or 404. */
@Service
public class Particulars {

    private static final int LAST = 4;

    /** Opened where nothing is kept, so that whoever waits for the answer learns nothing from how long it takes. */
    private static final String DECOY = "00000000000";

    private static final UUID NOBODYS = new UUID(0, 0);

    private final ParticularStore store;
    private final Vault vault;
    private final Households households;
    private final Reads reads;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Particulars(
            ParticularStore store,
            Vault vault,
            Households households,
            Reads reads,
            ApplicationEventPublisher house,
            Clock clock) {
        this.store = store;
        this.vault = vault;
        this.households = households;
        this.reads = reads;
        this.house = house;
        this.clock = clock;
    }

    @Bean
    static Cells idNumbers(ParticularStore store) {
        return store.cells(Kind.ID_NUMBER);
    }

    @Bean
    static Cells phones(ParticularStore store) {
        return store.cells(Kind.PHONE);
    }

    /** What is kept, masked. */
    @Transactional
    public Map<Kind, String> masked(UUID household, Caller caller) {
        permitted(household, caller);
        reads.of(caller, Purpose.HOUSEHOLD_PAGE, List.of(household));
        var shown = new EnumMap<Kind, String>(Kind.class);
        for (var kind : Kind.values()) {
            store.find(household, kind)
                    .ifPresent(kept ->
                            shown.put(kind, kind.datum.masked(vault.open(kind.field, kept.id(), kept.sealed()))));
        }
        return shown;
    }

    /** One of them in clear, for a reason. */
    @Transactional
    public String reveal(UUID household, Kind kind, Reason reason, Caller caller) {
        usable(household, caller);
        var kept = store.find(household, kind).orElseThrow(ParticularsRefusal.NOT_KEPT::because);
        reads.of(caller, reason.purpose, List.of(household));
        return vault.open(kind.field, kept.id(), kept.sealed());
    }

    /**
     * Writes one down, in the place of what was there, with the day on which the household agreed to it; the record says that it did. An identity number belongs to one household: kept for another on the caller's ground it is
     * refused with that household's key; elsewhere it is kept twice, and nobody is told who else has it.
     */
    @Transactional
    public void put(UUID household, Kind kind, String written, LocalDate agreed, Caller caller) {
        usable(household, caller);
        if (agreed.isAfter(LocalDate.ofInstant(clock.instant(), CountyTime.ZONE))) {
            throw ParticularsRefusal.NOT_AGREED_YET.because();
        }
        var value = kind.field.shape().tidy(written).orElseThrow(() -> switch (kind) {
            case ID_NUMBER -> ParticularsRefusal.NOT_AN_ID_NUMBER.because();
            case PHONE -> ParticularsRefusal.NOT_A_PHONE.because();
        });
        if (kind == Kind.ID_NUMBER) {
            refuseSecond(household, value, caller);
        }
        store.put(household, kind, vault.seal(kind.field, Ids.next(), value), agreed);
        house.publishEvent(new ConsentGiven(household, caller.id(), clock.instant(), kind));
        tell(household, kind, caller);
    }

    /** Takes one away. */
    @Transactional
    public void remove(UUID household, Kind kind, Caller caller) {
        permitted(household, caller);
        if (store.remove(household, kind)) {
            tell(household, kind, caller);
        }
    }

    /** All of it in clear, for the room that answers the family’s own request; it decides who may, and records it. */
    @Transactional(readOnly = true)
    public Map<Kind, String> clear(UUID household) {
        var clear = new EnumMap<Kind, String>(Kind.class);
        for (var kind : Kind.values()) {
            store.find(household, kind)
                    .ifPresent(kept -> clear.put(kind, vault.open(kind.field, kept.id(), kept.sealed())));
        }
        return clear;
    }

    /**
     * The telephone, for the room that asks a household by message with a consent of its own; it decides who may, and records it. Empty when none is kept, when it is kept
     * and not used, and when it is another household’s too: then nobody knows who answers.
     */
    @Transactional(readOnly = true)
    public Optional<String> reachable(UUID household) {
        return store.find(household, Kind.PHONE)
                .filter(_ -> !store.locked(household))
                .map(kept -> vault.open(Kind.PHONE.field, kept.id(), kept.sealed()))
                .filter(phone -> store.under(Kind.PHONE, vault.exactly(Kind.PHONE.field, phone)).stream()
                        .allMatch(household::equals));
    }

    /**
     * Whether the telephone kept for the household ends so, for the room that lets it find a case of its own; it sees to it that nobody tries often. Never when none is kept or
     * it may not be used, and then as much is done as otherwise.
     */
    @Transactional(readOnly = true)
    public boolean endsWith(Optional<UUID> household, String four) {
        var whose = household.orElse(NOBODYS);
        var kept = store.find(whose, Kind.PHONE);
        var used = !store.locked(whose);
        var phone = kept.map(k -> vault.open(Kind.PHONE.field, k.id(), k.sealed()))
                .orElseGet(() -> vault.open(
                        Kind.PHONE.field,
                        NOBODYS,
                        vault.seal(Kind.PHONE.field, NOBODYS, DECOY).sealed()));
        var same = MessageDigest.isEqual(
                phone.substring(phone.length() - LAST).getBytes(StandardCharsets.UTF_8),
                four.getBytes(StandardCharsets.UTF_8));
        return same & used & kept.isPresent() & four.length() == LAST;
    }

    /** From now on it is kept and not used: nobody reads, changes or finds it, until {@link #unlock}. For the same room. */
    @Transactional
    public void lock(UUID household, Caller caller) {
        permitted(household, caller);
        store.lock(household, caller.id(), clock.instant());
    }

    /** It may be used again. */
    @Transactional
    public void unlock(UUID household, Caller caller) {
        permitted(household, caller);
        store.unlock(household);
    }

    private void refuseSecond(UUID household, String value, Caller caller) {
        households.byId(store.under(Kind.ID_NUMBER, vault.exactly(Kind.ID_NUMBER.field, value))).values().stream()
                .filter(other ->
                        !other.id().equals(household) && caller.ground().contains(other.place()))
                .findFirst()
                .ifPresent(other -> {
                    throw ParticularsRefusal.KEPT_ELSEWHERE.because(other.key());
                });
    }

    private void usable(UUID household, Caller caller) {
        permitted(household, caller);
        if (store.locked(household)) {
            throw ParticularsRefusal.LOCKED.because();
        }
    }

    private void permitted(UUID id, Caller caller) {
        caller.may(Right.REGISTRY_WRITE);
        var household = households.require(id);
        caller.may(Right.REGISTRY_WRITE, household.place());
    }

    private void tell(UUID household, Kind kind, Caller caller) {
        house.publishEvent(new ParticularsChanged(household, caller.id(), clock.instant(), kind));
    }
}
