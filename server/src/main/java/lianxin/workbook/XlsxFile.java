package lianxin.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianxin.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A workbook: which sheets it has, where they are, and what their cells refer to.
 *
 * <p>Of its parts only the list of sheets, the number formats, the shared texts and the sheets themselves are read. Links to other
 * workbooks, queries, drawings and formulas are never looked at; of a formula we take the value Excel kept beside it.
 */
final class XlsxFile implements Source {

    private static final String WORKBOOK = "xl/workbook.xml";

    private record Part(String name, String path) {}

    private final Parts parts;
    private final Limits limits;
    private final long packed;
    private final Map<String, Part> sheets = new HashMap<>();
    private final List<String> visible = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();
    private final NumberFormats formats;
    private final SharedTexts texts;
    private boolean from1904;

    private XlsxFile(Parts parts, Limits limits, long packed) {
        this.parts = parts;
        this.limits = limits;
        this.packed = packed;
        var meter = meter();
        onlyAnOrdinaryWorkbook(meter);
        var workbook = workbook(meter);
        var styles = relations(workbook, "styles", meter);
        var shared = relations(workbook, "sharedStrings", meter);
        sheets(workbook, meter);
        formats = styles == null ? NumberFormats.NONE : NumberFormats.read(parts.read(styles, meter), from1904);
        texts = new SharedTexts(shared == null ? null : parts.read(shared, meter()), limits.cellChars());
    }

    static XlsxFile open(Path file, Limits limits) throws IOException {
        var parts = Parts.open(file);
        try {
            return new XlsxFile(parts, limits, Files.size(file));
        } catch (Refusal refused) {
            parts.close();
            throw refused;
        }
    }

    @Override
    public Format format() {
        return Format.XLSX;
    }

    @Override
    public List<String> sheets() {
        return List.copyOf(visible);
    }

    @Override
    public Meter meter() {
        return new Meter(limits, packed);
    }

    @Override
    public Rows rows(String sheet, Meter meter) {
        var part = sheets.get(sheet);
        if (part == null) {
            throw WorkbookRefusal.NO_SUCH_SHEET.because(sheet);
        }
        return new XlsxRows(part.name, parts.read(part.path, meter), texts, formats, limits);
    }

    @Override
    public long size(String sheet) {
        var part = sheets.get(sheet);
        return part == null ? 0 : parts.size(part.path);
    }

    @Override
    public void close() throws IOException {
        try (parts) {
            texts.close();
        }
    }

    private void onlyAnOrdinaryWorkbook(Meter meter) {
        if (parts.anyEndsWith("vbaproject.bin")) {
            throw WorkbookRefusal.MACROS.because();
        }
        if (!parts.has("[Content_Types].xml") || parts.has("xl/workbook.bin")) {
            throw WorkbookRefusal.NOT_A_SHEET.because();
        }
        try (var types = parts.read("[Content_Types].xml", meter)) {
            while (types.next()) {
                var type = types.starts() ? types.attribute("ContentType") : null;
                if (type != null && type.contains("macroEnabled")) {
                    throw WorkbookRefusal.MACROS.because();
                }
            }
        }
    }

    private String workbook(Meter meter) {
        if (parts.has("_rels/.rels")) {
            try (var xml = parts.read("_rels/.rels", meter)) {
                while (xml.next()) {
                    var target = xml.starts("Relationship") && ofType(xml, "officeDocument")
                            ? xml.attribute("Target")
                            : null;
                    if (target != null && parts.has(Parts.resolve("", target))) {
                        return asWorkbook(Parts.resolve("", target));
                    }
                }
            }
        }
        return asWorkbook(WORKBOOK);
    }

    /** A Word file has an office document too. */
    private String asWorkbook(String part) {
        if (!parts.has(part) || part.startsWith("word/") || part.startsWith("ppt/")) {
            throw WorkbookRefusal.NOT_A_SHEET.because();
        }
        return part;
    }

    /** Remembers where the workbook's relations lead; answers the one of {@code wanted} type. */
    private @Nullable String relations(String workbook, String wanted, Meter meter) {
        int slash = workbook.lastIndexOf('/') + 1;
        var name = workbook.substring(0, slash) + "_rels/" + workbook.substring(slash) + ".rels";
        String found = null;
        try (var xml = parts.read(name, meter)) {
            while (xml.next()) {
                if (!xml.starts("Relationship") || "External".equals(xml.attribute("TargetMode"))) {
                    continue;
                }
                var id = xml.attribute("Id");
                var target = xml.attribute("Target");
                if (id == null || target == null) {
                    throw xml.damaged();
                }
                if (ofType(xml, "worksheet")) {
                    targets.put(id, Parts.resolve(workbook, target));
                } else if (ofType(xml, wanted)) {
                    found = Parts.resolve(workbook, target);
                }
            }
        }
        return found != null && parts.has(found) ? found : null;
    }

    private static boolean ofType(Xml relation, String type) {
        var said = relation.attribute("Type");
        return said != null && said.endsWith("/" + type);
    }

    private void sheets(String workbook, Meter meter) {
        try (var xml = parts.read(workbook, meter)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    from1904 = Xml.isTrue(xml.attribute("date1904"));
                } else if (xml.starts("sheet")) {
                    sheet(xml);
                }
            }
        }
        if (sheets.isEmpty()) {
            throw WorkbookRefusal.NOT_A_SHEET.because();
        }
    }

    private void sheet(Xml xml) {
        var name = xml.attribute("name");
        var id = xml.attribute("id");
        if (name == null || id == null) {
            throw xml.damaged();
        }
        var path = targets.get(id);
        if (path == null) {
            return; // a chart or macro sheet, or one that lies in another file
        }
        if (sheets.putIfAbsent(name, new Part(name, path)) != null) {
            throw xml.damaged();
        }
        if (sheets.size() > limits.sheets()) {
            throw WorkbookRefusal.TOO_MANY_SHEETS.because(limits.sheets());
        }
        var state = xml.attribute("state");
        if (state == null || state.equals("visible")) {
            visible.add(name);
        }
    }
}
