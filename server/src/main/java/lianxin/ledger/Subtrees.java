package lianxin.ledger;

/** The hashes of a growing tree that will never change again: those of its complete subtrees. */
@FunctionalInterface
public interface Subtrees {

    /**
     * The root over the leaves from {@code index << level} up to, without, {@code (index + 1) << level}. All of them must be there.
     *
     * @param level 0 for a leaf
     */
    Hash root(int level, long index);
}
