package lianxin.visit;

/**
 * How deep the work of a village goes (R30), in a stretch of days: households met, with a need known, with something promised, with it done.
 *
 * @param visits all visits and calls
 * @param needs all needs heard; per hundred visits it is the yield
 */
public record Depth(long place, int visits, int met, int needing, int needs, int promised, int done) {

    /** Both together. */
    Depth and(Depth other) {
        return new Depth(
                place,
                visits + other.visits,
                met + other.met,
                needing + other.needing,
                needs + other.needs,
                promised + other.promised,
                done + other.done);
    }
}
