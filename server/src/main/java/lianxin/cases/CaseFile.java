package lianxin.cases;

import static lianxin.privacy.Datum.CASE;
import static lianxin.privacy.Datum.CASE_HEAD;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lianxin.platform.CountyTime;
import lianxin.platform.Page;
import lianxin.sheet.Column;
import lianxin.sheet.Columns;
import lianxin.sheet.SheetWriter;
import lianxin.workbook.Format;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of cases being written, row after row. What the reader’s role does not read stands there masked, as on his pages. Words are words in a sheet, and codes
 * in JSON, which is for programs.
 */
abstract sealed class CaseFile implements AutoCloseable {

    static final Set<String> ENDINGS = Set.of("csv", "xlsx", "json");

    private static final int LONGEST = 1_000;

    /** A column, and the stem of the words its codes have; empty when it has none. */
    private record Field(Column<?> column, String words) {}

    private static final List<Field> FIELDS = List.of(
            text("number", "编号", "Number"),
            code("kind", "类型", "Kind", "cases.kind."),
            text("category", "什么事", "Category"),
            text("place", "区划代码", "Place"),
            text("village", "村", "Village"),
            text("head", "户主", "Head of household"),
            text("words", "怎么说的", "Words"),
            code("channel", "从哪里听到", "Heard", "cases.channel."),
            day("heard", "受理日期", "Heard on"),
            code("stage", "办到哪一步", "Stage", "cases.stage."),
            day("since", "从哪天起", "Since"),
            text("desk", "现由谁负责", "Desk"),
            day("due", "期限", "Due"),
            code("outcome", "办理结果（承办方说）", "Outcome (the handler’s)", "cases.outcome."),
            text("reply", "答复", "Reply"),
            day("replied", "答复日期", "Replied on"),
            code("voice", "本户怎么说", "The household says", "cases.voice."),
            text("redone", "重办次数", "Done again"));

    /** Opens one of that ending. */
    static CaseFile to(OutputStream out, String ending, Page page, JsonMapper json) throws IOException {
        return switch (ending) {
            case "csv" -> new Sheet(out, Format.CSV, page);
            case "xlsx" -> new Sheet(out, Format.XLSX, page);
            default -> new Json(out, page, json);
        };
    }

    /** How a file of that ending is called on the wire. */
    static String mediaType(String ending) {
        return switch (ending) {
            case "csv" -> Format.CSV.mediaType();
            case "xlsx" -> Format.XLSX.mediaType();
            default -> "application/json;charset=UTF-8";
        };
    }

    final Page page;

    private CaseFile(Page page) {
        this.page = page;
    }

    abstract void write(List<@Nullable Object> values) throws IOException;

    @Override
    public abstract void close() throws IOException;

    void row(Lines.CaseLine line) throws IOException {
        var one = line.one();
        var home = line.household();
        var due = one.due();
        var reply = one.reply();
        var category = line.category();
        var values = new ArrayList<@Nullable Object>();
        values.add(one.number());
        values.add(one.kind());
        values.add(category == null ? one.category() : page.words().chinese() ? category.zh() : category.en());
        values.add(Long.toString(one.place()));
        values.add(line.village());
        values.add(home == null ? null : CASE_HEAD.shown(home.head(), page));
        values.add(CASE.shown(one.words(), page));
        values.add(one.channel());
        values.add(day(one.heardAt()));
        values.add(one.stage());
        values.add(day(one.stageSince()));
        values.add(line.desk());
        values.add(due == null ? null : due.on());
        values.add(reply == null ? null : reply.outcome());
        values.add(reply == null ? null : CASE.shown(reply.words(), page));
        values.add(reply == null ? null : day(reply.at()));
        values.add(one.voice());
        values.add(Integer.toString(one.redone()));
        write(values);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, CountyTime.ZONE);
    }

    private static Field text(String key, String chinese, String english) {
        return new Field(Column.text(key, chinese, english, LONGEST), "");
    }

    private static Field code(String key, String chinese, String english, String words) {
        return new Field(Column.text(key, chinese, english, LONGEST), words);
    }

    private static Field day(String key, String chinese, String english) {
        return new Field(Column.day(key, chinese, english), "");
    }

    /** A sheet; formulas are disarmed as the house always does. */
    private static final class Sheet extends CaseFile {

        private final SheetWriter sheet;

        Sheet(OutputStream out, Format format, Page page) throws IOException {
            super(page);
            sheet = new SheetWriter(
                    out,
                    format,
                    Columns.of("诉求", "Cases", FIELDS.stream().map(Field::column).toArray(Column<?>[]::new)),
                    page.words());
        }

        @Override
        void write(List<@Nullable Object> values) throws IOException {
            var cells = new ArrayList<@Nullable Object>(values.size());
            for (var i = 0; i < values.size(); i++) {
                var value = values.get(i);
                cells.add(value instanceof Enum<?> code ? page.t(FIELDS.get(i).words() + code.name()) : value);
            }
            sheet.row(cells);
        }

        @Override
        public void close() throws IOException {
            sheet.close();
        }
    }

    /** One array of objects. */
    private static final class Json extends CaseFile {

        private final JsonGenerator json;

        Json(OutputStream out, Page page, JsonMapper mapper) {
            super(page);
            json = mapper.createGenerator(out);
            json.writeStartArray();
        }

        @Override
        void write(List<@Nullable Object> values) {
            json.writeStartObject();
            for (var i = 0; i < values.size(); i++) {
                var value = values.get(i);
                json.writeName(FIELDS.get(i).column().key());
                if (value == null) {
                    json.writeNull();
                } else {
                    json.writeString(value.toString());
                }
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }

        @Override
        public void close() {
            json.writeEndArray();
            json.close();
        }
    }
}
