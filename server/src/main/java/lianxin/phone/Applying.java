package lianxin.phone;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.phone.Devices.Device;
import lianxin.phone.Outbox.Outcome;
import lianxin.phone.Reading.Read;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies items in one transaction: what they did, their receipts, what phones are told of it ({@link FeedNews}), and the record, together or not at all. */
@Component
class Applying {

    static final String ACCEPTED = "accepted";
    static final String DUPLICATE = "duplicate";
    static final String QUARANTINED = "quarantined";

    /** The phone was reported lost, or whoever told it may do nothing any more. */
    static final String ENDED = "PHONE_ENDED";

    private final ReceiptStore receipts;
    private final HeldStore held;
    private final Deeds deeds;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Applying(ReceiptStore receipts, HeldStore held, Deeds deeds, ApplicationEventPublisher house, Clock clock) {
        this.receipts = receipts;
        this.held = held;
        this.deeds = deeds;
        this.house = house;
        this.clock = clock;
    }

    @Transactional
    public List<Outcome> all(List<Read> items, Device device, UUID account, @Nullable Caller caller) {
        var before = receipts.of(
                items.stream().filter(i -> i.item() != null).map(Read::id).toList());
        var fresh = new LinkedHashMap<UUID, Read>();
        items.stream()
                .filter(i -> i.item() != null && !before.containsKey(i.id()))
                .forEach(i -> fresh.putIfAbsent(i.id(), i));
        var done = caller == null
                ? ended(fresh.values().stream().toList())
                : deeds.done(
                        fresh.values().stream()
                                .map(i -> Objects.requireNonNull(i.item()))
                                .toList(),
                        caller);
        keep(fresh, done, device, account);
        var answered = new HashSet<UUID>();
        return items.stream()
                .map(i -> outcome(i, before, fresh, done, account, answered))
                .toList();
    }

    private Outcome outcome(
            Read read,
            Map<UUID, ReceiptStore.Given> before,
            Map<UUID, Read> fresh,
            Map<UUID, Deeds.Done> done,
            UUID account,
            Set<UUID> answered) {
        if (read.item() == null) {
            return Outcome.refused(read.label(), Objects.requireNonNull(read.refusal()));
        }
        var given = before.get(read.id());
        if (given != null) {
            return given.account().equals(account) && MessageDigest.isEqual(given.digest(), read.digest())
                    ? new Outcome(
                            read.label(),
                            given.answer().equals(ACCEPTED) ? DUPLICATE : given.answer(),
                            given.code(),
                            null)
                    : Outcome.refused(read.label(), PhoneRefusal.ITEM_REWRITTEN.because());
        }
        var first = Objects.requireNonNull(fresh.get(read.id()));
        if (!MessageDigest.isEqual(first.digest(), read.digest())) {
            return Outcome.refused(read.label(), PhoneRefusal.ITEM_REWRITTEN.because());
        }
        var what = Objects.requireNonNull(done.get(read.id()));
        if (what.refusal() != null) {
            return Outcome.refused(read.label(), what.refusal());
        }
        var again = !answered.add(read.id());
        return what.doubt() == null
                ? new Outcome(read.label(), again ? DUPLICATE : ACCEPTED, null, null)
                : new Outcome(read.label(), QUARANTINED, what.doubt(), null);
    }

    /** Receipts of all that is kept, and what waits. */
    private void keep(Map<UUID, Read> fresh, Map<UUID, Deeds.Done> done, Device device, UUID account) {
        var given = new ArrayList<ReceiptStore.Given>();
        var waiting = new ArrayList<Read>();
        fresh.forEach((id, read) -> {
            var what = Objects.requireNonNull(done.get(id));
            if (what.refusal() == null) {
                given.add(new ReceiptStore.Given(
                        id, read.digest(), account, what.doubt() == null ? ACCEPTED : QUARANTINED, what.doubt()));
                if (what.doubt() != null) {
                    waiting.add(read);
                }
            }
        });
        if (given.isEmpty()) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        receipts.add(given, device.id(), now);
        waiting.forEach(read -> hold(read, Objects.requireNonNull(done.get(read.id())), device, account, now));
        if (!waiting.isEmpty()) {
            house.publishEvent(new ItemsHeld(account, account, now, waiting.size()));
        }
    }

    private void hold(Read read, Deeds.Done what, Device device, UUID account, Instant now) {
        var item = Objects.requireNonNull(read.item());
        held.add(
                new Held(
                        item.id(),
                        account,
                        device.cadre(),
                        what.household() == null ? device.place() : what.place(),
                        what.household(),
                        item.kind(),
                        Objects.requireNonNull(what.doubt()),
                        item.seenAt().truncatedTo(ChronoUnit.MICROS),
                        item.made().truncatedTo(ChronoUnit.MICROS),
                        now,
                        Held.State.WAITING,
                        null),
                read.text().get());
    }

    private static Map<UUID, Deeds.Done> ended(List<Read> items) {
        var all = new HashMap<UUID, Deeds.Done>();
        items.forEach(i -> all.put(i.id(), new Deeds.Done(null, 0, ENDED, null)));
        return all;
    }
}
