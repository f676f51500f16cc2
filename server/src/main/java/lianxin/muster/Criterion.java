package lianxin.muster;

/**
 * The policy, one sentence each ({@code proposal.criterion.NAME}), each with one price in metres of walking, so that weights can be
 * argued. What decides whether a pair may be at all (grounds, exclusions, exemptions, limits) is no price and not here. The search
 * and the explanation use this same code.
 */
public enum Criterion {

    /** The way is short; more so for a family that must be seen often. */
    NEAR {
        @Override
        public long price(Policy policy, Home home, Post post) {
            return policy.weight(home.needs()) * home.metresTo(post);
        }
    },

    /** He knows about what the family needs. */
    SKILLED {
        @Override
        public long price(Policy policy, Home home, Post post) {
            return policy.unskilled(home.needs(), post.skills());
        }
    },

    /** Leaders take the hard cases (R71). */
    LEADS {
        @Override
        public long price(Policy policy, Home home, Post post) {
            return policy.unled(home.needs(), post.leader());
        }
    },

    /** The family keeps whom it knows (R37). */
    KNOWN {
        @Override
        public long price(Policy policy, Home home, Post post) {
            return home.known() == null || home.known().equals(post.cadre()) ? 0 : policy.change(home.needs());
        }
    },

    /** Nobody carries much more than the others. A price of the load, not of a pair. */
    EVEN {
        @Override
        public long price(Policy policy, Home home, Post post) {
            return 0;
        }
    };

    /** What this sentence has against the pair, in metres of walking. */
    public abstract long price(Policy policy, Home home, Post post);

    /** What all of them have against the pair. */
    public static long sum(Policy policy, Home home, Post post) {
        long sum = 0;
        for (var criterion : values()) {
            sum += criterion.price(policy, home, post);
        }
        return sum;
    }

    /** What {@link #EVEN} has against a load: nothing up to the target, then 1, 3, 6 … times the price of the first one above. */
    public static long even(Post post, int load) {
        long above = Math.max(0L, (long) load - post.target());
        return post.overload() * (above * (above + 1) / 2);
    }
}
