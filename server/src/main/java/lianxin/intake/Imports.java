package lianxin.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.Ids;
import lianxin.platform.Words;
import lianxin.roster.Leaving;
import lianxin.roster.Roster;
import lianxin.sheet.HeaderMatch;
import lianxin.sheet.Sheets;
import lianxin.workbook.Format;
import lianxin.workbook.Limits;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files of rosters, from the moment they arrive. Everything long is done in the background; ask {@link #require} how far it is. */
@Service
public class Imports {

    private static final int SHOWN = 50;

    private final ImportStore store;
    private final ImportFiles files;
    private final RosterFiles rosters;
    private final ImportJobs jobs;
    private final Clock clock;

    Imports(ImportStore store, ImportFiles files, RosterFiles rosters, ImportJobs jobs, Clock clock) {
        this.store = store;
        this.files = files;
        this.rosters = rosters;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Takes a file in and begins to check it; nothing changes until somebody applies it. */
    @Transactional
    public UUID receive(Roster roster, String fileName, InputStream file, Caller caller) {
        rosters.may(roster, caller);
        var id = Ids.next();
        store.add(id, roster, shortened(fileName), files.keep(id, file), caller.ground(), caller.id(), clock.instant());
        jobs.check(id);
        return id;
    }

    /** The import; refused with 404 when there is none on the caller's ground. */
    public Import require(UUID id, Caller caller) {
        caller.may(Right.INTAKE_RUN);
        return store.byId(id)
                .filter(it -> it.ground().equals(it.ground().and(caller.ground())))
                .orElseThrow(() -> IntakeRefusal.NO_SUCH_IMPORT.because(id));
    }

    /** The last imports on the caller's ground, the newest first. */
    public List<Import> recent(Caller caller) {
        caller.may(Right.INTAKE_RUN);
        return store.recent(caller.ground(), SHOWN);
    }

    /** Says which of the file's columns is which of ours (from 0; -1 for none), and checks the file again. */
    @Transactional
    public void settle(UUID id, Map<String, Integer> chosen, Caller caller) {
        var it = require(id, caller);
        var match = it.match();
        if (match == null) {
            throw IntakeRefusal.NOT_NOW.because(it.state());
        }
        for (var one : chosen.entrySet()) {
            match = choose(match, one.getKey(), one.getValue());
        }
        move(it, State.RECEIVED);
        store.match(id, match);
        jobs.check(id);
    }

    /** Checks the file anew, as the registry is now. */
    @Transactional
    public void again(UUID id, Caller caller) {
        var it = require(id, caller);
        fileOf(it);
        move(it, State.RECEIVED);
        jobs.check(id);
    }

    /**
     * Writes what the check has shown, all or nothing. That households not mentioned leave scope can only be said of a file without bad rows:
     * a row that could not be read is not a household that is gone.
     */
    @Transactional
    public void apply(UUID id, Leaving leaving, Caller caller) {
        var it = require(id, caller);
        rosters.may(it.roster(), caller);
        if (leaving != Leaving.NOBODY && (it.bad() > 0 || it.roster() != Roster.HOUSEHOLDS)) {
            throw IntakeRefusal.BAD_ROWS_LEFT.because(it.bad());
        }
        move(it, State.APPLYING);
        store.leaving(id, leaving);
        jobs.apply(id);
    }

    /** Takes an applied import back, if nothing depends on it; see {@link lianxin.roster.RosterLoads#undo}. */
    @Transactional
    public void undo(UUID id, Caller caller) {
        var it = require(id, caller);
        rosters.may(it.roster(), caller);
        move(it, State.UNDOING);
        jobs.undo(id);
    }

    /** Gives the import up; what has been applied stays. */
    @Transactional
    public void cancel(UUID id, Caller caller) {
        move(require(id, caller), State.CANCELLED);
        files.forget(id);
    }

    /** Writes a copy of the file with the reason beside every row that cannot be taken, in the file's own format. */
    public void reasons(UUID id, Words words, OutputStream out, Caller caller) throws IOException {
        var it = require(id, caller);
        var match = it.match();
        if (match == null) {
            throw IntakeRefusal.NOT_NOW.because(it.state());
        }
        var file = fileOf(it);
        try (var sheets = Sheets.open(file, Limits.OFFICE);
                var again = Sheets.open(file, Limits.OFFICE)) {
            var reasons = new Reasons(again, match, rosters.of(it.roster()), it.ground(), store.bad(id), words);
            sheets.copyWithReasons(match, reasons, words, out);
        }
    }

    /** The format of the file, which a copy of it has too. */
    public Format format(UUID id, Caller caller) {
        try (var sheets = Sheets.open(fileOf(require(id, caller)), Limits.OFFICE)) {
            return sheets.format();
        }
    }

    private Path fileOf(Import it) {
        if (!files.there(it.id())) {
            throw IntakeRefusal.FILE_GONE.because(it.fileName());
        }
        return files.of(it.id());
    }

    private void move(Import it, State to) {
        if (!store.go(it.id(), to, clock.instant())) {
            throw IntakeRefusal.NOT_NOW.because(it.state());
        }
    }

    private static HeaderMatch choose(HeaderMatch match, String column, int at) {
        if (at < -1
                || at >= match.headers().size()
                || match.found().stream().noneMatch(f -> f.column().equals(column))) {
            throw IntakeRefusal.NO_SUCH_COLUMN.because(column, at);
        }
        return match.choose(column, at);
    }

    private static String shortened(String name) {
        var plain = name.replaceAll("[\\p{Cntrl}/\\\\]", " ").strip();
        return plain.length() <= 120 ? plain : plain.substring(plain.length() - 120);
    }
}
