package lianxin.ledger;

import java.util.ArrayList;
import java.util.List;

/** Proofs about a tree: that a leaf is in it, that it contains all of an earlier one (RFC 9162, 2.1.3 and 2.1.4). */
public final class Proofs {

    private Proofs() {}

    /** The root of the first {@code size} leaves. */
    public static Hash root(long size, Subtrees tree) {
        return size == 0 ? Hash.EMPTY : over(0, size, tree);
    }

    /** What one needs besides a leaf to compute the root of the first {@code size} leaves. */
    public static List<Hash> inclusion(long index, long size, Subtrees tree) {
        if (index < 0 || index >= size) {
            throw new Broken("not-in-tree", index, size);
        }
        var proof = new ArrayList<Hash>();
        var from = 0L;
        var to = size;
        while (to - from > 1) {
            var middle = from + split(to - from);
            if (index < middle) {
                proof.add(over(middle, to, tree));
                to = middle;
            } else {
                proof.add(over(from, middle, tree));
                from = middle;
            }
        }
        return proof.reversed();
    }

    /** What one needs besides the root of the first {@code old} leaves to compute it again, and that of the first {@code size}. */
    public static List<Hash> consistency(long old, long size, Subtrees tree) {
        if (old < 0 || old > size) {
            throw new Broken("not-in-tree", old, size);
        }
        if (old == 0 || old == size) {
            return List.of();
        }
        var proof = new ArrayList<Hash>();
        var from = 0L;
        var to = size;
        while (to != old) {
            var middle = from + split(to - from);
            if (old <= middle) {
                proof.add(over(middle, to, tree));
                to = middle;
            } else {
                proof.add(over(from, middle, tree));
                from = middle;
            }
        }
        if (from > 0) {
            proof.add(over(from, to, tree));
        }
        return proof.reversed();
    }

    /** Whether the proof leads from the leaf to the root. */
    public static boolean includes(Hash leaf, long index, long size, Hash root, List<Hash> proof) {
        if (index < 0 || index >= size) {
            return false;
        }
        var here = index;
        var last = size - 1;
        var hash = leaf;
        for (var next : proof) {
            if (last == 0) {
                return false;
            }
            if ((here & 1) == 1 || here == last) {
                hash = Hash.node(next, hash);
                while ((here & 1) == 0 && here != 0) {
                    here >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = Hash.node(hash, next);
            }
            here >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the proof shows that the tree of {@code size} begins with the tree of {@code old}. */
    public static boolean contains(long old, Hash oldRoot, long size, Hash root, List<Hash> proof) {
        if (old == 0) {
            return proof.isEmpty() && oldRoot.equals(Hash.EMPTY);
        }
        if (old == size) {
            return proof.isEmpty() && oldRoot.equals(root);
        }
        var path = new ArrayList<>(proof);
        if (Long.bitCount(old) == 1) {
            path.addFirst(oldRoot);
        }
        if (old > size || path.isEmpty()) {
            return false;
        }
        var shift = Long.numberOfTrailingZeros(~(old - 1));
        var here = (old - 1) >>> shift;
        var last = (size - 1) >>> shift;
        var before = path.getFirst();
        var after = before;
        for (var next : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((here & 1) == 1 || here == last) {
                before = Hash.node(next, before);
                after = Hash.node(next, after);
                while ((here & 1) == 0 && here != 0) {
                    here >>>= 1;
                    last >>>= 1;
                }
            } else {
                after = Hash.node(after, next);
            }
            here >>>= 1;
            last >>>= 1;
        }
        return last == 0 && before.equals(oldRoot) && after.equals(root);
    }

    /** The root over the leaves from {@code from} up to, without, {@code to}; {@code from} is where a subtree of that size may begin. */
    private static Hash over(long from, long to, Subtrees tree) {
        var size = to - from;
        if (Long.bitCount(size) == 1) {
            var level = Long.numberOfTrailingZeros(size);
            return tree.root(level, from >>> level);
        }
        var middle = from + split(size);
        return Hash.node(over(from, middle, tree), over(middle, to, tree));
    }

    /** The largest power of two below {@code size}. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
