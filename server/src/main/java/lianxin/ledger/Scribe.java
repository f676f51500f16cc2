package lianxin.ledger;

import java.nio.file.Path;

/**
 * Signs the states of our own log, and no two histories of it: the last state it has signed is kept beside the key, outside the database, and
 * the next must contain it. Whoever rewrites the database finds nobody to sign it.
 */
public final class Scribe {

    private final SignerKey key;
    private final Path memory;

    /** @param memory the file in which it keeps the last note it has signed */
    public Scribe(SignerKey key, Path memory) {
        this.key = key;
        this.memory = memory;
    }

    /** Whose signature it gives. */
    public VerifierKey verifier() {
        return key.verifier();
    }

    /** The first {@code size} leaves of {@code tree}, signed; refused as {@code rewritten} when they do not contain what was signed before. */
    public synchronized Note sign(long size, Subtrees tree) {
        var last = Kept.read(memory).map(text -> Note.parse(text).checkpoint()).orElse(null);
        if (last != null && (last.size() > size || !last.root().equals(Proofs.root(last.size(), tree)))) {
            throw new Broken("rewritten", last.size(), size);
        }
        var checkpoint = new Checkpoint(key.verifier().name(), size, Proofs.root(size, tree));
        var note = new Note(checkpoint, java.util.List.of(key.signs(checkpoint)));
        Kept.replace(memory, note.toString());
        return note;
    }
}
