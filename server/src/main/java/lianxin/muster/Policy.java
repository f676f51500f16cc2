package lianxin.muster;

import java.util.List;
import java.util.Set;
import lianxin.scheme.ContactScheme;
import lianxin.staff.Cadre;

/** The contact scheme as prices in metres of walking and limits in households. */
public record Policy(ContactScheme scheme) {

    /** What a metre of way counts for a family with these needs. */
    long weight(List<String> needs) {
        return scheme.care(needs).wayPrice();
    }

    /** What it counts that the family must get used to somebody new. */
    long change(List<String> needs) {
        return scheme.care(needs).changePrice();
    }

    /** What it counts that a cadre with these skills knows nothing about what the family needs. */
    long unskilled(List<String> needs, Set<String> skills) {
        return scheme.unskilled(needs, skills);
    }

    /** What it counts that a hard case is not taken by a leader. */
    public long unled(List<String> needs, boolean leader) {
        return leader ? 0 : scheme.care(needs).unledPrice();
    }

    /** How many households a cadre must, should and may hold: his own limits where he has any, else those of his rank. */
    public Limits limits(Cadre cadre) {
        var rank = scheme.load(cadre.rank());
        int high = cadre.capacityMax() == null ? rank.max() : cadre.capacityMax();
        int low = Math.min(cadre.capacityMin() == null ? rank.min() : cadre.capacityMin(), high);
        return new Limits(low, Math.clamp(rank.target(), low, high), high, rank.overloadPrice());
    }

    /** Households, and the price of the first above the target. */
    public record Limits(int low, int target, int high, long overload) {}
}
