package lianxin.sheet;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a sheet is written down. Found by content when reading, never by the file's name. */
public sealed interface Format {

    /** A workbook of Excel 2007 and later; WPS writes it too. */
    record Xlsx() implements Format {}

    /** Text with a separator; {@code bom} says that it begins with a byte order mark. */
    record Csv(Charset charset, char delimiter, boolean bom) implements Format {}

    static Format xlsx() {
        return new Xlsx();
    }

    /** Marked as UTF-8, which both Excel and WPS then open without asking. */
    static Format csv() {
        return new Csv(StandardCharsets.UTF_8, ',', true);
    }

    /** For older programs that know only the national encoding. */
    static Format csvGb18030() {
        return new Csv(Encoding.GB18030, ',', false);
    }

    /** The usual ending of the file's name, with its dot. */
    default String ending() {
        return this instanceof Xlsx ? ".xlsx" : ".csv";
    }

    /** For the {@code Content-Type} header. */
    default String mediaType() {
        return switch (this) {
            case Xlsx() -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case Csv csv -> "text/csv;charset=" + csv.charset().name();
        };
    }
}
