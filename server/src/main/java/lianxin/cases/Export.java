package lianxin.cases;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.access.Role;
import lianxin.platform.Page;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes cases away in a file, as many as there are. */
@Service
class Export {

    private final ExportStore store;
    private final Lines lines;
    private final Reads reads;
    private final JsonMapper json;

    Export(ExportStore store, Lines lines, Reads reads, JsonMapper json) {
        this.store = store;
        this.lines = lines;
        this.reads = reads;
        this.json = json;
    }

    /**
     * What of it the caller may take, written down for good before the first byte leaves: whoever breaks off has seen what he has seen. A department takes what lies
     * on its own desk.
     */
    @Transactional
    public Wanted may(
            @Nullable DivisionCode place,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String category,
            @Nullable Stage stage,
            Caller caller) {
        caller.may(Right.CASE_READ);
        if (place != null) {
            caller.may(Right.CASE_READ, place);
        }
        var own = place == null ? caller.ground() : place.ground();
        var handler = caller.role() == Role.HANDLER;
        var ground = handler && caller.unit() == null ? Ground.NONE : own;
        var wanted = new Wanted(
                ground,
                from,
                to,
                category == null || category.isBlank() ? null : category,
                stage,
                handler ? caller.unit() : null);
        reads.ofAll(caller, Purpose.EXPORT, own, store.households(wanted));
        return wanted;
    }

    /** Writes it, a lot at a time. */
    @Transactional(readOnly = true)
    public void write(Wanted wanted, String ending, Page page, OutputStream out) throws IOException {
        try (var file = CaseFile.to(out, ending, page, json)) {
            store.<IOException>each(wanted, lot -> {
                for (var line : lines.of(lot, page.today())) {
                    file.row(line);
                }
            });
        }
    }
}
