package lianxin.demo;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import lianxin.proposal.RunState;

/** Waits for searches that go on in the background. */
final class Waiting {

    private static final Duration LOOK = Duration.ofMillis(300);

    private Waiting() {}

    /** Looks until there is something to adopt; who is stopped while he waits calls the search off. */
    static void untilProposed(Supplier<RunState> look, Runnable callOff) {
        try {
            for (var state = look.get(); state != RunState.PROPOSED; state = look.get()) {
                if (!state.underWay()) {
                    throw new IllegalStateException("The search ended as " + state);
                }
                LockSupport.parkNanos(LOOK.toNanos());
            }
        } catch (Stopping.Stopped e) {
            callOff.run();
            throw e;
        }
    }
}
