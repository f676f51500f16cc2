package lianxin.record;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.platform.Ids;
import lianxin.region.Ground;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down that somebody looks at people’s data. Whoever shows it calls here first, once for a page and not once for a person; when it
 * cannot be written, nothing is shown. A look that found nobody is a look too.
 */
@Service
public class Reads {

    private final LeafStore leaves;
    private final Subjects subjects;
    private final Clock clock;

    Reads(LeafStore leaves, Subjects subjects, Clock clock) {
        this.leaves = leaves;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** {@code caller} looks at these people or households. */
    @Transactional
    public void of(Caller caller, Purpose purpose, Collection<UUID> looked) {
        var tokens = subjects.tokens(looked);
        leaves.add(new Leaf(
                Ids.next(),
                Leaf.Kind.READ,
                purpose.name(),
                caller.id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.ground().lo(),
                caller.ground().hi(),
                false,
                tokens.length / Subjects.TOKEN,
                tokens));
    }

    /** {@code caller} takes everybody on a ground, {@code count} of them if that is known beforehand, else 0. */
    @Transactional
    public void ofAll(Caller caller, Purpose purpose, Ground ground, long count) {
        leaves.add(new Leaf(
                Ids.next(),
                Leaf.Kind.READ,
                purpose.name(),
                caller.id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                ground.lo(),
                ground.hi(),
                true,
                count,
                new byte[0]));
    }
}
