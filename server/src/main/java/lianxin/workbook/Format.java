package lianxin.workbook;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a sheet is written down. Found by content when reading, never by the file's name. */
public sealed interface Format {

    Format XLSX = new Xlsx();

    /** Marked as UTF-8, which both Excel and WPS then open without asking. */
    Format CSV = new Csv(StandardCharsets.UTF_8, ',', true);

    /** For older programs that know only the national encoding. */
    Format CSV_GB18030 = new Csv(Encoding.GB18030, ',', false);

    /** The usual ending of the file's name, with its dot. */
    String ending();

    /** For the {@code Content-Type} header. */
    String mediaType();

    /** A workbook of Excel 2007 and later; WPS writes it too. */
    record Xlsx() implements Format {

        @Override
        public String ending() {
            return ".xlsx";
        }

        @Override
        public String mediaType() {
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        }
    }

    /** Text with a separator; {@code bom} says that it begins with a byte order mark. */
    record Csv(Charset charset, char delimiter, boolean bom) implements Format {

        @Override
        public String ending() {
            return ".csv";
        }

        @Override
        public String mediaType() {
            return "text/csv;charset=" + charset.name();
        }
    }
}
