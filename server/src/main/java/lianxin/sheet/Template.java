package lianxin.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import lianxin.platform.Words;
import lianxin.workbook.Row;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Worksheet;

/** A workbook to be filled in: the roster's sheet, one with instructions, and a hidden one with the words of the drop-downs. */
final class Template {

    private static final int LAST = 1_048_575;

    private final XlsxBook book;
    private final Columns columns;
    private final Words words;
    private final List<Column<?>> listed;

    private Template(XlsxBook book, Columns columns, Words words) {
        this.book = book;
        this.columns = columns;
        this.words = words;
        this.listed = columns.all().stream()
                .filter(column -> !options(column).isEmpty())
                .toList();
    }

    static void write(OutputStream out, Columns columns, Words words) throws IOException {
        try (var book = new XlsxBook(out)) {
            var template = new Template(book, columns, words);
            template.roster();
            template.instructions();
            template.options();
        }
    }

    private void roster() throws IOException {
        book.sheet(columns.name(words));
        book.header(1, columns.headers(words));
        var sheet = book.sheet();
        for (int i = 0; i < columns.all().size(); i++) {
            var column = columns.all().get(i);
            sheet.style(i).format(format(column.kind())).set();
            sheet.comment(0, i, note(column));
            if (column.mandatory()) {
                sheet.style(0, i).fillColor("F9E7C8").set();
            }
            if (listed.contains(column)) {
                dropDown(sheet, i, listed.indexOf(column), options(column).size());
            }
        }
    }

    private void dropDown(Worksheet sheet, int at, int list, int length) {
        // Excel reads the list where it says it is, so the sheet of words must exist under exactly this name.
        var letters = Row.letters(list);
        sheet.range(1, at, LAST, at)
                .validateWithListByFormula(
                        "'%s'!$%s$1:$%s$%d".formatted(words.t("sheet.template.options"), letters, letters, length))
                .errorStyle(DataValidationErrorStyle.STOP)
                .showErrorMessage(true)
                .errorTitle(words.t("sheet.template.not-listed.title"))
                .error(words.t("sheet.template.not-listed"));
    }

    private void instructions() throws IOException {
        book.sheet(words.t("sheet.template.instructions"));
        book.put(1, List.of(words.t("sheet.template.how")));
        book.header(
                3,
                List.of(
                        words.t("sheet.template.column"),
                        words.t("sheet.template.required"),
                        words.t("sheet.template.kind"),
                        words.t("sheet.template.help"),
                        words.t("sheet.template.example")));
        book.sheet().width(0, 18);
        book.sheet().width(2, 50);
        book.sheet().width(3, 50);
        book.sheet().width(4, 24);
        int row = 4;
        for (var column : columns.all()) {
            book.put(
                    row++,
                    List.of(
                            column.header(words.chinese()),
                            words.t(column.mandatory() ? "sheet.yes" : "sheet.no"),
                            kind(column.kind()),
                            help(column),
                            column.example()));
        }
    }

    private void options() throws IOException {
        if (listed.isEmpty()) {
            return;
        }
        book.sheet(words.t("sheet.template.options"));
        int longest =
                listed.stream().mapToInt(column -> options(column).size()).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            List<String> row = new ArrayList<>();
            for (var column : listed) {
                row.add(i < options(column).size() ? options(column).get(i) : "");
            }
            book.put(i + 1, row);
        }
        book.sheet().setVisibilityState(VisibilityState.HIDDEN);
    }

    private String note(Column<?> column) {
        var note = new StringBuilder(words.t(column.mandatory() ? "sheet.template.must" : "sheet.template.may"));
        note.append(' ').append(kind(column.kind()));
        if (!help(column).isEmpty()) {
            note.append('\n').append(help(column));
        }
        if (!column.example().isEmpty()) {
            note.append('\n')
                    .append(words.t("sheet.template.example"))
                    .append(words.chinese() ? "：" : ": ")
                    .append(column.example());
        }
        return note.toString();
    }

    private String help(Column<?> column) {
        return words.chinese() ? column.helpChinese() : column.helpEnglish();
    }

    private List<String> options(Column<?> column) {
        return switch (column.kind()) {
            case Kind.Choice<?> choice -> choice.words(words.chinese());
            case Kind.YesNo _ -> List.of(words.t("sheet.yes"), words.t("sheet.no"));
            default -> List.of();
        };
    }

    private String kind(Kind<?> kind) {
        return switch (kind) {
            case Kind.Text(int longest) -> words.t("sheet.kind.text", words.n(longest));
            case Kind.Whole(int least, int most) -> words.t("sheet.kind.whole", words.n(least), words.n(most));
            case Kind.YesNo _ -> words.t("sheet.kind.yes-no");
            case Kind.Day _ -> words.t("sheet.kind.day");
            case Kind.Code(int digits) -> words.t("sheet.kind.code", words.n(digits));
            case Kind.Phone _ -> words.t("sheet.kind.phone");
            case Kind.Choice<?> choice ->
                words.t("sheet.kind.choice", String.join(words.chinese() ? "、" : ", ", choice.words(words.chinese())));
            case Kind.Many<?>(var each, int most) -> words.t("sheet.kind.many", words.n(most), kind(each));
        };
    }

    /** Text format keeps the zeros of codes; days and numbers are left to Excel, so that it can check and sum them. */
    private static String format(Kind<?> kind) {
        return switch (kind) {
            case Kind.Day _ -> "yyyy-mm-dd";
            case Kind.Whole _ -> "0";
            case Kind.Text _, Kind.YesNo _, Kind.Code _, Kind.Phone _, Kind.Choice<?> _, Kind.Many<?> _ -> "@";
        };
    }
}
