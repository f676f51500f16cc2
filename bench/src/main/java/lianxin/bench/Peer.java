package lianxin.bench;

import lianxin.matcher.Flow;

/** A general solver of others. It gets the model in memory; only its solving is timed, never the handing over. */
interface Peer {

    /** In place of a price: nothing is feasible. */
    long NONE = Long.MIN_VALUE;

    /** Takes the flow; the time until then does not count. */
    Solving of(Flow flow);

    /** A model taken and not yet solved. */
    interface Solving {

        /**
         * Solves it, once.
         *
         * @return the price of a cheapest flow, without the flow's constant, or {@link #NONE}
         */
        long solve();
    }
}
