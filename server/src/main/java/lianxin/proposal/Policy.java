package lianxin.proposal;

import java.util.List;
import java.util.Set;
import lianxin.pairing.ContactScheme;
import lianxin.registry.Cadre;

/** The contact scheme as prices in metres of walking and limits in households. */
record Policy(ContactScheme scheme) {

    /** What a metre of way counts for a family with these needs. */
    long weight(List<String> needs) {
        return 1;
    }

    /** What it counts that the family must get used to somebody new. */
    long change(List<String> needs) {
        return 2_000;
    }

    /** What it counts that a cadre with these skills knows nothing about what the family needs. */
    long unskilled(List<String> needs, Set<String> skills) {
        return needs.stream().filter(n -> !skills.contains(n)).count() * 300;
    }

    /** What it counts that a hard case is not taken by a leader. */
    long unled(List<String> needs, boolean leader) {
        return leader || needs.isEmpty() ? 0 : 500;
    }

    /** How many households a cadre must, should and may hold: his own limits where he has any, else those of his rank. */
    Limits limits(Cadre cadre) {
        return new Limits(1, 25, 40, 100);
    }

    /** Households, and the price of the first above the target. */
    record Limits(int low, int target, int high, long overload) {}
}
