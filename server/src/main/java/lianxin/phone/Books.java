package lianxin.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.platform.CountyTime;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.visit.Figures;
import lianxin.visit.Round;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a phone is handed of its round: what changed since it last asked, in the order in which that became visible. When nothing changed, nothing is read but
 * the book.
 */
@Service
class Books {

    /** Households handed out at once. */
    static final int A_PAGE = 100;

    private final BookStore store;
    private final Homes homes;
    private final Reads reads;
    private final CountyTime time;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    Books(BookStore store, Homes homes, Reads reads, CountyTime time, PlatformTransactionManager transactions) {
        this.store = store;
        this.homes = homes;
        this.reads = reads;
        this.time = time;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * What is handed out at once.
     *
     * @param root null while it cannot be said
     * @param figures null while there is more
     */
    record Page(
            String cursor,
            @Nullable String root,
            String epoch,
            boolean more,
            List<Sync.Put> puts,
            List<UUID> drops,
            @Nullable Figures figures) {

        Page with(Figures counted) {
            return new Page(cursor, root, epoch, more, puts, drops, counted);
        }
    }

    /** What changed behind the cursor, and the figures of the round, counted anew when something changed or a day went by. */
    Page page(@Nullable String cursor, Caller caller) {
        var page = settled(caller, book -> page(cursor, book, caller));
        return page.more() || page.figures() != null ? page : page.with(figures(caller));
    }

    /** Of the buckets that differ, what belongs there. */
    Sync.Healed heal(List<String> theirs, Caller caller) {
        return settled(caller, book -> heal(theirs, book, caller));
    }

    private Figures figures(Caller caller) {
        var today = time.today();
        var holder = Devices.holder(caller);
        return Objects.requireNonNull(writing.execute(_ -> {
            var changed = store.changed(holder);
            var figures = homes.figures(homes.round(caller, today), today);
            store.figures(holder, figures, today, changed);
            return figures;
        }));
    }

    /** Reads of a book that is today’s. One that is not, or since which the round may have become another, is made anew and kept before anything is read. */
    private <T> T settled(Caller caller, Function<BookStore.Book, T> read) {
        var today = time.today();
        var holder = Devices.holder(caller);
        while (true) {
            var answer = Objects.requireNonNull(reading.execute(
                    _ -> store.book(holder).filter(book -> book.isOf(today)).map(read)));
            if (answer.isPresent()) {
                return answer.get();
            }
            writing.executeWithoutResult(_ -> {
                var making = store.begin(holder);
                var round = homes.round(caller, today).stream()
                        .map(Round::household)
                        .toList();
                store.set(holder, today, round, making);
            });
        }
    }

    private Page page(@Nullable String cursor, BookStore.Book book, Caller caller) {
        var from = Cursor.of(cursor, book.epoch());
        if (from.ahead(book.last())) {
            from = new Cursor(from.epoch(), "0", 0);
        }
        var changes = store.changes(Devices.holder(caller), from.xid(), from.seq(), A_PAGE);
        var more = changes.size() == A_PAGE;
        return new Page(
                (changes.isEmpty() ? from : from.at(changes.getLast())).toString(),
                more || !book.certain() ? null : book.root(),
                from.epoch(),
                more,
                puts(changes.stream().filter(c -> !c.gone()).toList(), caller),
                changes.stream()
                        .filter(BookStore.Change::gone)
                        .map(BookStore.Change::household)
                        .toList(),
                more || !time.today().equals(book.countedOn()) ? null : book.figures());
    }

    private Sync.Healed heal(List<String> theirs, BookStore.Book book, Caller caller) {
        var ours = store.buckets(Devices.holder(caller));
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
        var last = new Cursor(book.epoch(), Long.toString(Long.parseLong(book.last()) - 1), Long.MAX_VALUE / 10);
        return new Sync.Healed(last.toString(), book.certain() ? book.root() : null, differing, puts(anew, caller));
    }

    private List<Sync.Put> puts(List<BookStore.Change> changes, Caller caller) {
        if (changes.isEmpty()) {
            return List.of();
        }
        var today = time.today();
        var wanted = changes.stream().map(BookStore.Change::household).collect(Collectors.toSet());
        var round = homes.round(caller, today).stream()
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
