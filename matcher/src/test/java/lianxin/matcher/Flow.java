package lianxin.matcher;

/**
 * A problem as a general solver wants it: a min-cost flow. Goods of whole numbers go from nodes with a supply to nodes with a demand (a
 * negative supply) over arcs from 0 up to a capacity, each at a price.
 */
public interface Flow {

    /** One arc after another, from node to node. */
    interface Arcs {
        void add(int from, int to, int capacity, long price);
    }

    int nodes();

    /** What the node has to give; negative if it wants. All supplies add up to 0. */
    int supply(int node);

    /** Hands over every arc, always in the same order. */
    void arcs(Arcs to);

    /** What to add to the price of a flow to get the price of the assignment. May be read after {@link #arcs} only. */
    long constant();
}
