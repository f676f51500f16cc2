package lianxin.intake;

import java.io.IOException;
import java.io.OutputStream;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.Words;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.region.DivisionCode;
import lianxin.roster.Roster;
import lianxin.sheet.SheetWriter;
import lianxin.workbook.Format;
import org.springframework.stereotype.Service;

/** Rosters as they are today, in the shape in which they come in: an export imported again changes nothing. */
@Service
class Exports {

    private final RosterFiles files;
    private final Reads reads;

    Exports(RosterFiles files, Reads reads) {
        this.files = files;
        this.reads = reads;
    }

    /** An empty roster with help and drop-downs. */
    void template(Roster roster, Format format, Words words, OutputStream out, Caller caller) throws IOException {
        caller.may(Right.INTAKE_RUN);
        SheetWriter.template(out, format, files.columns(roster), words);
    }

    /** Refuses whoever may not; the rest may then be streamed. */
    void mayExport(DivisionCode place, Caller caller) {
        caller.may(Right.INTAKE_RUN, place);
    }

    void write(Roster roster, DivisionCode place, Format format, Words words, OutputStream out, Caller caller)
            throws IOException {
        mayExport(place, caller);
        var ground = place.ground();
        var file = files.of(roster);
        reads.ofAll(caller, Purpose.EXPORT, ground, file.people(ground));
        try (var sheet = new SheetWriter(out, format, file.columns(), words)) {
            file.write(ground, sheet);
        }
    }
}
