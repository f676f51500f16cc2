package lianxin.matcher;

import java.util.ArrayList;
import java.util.List;

/**
 * What it costs that families keep their contacts: the same problem solved again where a change counts less, or more, and what that does to the ways.
 *
 * <p>The dearer a change, the fewer there are and the longer the ways; the curve shows what each is worth in the other. Every point is exact.
 */
public final class Stability {

    private Stability() {}

    /**
     * The points that can be had.
     *
     * @param answer of the problem as it is, from which the search goes on
     * @param percent what a change shall count, in hundredths of what it does
     * @return one point for each, in their order; fewer when it was called off
     * @throws BadProblem as {@link Problem#changing}, or if the answer does not fit the problem
     */
    public static List<Point> curve(Problem problem, Matched answer, int[] percent, Watch watch) {
        var points = new ArrayList<Point>();
        var last = answer;
        for (int each : percent) {
            if (!(Matcher.resume(problem.changing(each), last.cadreOf(), last.cadrePrice(), watch)
                    instanceof Matched m)) {
                break;
            }
            var ledger = Ledger.of(problem, m);
            points.add(new Point(
                    each, ledger.kept(), ledger.changed(), ledger.metres(), ledger.price() - ledger.changePrice()));
            last = m;
        }
        return List.copyOf(points);
    }

    /**
     * What comes of a price of a change.
     *
     * @param percent hundredths of what a change counts in the problem
     * @param kept households that keep last year's contact; {@code changed} leave him
     * @param metres all ways together
     * @param price of everything but the changes
     */
    public record Point(int percent, int kept, int changed, long metres, long price) {}
}
