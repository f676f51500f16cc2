package lianxin.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import lianxin.proposal.RunState;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody presses Ctrl-C while the demonstration is made. */
class StoppingTest {

    private final JdbcClient database = mock();
    private final Stopping stopping = new Stopping(database, mock(LoggingSystem.class));

    @Test
    void whoIsAtWorkPutsItDownBeforeTheHouseCloses() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var ended = new AtomicReference<RuntimeException>();
        var worker = Thread.ofVirtual().start(() -> {
            try {
                stopping.during(() -> {
                    begun.countDown();
                    while (true) {
                        stopping.check();
                        Thread.onSpinWait();
                    }
                });
            } catch (Stopping.Stopped e) {
                ended.set(e);
            }
        });
        begun.await();
        stopping.stop();
        worker.join();
        assertThat(ended.get()).isInstanceOf(Stopping.Stopped.class);
        verifyNoInteractions(database);
    }

    @Test
    void whoOnlyServesIsNotWaitedFor() throws InterruptedException {
        stopping.stop();
        assertThat(stopping.asked()).isTrue();
        verifyNoInteractions(database);
    }

    @Test
    void aSearchThatIsWaitedForIsCalledOff() throws InterruptedException {
        var looks = new AtomicInteger();
        var calledOff = new AtomicInteger();
        stopping.stop();
        assertThatExceptionOfType(Stopping.Stopped.class)
                .isThrownBy(() -> Waiting.untilProposed(
                        () -> {
                            looks.incrementAndGet();
                            stopping.check();
                            return RunState.SOLVING;
                        },
                        calledOff::incrementAndGet));
        assertThat(looks).hasValue(1);
        assertThat(calledOff).hasValue(1);
    }
}
