package lianxin.cases;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.access.Role;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.platform.Words;
import lianxin.scope.Standing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases from a list of what was heard elsewhere: read, looked at, opened all at once, undone while nobody has moved any of them (ADR 0103). */
@Service
public class CaseLists {

    static final int SHOWN = 100;
    static final int FAULTS = 200;

    private static final int SOURCE = 60;
    private static final int FILE_NAME = 200;
    private static final Duration DRAFT = Duration.ofDays(1);

    private final ListStore store;
    private final ListSheet sheet;
    private final ListLook look;
    private final Cases cases;
    private final Moves moves;

    CaseLists(ListStore store, ListSheet sheet, ListLook look, Cases cases, Moves moves) {
        this.store = store;
        this.sheet = sheet;
        this.look = look;
        this.cases = cases;
        this.moves = moves;
    }

    /** An empty list to fill in. */
    @Transactional(readOnly = true)
    public void template(OutputStream out, Words words, Caller caller) throws IOException {
        brings(caller);
        sheet.template(out, moves.today(), words);
    }

    /** Reads a list and opens nothing yet; the file itself is gone when this returns. */
    @Transactional
    public UUID read(String fileName, String source, InputStream file, Words words, Caller caller) throws IOException {
        brings(caller);
        var heard = line(source, SOURCE);
        if (heard.isEmpty()) {
            throw CaseRefusal.NO_LIST.because();
        }
        var copy = Files.createTempFile("cases", ".sheet");
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            var read = sheet.read(copy, heard, caller.ground(), moves.today());
            var id = Ids.next();
            store.add(
                    id,
                    caller.ground(),
                    heard,
                    line(fileName, FILE_NAME),
                    read.faults().stream().limit(FAULTS).map(f -> f.say(words)).toList(),
                    read.faults().size(),
                    caller.id(),
                    moves.now());
            store.addAll(id, look.about(read.entries()));
            return id;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** A list of the caller’s ground; refused with 404 otherwise, and when it was not kept in time. */
    @Transactional(readOnly = true)
    public CaseList require(UUID id, Caller caller) {
        brings(caller);
        return mine(store.byId(id).orElseThrow(CaseRefusal.NO_SUCH_LIST::because), caller);
    }

    /** The rows of a list that waits, beside what is known already; of one that was kept, none. */
    @Transactional
    List<CaseList.Looked> rows(CaseList list, Caller caller) {
        brings(caller);
        var rows = list.waits() ? look.at(list, moves.now(), caller) : List.<CaseList.Looked>of();
        cases.lookedAt(
                rows.stream()
                        .map(row -> row.entry().household())
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList(),
                caller);
        return rows;
    }

    /** The first of the cases a list became. */
    @Transactional
    List<Case> opened(CaseList list, Caller caller) {
        brings(caller);
        return list.stands() ? cases.byId(store.opened(list.id(), Cases.SHOWN), caller) : List.of();
    }

    /** The lists of the caller’s ground, the latest first. */
    @Transactional(readOnly = true)
    public List<CaseList> lists(Caller caller) {
        brings(caller);
        return store.on(caller.ground(), SHOWN).stream()
                .filter(list -> !list.waits() || !old(list))
                .toList();
    }

    /**
     * Opens what was looked at, all of it or nothing.
     *
     * @param fresh how many rows were seen as new; refused with 409 when it is another number by now
     * @param also rows that look like an open case and are to be opened all the same
     */
    @Transactional
    public CaseList keep(UUID id, int fresh, Set<UUID> also, Caller caller) {
        brings(caller);
        var list = held(id, caller);
        if (!list.waits()) {
            throw CaseRefusal.LIST_NOT_NOW.because();
        }
        var rows = look.at(list, moves.now(), caller);
        if (rows.stream().filter(CaseList.Looked::fresh).count() != fresh) {
            throw CaseRefusal.LIST_CHANGED.because();
        }
        var opening = rows.stream()
                .filter(row ->
                        row.fresh() || row.open() && also.contains(row.entry().id()))
                .map(CaseList.Looked::entry)
                .toList();
        if (opening.isEmpty()) {
            throw CaseRefusal.LIST_NOT_NOW.because();
        }
        var desk = caller.role() == Role.OFFICE ? Desk.COUNTY : Desk.TOWNSHIP;
        opening.forEach(entry -> Objects.requireNonNull(cases.keep(heard(entry, list, caller), desk)));
        store.keep(id, opening.stream().map(CaseList.Entry::id).toList(), moves.now());
        var whose = opening.stream()
                .map(CaseList.Entry::household)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
        return done(list, opening.size(), false, whose, caller);
    }

    /** As if it had never been kept; refused with 409 when anybody or the clock has moved one of its cases. */
    @Transactional
    public CaseList undo(UUID id, Caller caller) {
        brings(caller);
        var list = held(id, caller);
        var untouched = list.stands() ? store.heldUntouched(id) : List.<UUID>of();
        if (untouched.isEmpty() || untouched.size() != list.opened()) {
            throw CaseRefusal.LIST_NOT_NOW.because();
        }
        return done(list, untouched.size(), true, store.undo(id, untouched, moves.now()), caller);
    }

    /** Whether {@link #undo} would. */
    @Transactional(readOnly = true)
    public boolean undoable(CaseList list, Caller caller) {
        brings(caller);
        return list.stands() && store.untouched(list.id()).size() == list.opened();
    }

    /** Forgets what was looked at and not kept. */
    int forget() {
        return store.forgetDrafts(moves.now().minus(DRAFT));
    }

    private Heard heard(CaseList.Entry entry, CaseList list, Caller caller) {
        caller.may(Right.CASE_WRITE, entry.place());
        return new Heard(
                entry.id(),
                entry.kind(),
                entry.category(),
                entry.place(),
                entry.household(),
                null,
                Channel.LIST,
                entry.words(),
                caller.id(),
                at(entry),
                (list.source() + " " + entry.number()).strip());
    }

    /** Nobody knows the hour; but a case is not heard before it is, so today’s is heard now. */
    private Instant at(CaseList.Entry entry) {
        var day = entry.heardOn();
        return day == null || !day.isBefore(moves.today())
                ? moves.now()
                : day.atStartOfDay(CountyTime.ZONE).toInstant();
    }

    private CaseList done(CaseList list, int some, boolean undone, List<UUID> households, Caller caller) {
        moves.tell(new CasesBrought(
                list.id(), caller.id(), moves.now(), list.ground().lo(), some, undone, households));
        return mine(store.byId(list.id()).orElseThrow(CaseRefusal.NO_SUCH_LIST::because), caller);
    }

    private CaseList held(UUID id, Caller caller) {
        return mine(store.held(id).orElseThrow(CaseRefusal.NO_SUCH_LIST::because), caller);
    }

    private CaseList mine(CaseList list, Caller caller) {
        if (!caller.ground().covers(list.ground()) || list.waits() && old(list)) {
            throw CaseRefusal.NO_SUCH_LIST.because();
        }
        return list;
    }

    private boolean old(CaseList list) {
        return list.readAt().isBefore(moves.now().minus(DRAFT));
    }

    /** Whoever opens cases at a desk that sorts them. Nobody who goes to doors, and no village, is ever to be asked for a sheet (国办函〔2026〕12号; the self-check looks). */
    private static void brings(Caller caller) {
        caller.may(Right.CASE_WRITE);
        caller.may(Right.CASE_TRIAGE);
    }

    private static String line(String words, int longest) {
        var said = CaseRules.plain(words).replace('\n', ' ');
        return said.substring(0, said.offsetByCodePoints(0, Math.min(said.codePointCount(0, said.length()), longest)));
    }

    /** After the night has struck the cases, county time. */
    @Configuration
    static class Nightly {

        @Bean
        static RecurringTask<Void> caseListsEveryNight(CaseLists lists, Standing standing) {
            return Tasks.recurring("case-lists-nightly", Schedules.daily(CountyTime.ZONE, LocalTime.of(2, 30)))
                    .execute((_, _) -> standing.houseDoes(lists::forget));
        }
    }
}
