package lianxin.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** At the size people work with: every kind of ground is solved exactly, and proven so. */
class CountyTest {

    @ParameterizedTest
    @EnumSource
    void everyKindOfCountyIsProven(Country.Kind kind) {
        var p = Country.county(kind, 11).problem();
        assertThat(Matcher.solve(p, Watch.none()))
                .isInstanceOfSatisfying(
                        Matched.class,
                        m -> assertThat(Certificate.check(p, m).faults()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyKindOfTownshipIsProven(long seed) {
        for (var kind : Country.Kind.values()) {
            var p = Country.township(kind, seed).problem();
            assertThat(Matcher.solve(p, Watch.none()))
                    .as("%s", kind)
                    .isInstanceOfSatisfying(
                            Matched.class,
                            m -> assertThat(Certificate.check(p, m).faults()).isEmpty());
        }
    }

    /** The names on record: another machine, or another way of solving, may not give other ones unnoticed. */
    @ParameterizedTest
    @CsvSource({
        "PLAIN, 45844027, -3716926789473519300",
        "TIED, 45289131, 1679917226491006726",
        "TIGHT, 48687995, -903547133010316076",
        "EXCLUSIONS, 45887713, 421096070518898440",
        "DEGENERATE, 22720905, 8753986906113321411"
    })
    void theAnswerIsTheOneOnRecord(Country.Kind kind, long price, long names) {
        var m = (Matched) Matcher.solve(Country.township(kind, 1).problem(), Watch.none());
        assertThat(List.of(m.price(), new Fingerprint().add(m.cadreOf()).value()))
                .isEqualTo(List.of(price, names));
    }

    @Test
    void theAnswerIsTheSameHoweverManySolveAtOnce() {
        var p = Country.township(Country.Kind.EXCLUSIONS, 8).problem();
        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> (Matched) Matcher.solve(p, Watch.none()))
                .mapToLong(m ->
                        new Fingerprint().add(m.cadreOf()).add(m.cadrePrice()).value())
                .distinct()
                .toArray();
        assertThat(answers).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "TIED", "TIGHT"})
    void aCadreWhoLeavesMovesHardlyMoreThanHisOwnFamilies(Country.Kind kind) {
        var country = Country.township(kind, 3);
        var p = country.problem();
        var m = (Matched) Matcher.solve(p, Watch.none());
        var current = m.cadreOf().clone();
        for (int h = 0; h < current.length; h++) {
            if (current[h] == 17) {
                current[h] = -1;
            }
        }
        assertThat(Repair.fewestChanges(p, current, Watch.none())).isInstanceOfSatisfying(Matched.class, r -> {
            assertThat(Repair.check(p, current, r).faults()).isEmpty();
            var changes = Repair.changes(p, current, r.cadreOf());
            assertThat(changes.forced()).isPositive();
            assertThat(changes.moved()).isLessThanOrEqualTo(changes.forced() / 10);
        });
    }
}
