package lianxin.deeds;

import lianxin.platform.CountyTime;
import lianxin.platform.Words;
import lianxin.privacy.Datum;
import lianxin.privacy.PublicText;
import lianxin.region.Division;
import lianxin.scope.Standing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the public list: whoever lives there, passes by or reads the board may see what was promised and what became of it. */
@Service
class Posters {

    private final DeedStore store;
    private final Standing standing;
    private final CountyTime time;

    Posters(DeedStore store, Standing standing, CountyTime time) {
        this.store = store;
        this.standing = standing;
        this.time = time;
    }

    /** The deeds for a place. The database is asked for nothing but deeds and what was said of them in public. */
    @Transactional(readOnly = true)
    Poster of(Division place, Words words) {
        return standing.house(() -> {
            var pace = store.pace(time.today());
            var deeds = store.on(place.code().ground(), Deeds.SHOWN);
            var said = store.lastWords(deeds.stream().map(Deed::id).toList());
            return new Poster(
                    PublicText.of(Datum.PLACE, place.name()),
                    PublicText.words(words.day(time.today())),
                    PublicText.words(words.t(
                            "deeds.rule",
                            pace.answerDays(),
                            pace.answersLeast(),
                            pace.answersPercent(),
                            pace.yesPercent(),
                            pace.useMonths(),
                            pace.source())),
                    deeds.stream()
                            .map(deed -> row(deed, said.getOrDefault(deed.id(), ""), words))
                            .toList());
        });
    }

    private Poster.Row row(Deed deed, String said, Words words) {
        return new Poster.Row(
                PublicText.words(deed.title()),
                PublicText.words(deed.words()),
                PublicText.words(promiser(deed, words)),
                PublicText.words(words.day(deed.promisedOn())),
                PublicText.words(words.day(deed.dueOn())),
                PublicText.words(cost(deed, words)),
                PublicText.words(words.t("deeds.stage." + deed.stage())),
                PublicText.words(answers(deed, words)),
                PublicText.words(said));
    }

    static String promiser(Deed deed, Words words) {
        return deed.promiser() == Promiser.UNIT ? deed.unitName() : words.t("deeds.promiser." + deed.promiser());
    }

    static String cost(Deed deed, Words words) {
        return deed.cost() == null ? deed.fund() : words.t("deeds.cost.n", words.n(deed.cost()), deed.fund());
    }

    static String answers(Deed deed, Words words) {
        if (deed.round() == 0 || deed.stage() == Stage.PROMISED) {
            return "";
        }
        var share = deed.share();
        var counted = words.t("deeds.answers", words.n(deed.yes()), words.n(deed.no()), words.n(deed.silent()));
        return share.whole() == 0
                ? counted
                : words.t("deeds.answers.share", counted, share.percent(), share.lowPercent(), share.highPercent());
    }
}
