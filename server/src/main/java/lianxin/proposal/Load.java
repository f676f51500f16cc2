package lianxin.proposal;

import java.util.List;
import java.util.TreeSet;
import lianxin.muster.Post;

/**
 * What a cadre would hold.
 *
 * @param load households on this ground; {@code gains} are new to him, {@code loses} leave him
 * @param villages codes of the villages where they are
 * @param price what one more household with him would cost the whole plan, in metres
 */
public record Load(Post post, int load, int gains, int loses, List<Long> villages, long price) {

    /** Those he keeps. */
    public int keeps() {
        return load - gains;
    }

    /** Households he would hold in all. */
    public int whole() {
        return load + post.elsewhere();
    }

    public boolean full() {
        return load >= post.high();
    }

    /** What raising his upper limit by one would save the whole plan at most, in metres; 0 where he is not full. */
    public long onePlaceMore() {
        return full() ? Math.max(0, price - overload(load + 1)) : 0;
    }

    /** What asking him for one household less would save the whole plan at most; 0 where he holds more than he must. */
    public long oneAskedLess() {
        return load > 0 && load <= post.low() ? Math.max(0, overload(load) - price) : 0;
    }

    private long overload(int nth) {
        return post.overload() * Math.max(0, nth - post.target());
    }

    /** With one household more, in {@code place}. */
    Load with(boolean his, long place) {
        var more = new TreeSet<>(villages);
        more.add(place);
        return new Load(post, load + 1, his ? gains : gains + 1, his ? loses - 1 : loses, List.copyOf(more), price);
    }

    /** With one household less; {@code place} is where it was the last one, or 0. */
    Load without(boolean his, long place) {
        var rest = villages.stream().filter(v -> v != place).toList();
        return new Load(post, load - 1, his ? gains : gains - 1, his ? loses + 1 : loses, rest, price);
    }
}
