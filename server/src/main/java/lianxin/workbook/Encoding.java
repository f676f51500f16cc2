package lianxin.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Finds out in which encoding a text without a byte order mark is written: UTF-8, or GB18030 as Excel in China saves CSV.
 *
 * <p>Nearly every sequence of bytes is GB18030 to a lenient reader, so a text that is half one and half the other would be read as rubbish
 * without a word. Therefore every line is judged by itself: a file is mixed when some lines can only be GB18030 and others are clearly
 * UTF-8. A line is clearly UTF-8 when it holds at least four three-byte characters and nothing that contradicts; a line of GB18030 looks
 * so by accident about once in thirty million.
 */
final class Encoding {

    static final Charset GB18030 = Charset.forName("GB18030");

    private static final int CLEARLY = 4;

    /** A stray control character comes with text copied from elsewhere; many of them, or a zero, come from something that is no text. */
    private static final int MOST_CONTROLS = 100;

    private long line = 1;
    private int controls;
    private long firstGb;
    private long firstClearUtf8;

    private boolean utf8 = true;
    private int utf8Rest;
    private int utf8Low = 0x80;
    private int utf8High = 0xbf;
    private int utf8Threes;

    private boolean gb = true;
    private int gbState;

    private Encoding() {}

    /** The encoding of a whole text; refuses one that is neither, or both. */
    static Charset of(InputStream text) throws IOException {
        var found = new Encoding();
        var buffer = new byte[1 << 16];
        for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
            for (int i = 0; i < n; i++) {
                found.take(buffer[i] & 0xff);
            }
        }
        found.endLine();
        return found.charset();
    }

    private void take(int b) {
        if (b == '\n') {
            endLine();
            line++;
            return;
        }
        if (b < ' ' && b != '\t' && b != '\r' && (b == 0 || ++controls > MOST_CONTROLS)) {
            throw WorkbookRefusal.NOT_A_SHEET.because();
        }
        if (b >= 0x80 || utf8Rest > 0) {
            takeUtf8(b);
        }
        if (b >= 0x80 || gbState > 0) {
            takeGb(b);
        }
    }

    /** Table 3-7 of the Unicode standard: well-formed byte sequences. */
    private void takeUtf8(int b) {
        if (utf8Rest > 0) {
            utf8 &= b >= utf8Low && b <= utf8High;
            utf8Low = 0x80;
            utf8High = 0xbf;
            utf8Rest--;
        } else if (b >= 0xc2 && b <= 0xdf) {
            utf8Rest = 1;
        } else if (b >= 0xe0 && b <= 0xef) {
            utf8Rest = 2;
            utf8Threes++;
            utf8Low = b == 0xe0 ? 0xa0 : 0x80;
            utf8High = b == 0xed ? 0x9f : 0xbf;
        } else if (b >= 0xf0 && b <= 0xf4) {
            utf8Rest = 3;
            utf8Low = b == 0xf0 ? 0x90 : 0x80;
            utf8High = b == 0xf4 ? 0x8f : 0xbf;
        } else {
            utf8 = false;
        }
    }

    /** GB 18030-2022, section 5: one byte, two (second 40-7E, 80-FE) or four (digits at the second and fourth place). */
    private void takeGb(int b) {
        boolean lead = b >= 0x81 && b <= 0xfe;
        boolean digit = b >= '0' && b <= '9';
        switch (gbState) {
            case 0 -> {
                gb &= lead;
                gbState = lead ? 1 : 0;
            }
            case 1 -> {
                gb &= digit || (b >= 0x40 && b <= 0xfe && b != 0x7f);
                gbState = digit ? 2 : 0;
            }
            case 2 -> {
                gb &= lead;
                gbState = 3;
            }
            default -> {
                gb &= digit;
                gbState = 0;
            }
        }
    }

    private void endLine() {
        boolean isUtf8 = utf8 && utf8Rest == 0;
        if (!isUtf8) {
            if (!gb || gbState != 0) {
                throw WorkbookRefusal.MIXED_ENCODING.because(String.valueOf(line));
            }
            firstGb = firstGb == 0 ? line : firstGb;
        } else if (utf8Threes >= CLEARLY && firstClearUtf8 == 0) {
            firstClearUtf8 = line;
        }
        utf8 = true;
        utf8Rest = 0;
        utf8Low = 0x80;
        utf8High = 0xbf;
        utf8Threes = 0;
        gb = true;
        gbState = 0;
    }

    private Charset charset() {
        if (firstGb > 0 && firstClearUtf8 > 0) {
            throw WorkbookRefusal.MIXED_ENCODING.because(String.valueOf(Math.max(firstGb, firstClearUtf8)));
        }
        return firstGb > 0 ? GB18030 : StandardCharsets.UTF_8;
    }
}
