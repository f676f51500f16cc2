package lianxin.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Part by part the same comes out as from the whole. */
class PartsTest {

    static final int PROBLEMS = 3_000;

    @Test
    void partByPartIsAsGoodAsTheWhole() {
        int several = 0;
        for (int seed = 0; seed < PROBLEMS; seed++) {
            var p = Small.problem(seed);
            var parts = new Parts(p);
            several += parts.count > 1 ? 1 : 0;
            var apart = Piecing.solve(p, parts, Watch.none());
            switch (Matcher.whole(p, Watch.none())) {
                case Matched m -> {
                    assertThat(((Matched) apart).price()).as("seed %d", seed).isEqualTo(m.price());
                    assertThat(Certificate.check(p, (Matched) apart).faults())
                            .as("seed %d", seed)
                            .isEmpty();
                }
                case Infeasible no -> {
                    var other = (Infeasible) apart;
                    assertThat(said(other)).as("seed %d", seed).isEqualTo(said(no));
                    assertThat(LongStream.of(other.lift().sum(), other.ease().sum())
                                    .sum())
                            .as("seed %d", seed)
                            .isEqualTo(no.lift().sum() + no.ease().sum());
                }
                case Cancelled _ -> throw new AssertionError("nobody called it off");
            }
        }
        assertThat(several).isGreaterThan(PROBLEMS / 10);
    }

    /** Bottlenecks in any order. */
    private static List<String> said(Infeasible no) {
        return no.bottlenecks().stream().map(Bottleneck::toString).sorted().toList();
    }

    @Test
    void aCountyOfBlocksFallsApartAndIsProven() {
        var p = Country.county(Country.Kind.BLOCKS, 4).problem();
        var parts = new Parts(p);
        assertThat(Parts.worthIt(p)).isTrue();
        assertThat(parts.count).isEqualTo(p.units());
        var m = (Matched) Matcher.solve(p, Watch.none());
        assertThat(Certificate.check(p, m).faults()).isEmpty();
        assertThat(m.price()).isEqualTo(((Matched) Matcher.whole(p, Watch.none())).price());
    }

    @Test
    void calledOffIsCalledOffForAllParts() {
        var p = Country.county(Country.Kind.BLOCKS, 4).problem();
        var off = new Watch() {
            @Override
            public void at(Stage stage, long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThat(Matcher.solve(p, off)).isInstanceOf(Cancelled.class);
    }
}
