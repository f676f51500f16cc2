package lianxin.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lianxin.workbook.Row;

/** A workbook put together by hand, part by part, so that a test can write what no program would. */
final class RawXlsx {

    static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    static final String TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private String properties = "";
    private int count;

    RawXlsx() {
        part("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="xml" ContentType="application/xml"/></Types>""");
        part("_rels/.rels", relationships(relation("r1", "officeDocument", "xl/workbook.xml")));
    }

    /** A sheet whose data are these rows of XML. */
    RawXlsx sheet(String name, String rows) {
        return sheetXml(name, "", XML + "<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>");
    }

    RawXlsx sheetXml(String name, String attributes, String xml) {
        count++;
        sheets.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"s%d\" %s/>".formatted(name, count, count, attributes));
        relations.append(relation("s" + count, "worksheet", "worksheets/sheet" + count + ".xml"));
        return part("xl/worksheets/sheet" + count + ".xml", xml);
    }

    RawXlsx texts(String... items) {
        var xml = new StringBuilder(XML + "<sst " + MAIN + ">");
        for (var item : items) {
            xml.append("<si>").append(item).append("</si>");
        }
        relations.append(relation("texts", "sharedStrings", "sharedStrings.xml"));
        return part("xl/sharedStrings.xml", xml.append("</sst>").toString());
    }

    /** The number formats of styles 0, 1, 2 … */
    RawXlsx formats(String... codes) {
        var own = new StringBuilder();
        var styles = new StringBuilder();
        for (int i = 0; i < codes.length; i++) {
            own.append(
                    "<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>".formatted(200 + i, codes[i].replace("\"", "&quot;")));
            styles.append("<xf numFmtId=\"%s\"/>".formatted(codes[i].matches("\\d\\d") ? codes[i] : 200 + i));
        }
        relations.append(relation("styles", "styles", "styles.xml"));
        return part(
                "xl/styles.xml",
                XML + "<styleSheet " + MAIN + "><numFmts>" + own + "</numFmts><cellXfs>" + styles
                        + "</cellXfs></styleSheet>");
    }

    RawXlsx properties(String xml) {
        properties = xml;
        return this;
    }

    RawXlsx part(String name, String text) {
        return part(name, text.getBytes(StandardCharsets.UTF_8));
    }

    RawXlsx part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    Path to(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            write(out);
        }
        return file;
    }

    void write(OutputStream out) throws IOException {
        parts.putIfAbsent(
                "xl/workbook.xml",
                (XML + "<workbook " + MAIN
                                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                                + properties + "<sheets>" + sheets + "</sheets></workbook>")
                        .getBytes(StandardCharsets.UTF_8));
        parts.putIfAbsent(
                "xl/_rels/workbook.xml.rels",
                relationships(relations.toString()).getBytes(StandardCharsets.UTF_8));
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
    }

    static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s%s\" Target=\"%s\"/>".formatted(id, TYPE, type, target);
    }

    static String relationships(String all) {
        return XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + all
                + "</Relationships>";
    }

    /** A row of text cells; a cell that begins with {@code <} is taken as it is. */
    static String row(int number, String... cells) {
        var xml = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            xml.append(
                    cells[i].startsWith("<")
                            ? cells[i]
                            : "<c r=\"%s%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                                    .formatted(Row.letters(i), number, cells[i]));
        }
        return xml.append("</row>").toString();
    }
}
