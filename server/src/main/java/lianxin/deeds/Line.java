package lianxin.deeds;

import java.time.LocalDate;
import java.util.List;
import lianxin.platform.Words;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;

/**
 * A deed as a list shows it, with the name of its place.
 *
 * @param answers how many said yes, no and nothing; empty while nobody was asked
 */
public record Line(Deed deed, String place, String promiser, String cost, String answers) {

    static List<Line> of(List<Deed> deeds, Divisions divisions, LocalDate day, Words words) {
        return deeds.stream().map(deed -> of(deed, divisions, day, words)).toList();
    }

    static Line of(Deed deed, Divisions divisions, LocalDate day, Words words) {
        var code = new DivisionCode(deed.ground().lo());
        return new Line(
                deed,
                divisions.find(code, day).map(d -> d.name()).orElseGet(code::toString),
                Posters.promiser(deed, words),
                Posters.cost(deed, words),
                Posters.answers(deed, words));
    }
}
