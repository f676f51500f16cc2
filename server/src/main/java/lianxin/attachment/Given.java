package lianxin.attachment;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What came in, nothing of it believed: neither its name nor the type it claims is looked at.
 *
 * @param size how large it is; what is too large has not been read, and neither has what is {@link #NO_ROOM}
 */
public record Given(long size, byte[] bytes) {

    /** No rule may allow more: see the migration. */
    static final int MOST_BYTES = 10 << 20;

    /** There was no room to read it. */
    static final long NO_ROOM = -1;

    /** As it came in a form; nothing when nothing was chosen. */
    public static Given of(@Nullable MultipartFile file) throws IOException {
        if (file == null) {
            return new Given(0, new byte[0]);
        }
        return new Given(file.getSize(), file.getSize() > MOST_BYTES + 1 ? new byte[0] : file.getBytes());
    }
}
