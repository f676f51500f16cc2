package lianxin.intake;

import java.io.IOException;
import java.io.OutputStream;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.Words;
import lianxin.region.DivisionCode;
import lianxin.roster.Roster;
import lianxin.sheet.SheetWriter;
import lianxin.workbook.Format;
import org.springframework.stereotype.Service;

/** Rosters as they are today, in the shape in which they come in: an export imported again changes nothing. */
@Service
class Exports {

    private final RosterFiles files;

    Exports(RosterFiles files) {
        this.files = files;
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
        try (var sheet = new SheetWriter(out, format, files.columns(roster), words)) {
            files.of(roster).write(place.ground(), sheet);
        }
    }
}
