package lianxin.record;

import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.region.Ground;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down that somebody looks at people’s data. Whoever shows it calls here first, once for a page and not once for a person; when it
 * cannot be written, nothing is shown. A look that found nobody is a look too.
 */
@Service
public class Reads {

    private final Leaves leaves;
    private final Clock clock;

    Reads(Leaves leaves, Clock clock) {
        this.leaves = leaves;
        this.clock = clock;
    }

    /** {@code caller} looks at these people or households. */
    @Transactional
    public void of(Caller caller, Purpose purpose, Collection<UUID> looked) {
        leaves.about(looked, read(caller, purpose, caller.ground()));
    }

    /** {@code caller} takes everybody on a ground, {@code count} of them if that is known beforehand, else 0. */
    @Transactional
    public void ofAll(Caller caller, Purpose purpose, Ground ground, long count) {
        leaves.aboutAll(count, read(caller, purpose, ground));
    }

    private Deed read(Caller caller, Purpose purpose, Ground ground) {
        return new Deed(Leaf.Kind.READ, purpose.name(), caller.id(), clock.instant(), ground);
    }
}
