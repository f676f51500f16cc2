package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lianxin.cases.WordModel.Said;
import org.junit.jupiter.api.Test;

/** What is suggested for words nobody has sorted, tried on sentences that were not learnt. */
class WordModelTest {

    static final int FOLDS = 7;

    @Test
    void suggestionsHoldOnSentencesThatWereNotLearnt() {
        var all = Suggestions.bundled();
        var suggested = 0;
        var right = 0;
        for (var fold = 0; fold < FOLDS; fold++) {
            var left = fold;
            var model = WordModel.of(part(all, i -> i % FOLDS != left));
            for (var said : part(all, i -> i % FOLDS == left).toList()) {
                var guess = model.suggest(said.words());
                suggested += guess.isPresent() ? 1 : 0;
                right += guess.filter(said.category()::equals).isPresent() ? 1 : 0;
            }
        }
        var kinds = all.stream().map(Said::category).distinct().count();
        System.out.printf(
                "Suggestions: %d sentences of %d kinds, %d suggested, %d right (%s)%n",
                all.size(), kinds, suggested, right, Interval.of(right, suggested));
        assertThat(Interval.of(right, suggested).low())
                .as("far better than any kind by itself")
                .isGreaterThan(5.0 / kinds);
        assertThat(suggested).isGreaterThan(all.size() / 2);
    }

    static Stream<Said> part(List<Said> all, java.util.function.IntPredicate which) {
        return IntStream.range(0, all.size()).filter(which).mapToObj(all::get);
    }

    @Test
    void whatIsNotKnownIsNotGuessed() {
        var model = WordModel.of(Stream.of(new Said("ROAD", "路坏了"), new Said("HEALTH", "看病报销")));
        assertThat(model.suggest("路坏了没人修")).contains("ROAD");
        assertThat(model.suggest("xyz")).isEmpty();
        assertThat(model.suggest("")).isEmpty();
        assertThat(WordModel.of(Stream.of()).suggest("路坏了")).isEmpty();
    }

    @Test
    void twoThatAreAsLikelyAreLeftToTheClerk() {
        var model = WordModel.of(Stream.of(new Said("ROAD", "村里"), new Said("HEALTH", "村里")));
        assertThat(model.suggest("村里")).isEmpty();
    }
}
