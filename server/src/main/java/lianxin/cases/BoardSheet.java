package lianxin.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lianxin.platform.Page;
import lianxin.privacy.Datum;
import lianxin.privacy.PublicText;
import lianxin.region.Division;

/**
 * What hangs where everybody reads it: how many cases of each kind were handled, and what the households themselves said. There is no place in it for a word anybody
 * said, a name, a number of a person or a door; kinds of which there were few stand together, so that nobody is picked out by his trouble.
 */
public record BoardSheet(PublicText place, PublicText day, List<Line> lines) {

    /** Fewer cases of a kind than this do not stand alone. */
    static final int FEW = 3;

    static BoardSheet of(Division place, Page page, List<Tally> tallies, Map<String, Terms.Category> categories) {
        var words = page.words();
        var lines = new ArrayList<Line>();
        var few = new int[4];
        for (var tally : tallies) {
            var category = categories.get(tally.category());
            if (category == null || tally.handled() < FEW) {
                few[0] += tally.handled();
                few[1] += tally.confirmed();
                few[2] += tally.disputed();
                few[3] += tally.unanswered();
            } else {
                lines.add(new Line(
                        PublicText.words(words.chinese() ? category.zh() : category.en()),
                        tally.handled(),
                        tally.confirmed(),
                        tally.disputed(),
                        tally.unanswered()));
            }
        }
        if (few[0] > 0) {
            lines.add(new Line(PublicText.words(words.t("cases.board.few")), few[0], few[1], few[2], few[3]));
        }
        return new BoardSheet(
                PublicText.of(Datum.PLACE, place.name()),
                PublicText.words(words.day(page.today())),
                List.copyOf(lines));
    }

    /** Cases of a kind: handled, and what came of them as the households say. */
    public record Line(PublicText kind, int handled, int confirmed, int disputed, int unanswered) {}
}
