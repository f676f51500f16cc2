package lianxin.ledger;

import java.util.ArrayList;
import java.util.List;

/** A tree seen from its growing edge: as many hashes as its size has one bits. Enough to add leaves and to know the root. */
public final class Frontier {

    private final List<Hash> roots = new ArrayList<>();
    private long size;

    /** A tree without leaves. */
    public Frontier() {}

    /** The edge of a tree of {@code size} leaves. */
    public Frontier(long size, Subtrees tree) {
        this.size = size;
        var done = 0L;
        for (var level = 62; level >= 0; level--) {
            if ((size >>> level & 1) == 1) {
                roots.add(tree.root(level, done >>> level));
                done += 1L << level;
            }
        }
    }

    /** Adds the next leaf. */
    public void add(Hash leaf) {
        add(leaf, (_, _, _) -> {});
    }

    /** Adds the next leaf and tells every subtree that it completes, itself first. */
    public void add(Hash leaf, Completed completed) {
        var hash = leaf;
        completed.tell(0, size, hash);
        for (var level = 0; (size >>> level & 1) == 1; level++) {
            hash = Hash.node(roots.removeLast(), hash);
            completed.tell(level + 1, size >>> (level + 1), hash);
        }
        roots.add(hash);
        size++;
    }

    public long size() {
        return size;
    }

    /** The root over all leaves so far. */
    public Hash root() {
        return roots.reversed().stream()
                .reduce((right, left) -> Hash.node(left, right))
                .orElse(Hash.EMPTY);
    }

    /** Hears of subtrees that are complete. */
    @FunctionalInterface
    public interface Completed {
        void tell(int level, long index, Hash root);
    }
}
