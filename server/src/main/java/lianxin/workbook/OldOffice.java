package lianxin.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import lianxin.platform.Refusal;

/** Files in Microsoft's old container: workbooks of Excel 97 to 2003, and any workbook with a password. */
final class OldOffice {

    /** The names of the streams stand in the directory, which programs put near the beginning or near the end. */
    private static final int LOOKED_AT = 1 << 20;

    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private OldOffice() {}

    static Refusal refusal(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            var head = bytes.readNBytes(LOOKED_AT);
            bytes.skipNBytes(Math.max(0, Files.size(file) - head.length - LOOKED_AT));
            return contains(head) || contains(bytes.readNBytes(LOOKED_AT))
                    ? WorkbookRefusal.ENCRYPTED.because()
                    : WorkbookRefusal.OLD_EXCEL.because();
        }
    }

    private static boolean contains(byte[] bytes) {
        for (int i = 0; i + ENCRYPTED.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + ENCRYPTED.length, ENCRYPTED, 0, ENCRYPTED.length)) {
                return true;
            }
        }
        return false;
    }
}
