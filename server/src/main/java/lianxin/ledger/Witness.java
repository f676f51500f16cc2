package lianxin.ledger;

import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Signs along with one log, as long as each state contains the one before. What it has signed is on its disk before it answers, so that it can
 * never be brought to sign two histories.
 */
public final class Witness {

    private final VerifierKey log;
    private final SignerKey own;
    private final Path memory;
    private final InstantSource clock;

    /** @param memory the file in which it keeps the last note it has signed */
    public Witness(VerifierKey log, SignerKey own, Path memory, InstantSource clock) {
        this.log = log;
        this.own = own;
        this.memory = memory;
        this.clock = clock;
    }

    /** How many leaves the last state it has signed had; 0 before the first. */
    public synchronized long size() {
        var last = last();
        return last == null ? 0 : last.size();
    }

    /**
     * The signature line; refused unless the log signed it and it is nothing but growth. Refusals: {@code unknown-log}, {@code not-signed},
     * {@code stale} (the log named another size than the last one signed here), {@code fork}.
     */
    public synchronized String signs(Growth asked) {
        var next = asked.note().checkpoint();
        if (!next.origin().equals(log.name())) {
            throw new Broken("unknown-log", next.origin());
        }
        if (!asked.note().signedBy(log)) {
            throw new Broken("not-signed", next.size());
        }
        var last = last();
        var size = last == null ? 0 : last.size();
        if (asked.old() != size) {
            throw new Broken("stale", size);
        }
        var root = last == null ? Hash.EMPTY : last.root();
        if (!Proofs.contains(size, root, next.size(), next.root(), asked.proof())) {
            throw new Broken("fork", size, next.size());
        }
        Kept.replace(memory, asked.note().toString());
        return own.cosigns(next, clock.instant().getEpochSecond());
    }

    private @Nullable Checkpoint last() {
        return Kept.read(memory).map(text -> Note.parse(text).checkpoint()).orElse(null);
    }
}
