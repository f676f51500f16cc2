package lianxin.attachment;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What came in, nothing of it believed: neither its name nor the type it claims is looked at.
 *
 * @param size how large it says it is; what is too large has not been read
 */
public record Given(long size, byte[] bytes) {

    /** As it came in a form; nothing when nothing was chosen. */
    public static Given of(@Nullable MultipartFile file) throws IOException {
        return file == null ? new Given(0, new byte[0]) : new Given(file.getSize(), file.getBytes());
    }
}
