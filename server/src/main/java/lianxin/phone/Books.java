package lianxin.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.platform.CountyTime;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.visit.Figures;
import lianxin.visit.Round;
import lianxin.visit.Rounds;
import lianxin.visit.Turns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a phone is handed of its round: what changed since it last asked, in the order in which that became visible. When nothing changed, nothing is read but
 * the book.
 */
@Service
class Books {

    /** Households handed out at once. */
    static final int A_PAGE = 100;

    private final BookStore store;
    private final Rounds rounds;
    private final Homes homes;
    private final Turns turns;
    private final Reads reads;
    private final CountyTime time;
    private final JsonMapper json;

    Books(BookStore store, Rounds rounds, Homes homes, Turns turns, Reads reads, CountyTime time, JsonMapper json) {
        this.store = store;
        this.rounds = rounds;
        this.homes = homes;
        this.turns = turns;
        this.reads = reads;
        this.time = time;
        this.json = json;
    }

    /** What is handed out at once. */
    record Page(
            String cursor, @Nullable String root, String epoch, boolean more, List<Sync.Put> puts, List<UUID> drops) {}

    /** Makes the book what the round is today, unless nobody heard of a change since it was. */
    @Transactional
    public void settle(Caller caller) {
        var today = time.today();
        var holder = Devices.holder(caller);
        var book = store.book(holder).orElse(null);
        if (book == null || book.stale() || !book.day().equals(today)) {
            store.set(
                    holder,
                    today,
                    rounds.of(caller, today).stream().map(Round::household).toList());
        }
    }

    /** What changed behind the cursor. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Page page(@Nullable String cursor, Caller caller) {
        var holder = Devices.holder(caller);
        var state = store.state(holder);
        var from = Cursor.of(cursor, store.epoch());
        if (from.ahead(state.last())) {
            from = new Cursor(from.epoch(), "0", 0);
        }
        var changes = store.changes(holder, from.xid(), from.seq(), A_PAGE);
        var more = changes.size() == A_PAGE;
        return new Page(
                (changes.isEmpty() ? from : from.at(changes.getLast())).toString(),
                more || !state.certain() ? null : state.root(),
                from.epoch(),
                more,
                puts(changes.stream().filter(c -> !c.gone()).toList(), caller),
                changes.stream()
                        .filter(BookStore.Change::gone)
                        .map(BookStore.Change::household)
                        .toList());
    }

    /** Of the buckets that differ, what belongs there. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Sync.Healed heal(List<String> theirs, Caller caller) {
        var holder = Devices.holder(caller);
        var state = store.state(holder);
        var ours = store.buckets(holder);
        var differing = new TreeMap<String, List<UUID>>();
        var anew = new ArrayList<BookStore.Change>();
        for (var i = 0; i < theirs.size(); i++) {
            var bucket = ours.getOrDefault(i, Map.of());
            var hash = bucket.values().stream().reduce(0L, (a, b) -> a ^ b);
            if (!hex(hash).equals(theirs.get(i))) {
                differing.put(
                        hex(i).substring(14), bucket.keySet().stream().sorted().toList());
                bucket.forEach((home, h) -> anew.add(new BookStore.Change(home, 0, "0", hex(h), false)));
            }
        }
        var last = new Cursor(store.epoch(), Long.toString(Long.parseLong(state.last()) - 1), Long.MAX_VALUE / 10);
        return new Sync.Healed(last.toString(), state.certain() ? state.root() : null, differing, puts(anew, caller));
    }

    /** The figures of the round, counted anew when something changed or a day went by. */
    @Transactional
    public Figures figures(Caller caller) {
        var today = time.today();
        var holder = Devices.holder(caller);
        var book = store.book(holder).orElseThrow();
        if (book.figures() != null && today.equals(book.countedOn())) {
            return json.readValue(book.figures(), Figures.class);
        }
        var figures = turns.figures(homes.turns(rounds.of(caller, today), today), today);
        store.figures(holder, json.writeValueAsString(figures), today);
        return figures;
    }

    private List<Sync.Put> puts(List<BookStore.Change> changes, Caller caller) {
        if (changes.isEmpty()) {
            return List.of();
        }
        var today = time.today();
        var wanted = changes.stream().map(BookStore.Change::household).collect(Collectors.toSet());
        var round = rounds.of(caller, today).stream()
                .filter(r -> wanted.contains(r.household()))
                .toList();
        var documents = homes.of(round, today, caller);
        reads.of(caller, Purpose.PHONE, wanted);
        return changes.stream()
                .filter(c -> documents.containsKey(c.household()))
                .map(c -> new Sync.Put(c.household(), c.h(), Objects.requireNonNull(documents.get(c.household()))))
                .toList();
    }

    private static String hex(long hash) {
        return String.format("%016x", hash);
    }
}
