package lianxin.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeptTest {

    @Test
    void anyChainOfEventsEndsWhereSolvingFromScratchEnds() {
        int whole = 0;
        int infeasible = 0;
        for (int seed = 0; seed < 4_000; seed++) {
            var p = Small.problem(seed);
            if (!(Matcher.solve(p, Watch.none()) instanceof Matched m)) {
                continue;
            }
            var kept = Kept.of(p, m);
            var r = new Random(seed);
            for (int step = 0; step < 6; step++) {
                for (int events = 1 + r.nextInt(3); events > 0; events--) {
                    something(kept, p, r);
                }
                var mended = kept.mend();
                var least = EverythingTried.leastPrice(kept.problem());
                var as = "seed " + seed + " step " + step;
                if (mended.whole()) {
                    whole++;
                    assertThat(kept.matched().price()).as(as).isEqualTo(least);
                    assertThat(Certificate.check(kept.problem(), kept.matched()).faults())
                            .as(as)
                            .isEmpty();
                } else {
                    infeasible++;
                    assertThat(least).as(as).isNull();
                }
            }
        }
        assertThat(whole).isGreaterThan(1_000);
        assertThat(infeasible).isGreaterThan(1_000);
    }

    private static void something(Kept kept, Problem p, Random r) {
        int c = r.nextInt(p.cadres());
        int h = r.nextInt(p.households());
        switch (r.nextInt(4)) {
            case 0 -> kept.leaves(c);
            case 1 -> {
                int lower = r.nextInt(2);
                int target = lower + r.nextInt(3);
                kept.limits(c, lower, target, target + r.nextInt(4));
            }
            case 2 -> kept.moves(h, r.nextInt(p.villages()), r.nextInt(p.needClasses()));
            default -> {
                if (p.pinOf(h) != c) {
                    kept.excludes(h, c);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aYearInATownship(Country.Kind kind) {
        var p = Country.township(kind, 7).problem();
        var adopted = (Matched) Matcher.solve(p, Watch.none());
        var kept = Kept.of(p.knowing(adopted.cadreOf()), adopted);
        var r = new Random(7);
        for (int month = 0; month < 12; month++) {
            var before = kept.matched().cadreOf();
            for (int i = 0; i < 20; i++) {
                kept.moves(r.nextInt(p.households()), r.nextInt(p.villages()), r.nextInt(p.needClasses()));
            }
            if (kind != Country.Kind.TIGHT && kind != Country.Kind.DEGENERATE) {
                kept.leaves(r.nextInt(p.cadres()));
            }
            kept.excludes(5 * month, before[5 * month]);
            var mended = kept.mend();
            if (!mended.whole()) {
                assertThat(Matcher.solve(kept.problem(), Watch.none())).isInstanceOf(Infeasible.class);
                return;
            }
            var now = kept.matched();
            assertThat(Certificate.check(kept.problem(), now).faults()).isEmpty();
            for (int i = 0; i < mended.household().length; i++) {
                int h = mended.household()[i];
                assertThat(before[h]).isEqualTo(mended.from()[i]).isNotEqualTo(mended.to()[i]);
                before[h] = mended.to()[i];
            }
            assertThat(now.cadreOf()).isEqualTo(before);
        }
        var scratch = (Matched) Matcher.solve(kept.problem(), Watch.none());
        assertThat(kept.matched().price()).isEqualTo(scratch.price());
    }

    @Test
    void nothingHappensNothingChanges() {
        for (var kind : Country.Kind.values()) {
            var p = Country.township(kind, 2).problem();
            var m = (Matched) Matcher.solve(p, Watch.none());
            var kept = Kept.of(p, m);
            assertThat(kept.mend().household()).as("%s", kind).isEmpty();
            assertThat(kept.matched().cadreOf()).as("%s", kind).isEqualTo(m.cadreOf());
        }
    }

    @Test
    void survivesARestart() throws IOException {
        var p = Country.township(Country.Kind.EXCLUSIONS, 4).problem();
        var kept = Kept.of(p, (Matched) Matcher.solve(p, Watch.none()));
        kept.leaves(9);
        kept.mend();
        var file = new ByteArrayOutputStream();
        kept.write(file);
        assertThat(file.size()).isLessThan(3 * p.households());
        var again = Kept.read(kept.problem(), new ByteArrayInputStream(file.toByteArray()));
        assertThat(again.matched().cadreOf()).isEqualTo(kept.matched().cadreOf());
        assertThat(again.matched().cadrePrice()).isEqualTo(kept.matched().cadrePrice());
        kept.leaves(30);
        again.leaves(30);
        assertThat(again.mend().whole()).isEqualTo(kept.mend().whole());
        assertThat(again.matched().price()).isEqualTo(kept.matched().price());
    }

    @Test
    void refusesAFileThatIsForeignOrDamaged() throws IOException {
        var p = Country.township(Country.Kind.PLAIN, 4).problem();
        var other = Country.township(Country.Kind.PLAIN, 5).problem();
        var file = new ByteArrayOutputStream();
        Kept.of(p, (Matched) Matcher.solve(p, Watch.none())).write(file);
        var bytes = file.toByteArray();
        refused(other, bytes, "another problem");
        for (int at = 0; at < bytes.length; at += 1 + bytes.length / 300) {
            var bad = bytes.clone();
            bad[at] ^= 64;
            refused(p, bad, "");
            refused(p, Arrays.copyOf(bytes, at), "damaged");
        }
        var newer = bytes.clone();
        newer[7]++;
        refused(p, newer, "version 2");
    }

    private static void refused(Problem p, byte[] file, String why) {
        assertThatThrownBy(() -> Kept.read(p, new ByteArrayInputStream(file)))
                .isInstanceOf(BadProblem.class)
                .hasMessageContaining(why);
    }

    @Test
    void refusesWhatMakesNoSense() {
        var p = ProblemTest.town().household(0, 0, 0, 0).pin(0, 1).build();
        var kept = Kept.of(p, (Matched) Matcher.solve(p, Watch.none()));
        assertThatThrownBy(() -> kept.excludes(0, 1)).isInstanceOf(BadProblem.class);
        assertThatThrownBy(() -> kept.excludes(0, 2)).isInstanceOf(BadProblem.class);
        assertThatThrownBy(() -> kept.limits(0, 3, 2, 4)).isInstanceOf(BadProblem.class);
        assertThatThrownBy(() -> kept.moves(1, 0, 0)).isInstanceOf(BadProblem.class);
        assertThatThrownBy(() -> kept.moves(0, 1, 0)).isInstanceOf(BadProblem.class);
    }
}
