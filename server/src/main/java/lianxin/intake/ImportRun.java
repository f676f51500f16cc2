package lianxin.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.platform.CountyTime;
import lianxin.platform.Refusal;
import lianxin.roster.Leaving;
import lianxin.roster.RosterLoads;
import lianxin.sheet.HeaderMatch;
import lianxin.sheet.Sheets;
import lianxin.workbook.Limits;
import lianxin.workbook.Progress;
import lianxin.workbook.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The work on an import, done in the background. Each piece may be begun again from its start at any time: a check stages anew, and writing is
 * one transaction with the change of state, so a machine that dies in the middle leaves nothing half done.
 */
@Component
class ImportRun {

    private static final Logger log = LoggerFactory.getLogger(ImportRun.class);
    private static final int BAD_AT_ONCE = 1_000;

    private final ImportStore store;
    private final ImportFiles files;
    private final RosterFiles rosters;
    private final RosterLoads loads;
    private final Clock clock;

    ImportRun(ImportStore store, ImportFiles files, RosterFiles rosters, RosterLoads loads, Clock clock) {
        this.store = store;
        this.files = files;
        this.rosters = rosters;
        this.loads = loads;
        this.clock = clock;
    }

    /** Opens the file, finds its columns, reads every row, and says what it would change. */
    void check(UUID id) {
        if (!store.go(id, State.CHECKING, now())) {
            return;
        }
        try {
            read(store.byId(id).orElseThrow());
        } catch (Cancelled e) {
            loads.drop(id);
            log.info("Import {} was cancelled while it was read; nothing was kept of it", id);
        } catch (Refusal no) {
            store.stop(id, State.REFUSED, kept(no), now());
        } catch (RuntimeException e) {
            failed(id, State.FAILED, e);
        }
    }

    private void read(Import it) {
        var reading = rosters.reading(it.roster(), it.ground());
        try (var sheets = Sheets.open(files.of(it.id()), Limits.OFFICE)) {
            var match = match(it, sheets);
            store.match(it.id(), match);
            if (!match.settled()) {
                store.go(it.id(), State.UNSURE, now());
                return;
            }
            var read = stage(it, sheets, match, reading);
            var compared = loads.compare(it.id(), it.roster(), it.ground());
            keepBad(it.id());
            store.counts(it.id(), compared, read.rows(), read.bad() + compared.bad());
            store.go(it.id(), State.CHECKED, now());
        }
    }

    private HeaderMatch match(Import it, Sheets sheets) {
        var columns = rosters.columns(it.roster());
        if (it.match() != null) {
            return it.match();
        }
        return store.lastChoice(it.roster(), it.ground())
                .map(before -> sheets.match(columns, before))
                .orElseGet(() -> sheets.match(columns));
    }

    private Read stage(Import it, Sheets sheets, HeaderMatch match, Reading reading) {
        var names = sheets.names();
        long rows = 0;
        long bad = 0;
        try (var staging = loads.stage(it.id(), it.roster())) {
            for (var line : sheets.lines(rosters.columns(it.roster()), match, progress(it.id()))) {
                rows++;
                var row = reading.row(line, number(names, line.row()));
                if (row == null) {
                    bad++;
                } else {
                    staging.put(row);
                }
            }
            staging.finish();
        }
        return new Read(rows, bad);
    }

    /** One number for a row of any sheet. */
    static long number(List<String> names, Row row) {
        return (long) Math.max(0, names.indexOf(row.sheet())) << 32 | row.number();
    }

    private void keepBad(UUID id) {
        store.forgetBad(id);
        var lines = new ArrayList<Long>();
        var reasons = new ArrayList<String>();
        loads.bad(id, (line, reason) -> {
            lines.add(line);
            reasons.add(reason);
            if (lines.size() == BAD_AT_ONCE) {
                store.bad(id, lines, reasons);
                lines.clear();
                reasons.clear();
            }
        });
        store.bad(id, lines, reasons);
    }

    /** Tells how far it is about once a second, and learns whether somebody has cancelled it. */
    private Progress progress(UUID id) {
        var last = new long[1];
        return (rows, read, total) -> {
            var now = clock.millis();
            if (now - last[0] >= 1000) {
                last[0] = now;
                if (!store.progress(id, rows, read, total)) {
                    throw new Cancelled();
                }
            }
        };
    }

    /** Refuses unless exactly what was shown has been written: staged rows do not survive a crash of the database, and nobody may notice. */
    @Transactional
    void write(UUID id) {
        var it = store.byId(id).orElseThrow();
        if (it.state() != State.APPLYING || it.counts() == null) {
            return;
        }
        var merged = loads.merge(id, it.roster(), it.leaving(), today(), caller(it));
        var shown = it.counts().added()
                + it.counts().changed()
                + (it.leaving() == Leaving.NOBODY ? 0 : it.counts().leaving());
        if (merged != shown) {
            throw IntakeRefusal.CHECK_AGAIN.because();
        }
        store.go(id, State.APPLIED, now());
    }

    /** What follows a writing that went well. A file with bad rows is kept for the copy that says why. */
    void written(UUID id) {
        loads.drop(id);
        if (store.byId(id).orElseThrow().bad() == 0) {
            files.forget(id);
        }
    }

    @Transactional
    void takeBack(UUID id) {
        var it = store.byId(id).orElseThrow();
        if (it.state() == State.UNDOING) {
            loads.undo(id, it.roster(), today(), caller(it));
            store.go(id, State.UNDONE, now());
        }
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void stopped(UUID id, State to, Refusal no) {
        store.stop(id, to, kept(no), now());
    }

    /** Says which incident it was, and where the import stands now. */
    void failed(UUID id, State to, RuntimeException e) {
        var incident = UUID.randomUUID().toString().substring(0, 8);
        log.error("Incident {}: import {} failed; nothing of it was kept, a developer must look", incident, id, e);
        store.stop(id, to, new Import.No("defect", List.of(incident)), now());
    }

    /** Two weeks are enough to mend a file. */
    void forget() {
        for (var id : store.forgotten(now().minus(Duration.ofDays(14)))) {
            if (files.there(id)) {
                files.forget(id);
                loads.drop(id);
                store.forgetBad(id);
                store.go(id, State.CANCELLED, now());
            }
        }
    }

    /** Whoever sent the file, on the ground they had then. Only the office may import, which the service checked. */
    private static Caller caller(Import it) {
        return new Caller(it.by(), "", Role.OFFICE, it.ground(), null, null);
    }

    private static Import.No kept(Refusal no) {
        @Nullable Object[] args = no.getDetailMessageArguments();
        return new Import.No(
                no.kind().code(),
                args == null
                        ? List.of()
                        : Arrays.stream(args).map(String::valueOf).toList());
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), CountyTime.ZONE);
    }

    private record Read(long rows, long bad) {}

    /** Somebody does not want it any more. */
    private static final class Cancelled extends RuntimeException {

        private static final long serialVersionUID = 1;

        Cancelled() {
            super(null, null, false, false);
        }
    }
}
