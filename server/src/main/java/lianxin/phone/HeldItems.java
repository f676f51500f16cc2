package lianxin.phone;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import lianxin.visit.LogVisit;
import lianxin.visit.Seen;
import lianxin.visit.Visits;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What phones told and nobody could simply believe, as the township works it off: kept as it is, kept for another cadre, asked back, or set aside. */
@Service
public class HeldItems {

    static final int SHOWN = 200;

    private static final int LONGEST = 200;

    private final HeldStore store;
    private final Visits visits;
    private final Cadres cadres;
    private final Reads reads;
    private final JsonMapper json;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    HeldItems(
            HeldStore store,
            Visits visits,
            Cadres cadres,
            Reads reads,
            JsonMapper json,
            ApplicationEventPublisher house,
            Clock clock) {
        this.store = store;
        this.visits = visits;
        this.cadres = cadres;
        this.reads = reads;
        this.json = json;
        this.house = house;
        this.clock = clock;
    }

    /** An item that waits, and what it says; {@code visit} is null when it is no visit. */
    public record Told(Held held, @Nullable LogVisit visit) {}

    /** What waits on the caller’s ground, the oldest first. */
    @Transactional
    public List<Told> open(Caller caller) {
        caller.may(Right.VISIT_DECIDE);
        var open = store.open(caller.ground(), SHOWN);
        reads.of(
                caller,
                Purpose.PHONE_HELD,
                open.stream()
                        .map(Held::household)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList());
        return open.stream()
                .map(held -> new Told(held, held.kind().equals("visit") ? visit(held) : null))
                .toList();
    }

    /** It was a visit of whoever told it. What lies in the future is taken for the moment it came in. */
    @Transactional
    public void keep(UUID id, Caller caller) {
        var held = waiting(id, caller);
        keep(held, held.cadre(), Held.State.KEPT, caller);
    }

    /** It was a visit, but another cadre’s. Refused when there is no such cadre. */
    @Transactional
    public void keepForAnother(UUID id, String key, Caller caller) {
        var held = waiting(id, caller);
        keep(
                held,
                cadres.byKey(key.strip()).map(Cadre::id).orElseThrow(() -> PhoneRefusal.NO_SUCH_ITEM.because()),
                Held.State.KEPT_FOR_ANOTHER,
                caller);
    }

    /** Asks its author, who sees the question on the phone and answers with another visit or by telephone. */
    @Transactional
    public void ask(UUID id, String question, Caller caller) {
        var held = waiting(id, caller);
        var asked = question.strip();
        if (asked.isEmpty() || asked.length() > LONGEST) {
            throw PhoneRefusal.NO_QUESTION.because();
        }
        decided(held, Held.State.ASKED, asked, caller);
    }

    /** It is nothing to keep. */
    @Transactional
    public void setAside(UUID id, Caller caller) {
        decided(waiting(id, caller), Held.State.SET_ASIDE, null, caller);
    }

    private void keep(Held held, @Nullable UUID cadre, Held.State state, Caller caller) {
        if (!held.kind().equals("visit")) {
            throw PhoneRefusal.ITEM_DECIDED.because();
        }
        var seenAt = held.seenAt().isAfter(clock.instant()) ? held.at() : held.seenAt();
        visits.decide(
                new Seen(held.id(), visit(held), held.seenAt(), held.toldAt()), seenAt, held.account(), cadre, caller);
        decided(held, state, null, caller);
    }

    private Held waiting(UUID id, Caller caller) {
        caller.may(Right.VISIT_DECIDE);
        var held = store.byId(id).orElseThrow(PhoneRefusal.NO_SUCH_ITEM::because);
        caller.may(Right.VISIT_DECIDE, held.place());
        if (!held.open()) {
            throw PhoneRefusal.ITEM_DECIDED.because();
        }
        return held;
    }

    private void decided(Held held, Held.State state, @Nullable String question, Caller caller) {
        store.decide(held.id(), state, question, caller.id(), now());
        house.publishEvent(new HeldDecided(held.account(), caller.id(), now(), held.id(), state));
    }

    private LogVisit visit(Held held) {
        return json.treeToValue(json.readTree(store.item(held.id())).get("body"), LogVisit.class);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
