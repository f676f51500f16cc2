package lianxin.attachment;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lianxin.platform.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Makes of what came in what may be kept. Few at a time: a picture in memory is large, and so is what a hostile one makes of us. */
@Component
class Cleaning {

    private static final Logger LOG = LoggerFactory.getLogger(Cleaning.class);

    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 20;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    Clean clean(Given given, Bounds bounds) {
        if (given.size() == Given.NO_ROOM) {
            throw busy();
        }
        if (given.size() > bounds.bytes()) {
            throw AttachmentRefusal.TOO_LARGE.because(bounds.mebibytes());
        }
        if (given.bytes().length == 0) {
            throw AttachmentRefusal.EMPTY.because();
        }
        var format = Format.of(given.bytes()).orElseThrow(AttachmentRefusal.KIND::because);
        enter();
        try {
            return new Clean(
                    format,
                    switch (format) {
                        case JPEG -> Picture.anew(given.bytes(), bounds);
                        case PDF -> Letter.anew(given.bytes(), bounds);
                    });
        } catch (Refusal refused) {
            throw refused;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Those who read pictures and PDFs complain of broken ones in every way there is; what they say may quote
            // the file.
            LOG.info("A file that is no whole {}: {}", format, e.getClass().getSimpleName());
            throw AttachmentRefusal.BROKEN.because();
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static Refusal busy() {
        var busy = AttachmentRefusal.BUSY.because();
        busy.getHeaders().set(HttpHeaders.RETRY_AFTER, "10");
        return busy;
    }
}
