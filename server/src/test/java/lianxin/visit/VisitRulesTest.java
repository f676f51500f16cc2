package lianxin.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lianxin.registry.Household;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said of a visit, and what can be believed. */
class VisitRulesTest {

    static final UUID HOME = new UUID(0, 1);
    static final Set<String> TOPICS = Set.of("HEALTH", "ROAD");
    static final Instant NOW = Instant.parse("2026-05-12T08:00:00Z");
    static final Instant BEGIN = Instant.parse("2012-01-31T16:00:00Z");
    static final Household FAMILY = new Household(
            HOME,
            "H1",
            new UUID(0, 2),
            370_827_100_201L,
            1,
            "王某",
            3,
            List.of(),
            LocalDate.of(2012, 2, 1),
            null,
            null,
            1);

    static LogVisit said(Met met, Finding finding, LogVisit.Heard need, String words, String... topics) {
        return new LogVisit(HOME, Way.HOME, met, finding, List.of(topics), words, need, null, null);
    }

    @Test
    void whatIsSaidIsKeptInOneShape() {
        var kept = VisitRules.sound(
                said(
                        Met.HEAD,
                        Finding.NEED,
                        new LogVisit.Heard("ROAD", " 门前路坏了\n "),
                        " 老人\u0000在家\t都好 ",
                        "HEALTH",
                        "HEALTH"),
                TOPICS);
        assertThat(kept.words()).isEqualTo("老人 在家 都好");
        assertThat(kept.needWords()).isEqualTo("门前路坏了");
        assertThat(kept.topics()).containsExactly("HEALTH");
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        unclear(said(Met.NOBODY, Finding.WELL, null, ""));
        unclear(said(Met.HEAD, Finding.NOBODY_HOME, null, ""));
        unclear(said(Met.HEAD, Finding.NEED, null, ""));
        unclear(said(Met.HEAD, Finding.WELL, new LogVisit.Heard("ROAD", "路"), ""));
        unclear(said(Met.HEAD, Finding.NEED, new LogVisit.Heard("ROAD", "  "), ""));
        unclear(said(Met.HEAD, Finding.WELL, null, "字".repeat(501)));
        unclear(new LogVisit(HOME, null, Met.HEAD, Finding.WELL, null, null, null, null, null));
        unclear(new LogVisit(null, Way.HOME, Met.HEAD, Finding.WELL, null, null, null, null, null));
        unclear(new LogVisit(HOME, Way.HOME, Met.HEAD, Finding.WELL, topics(9), null, null, null, null));
        assertThatThrownBy(() -> VisitRules.sound(said(Met.HEAD, Finding.WELL, null, "", "WEATHER"), TOPICS))
                .hasMessageContaining("no-such-word");
    }

    static List<String> topics(int n) {
        return Collections.nCopies(n, "T").stream()
                .map(t -> t + UUID.randomUUID())
                .toList();
    }

    static void unclear(LogVisit said) {
        assertThatThrownBy(() -> VisitRules.sound(said, TOPICS)).hasMessageContaining("visit-unclear");
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, 0, 599})
    void aFastClockIsBelieved(long seconds) {
        assertThat(VisitRules.doubt(NOW.plusSeconds(seconds), BEGIN, NOW, FAMILY, true))
                .isNull();
    }

    @Test
    void whatCannotBeBelievedIsForAPersonToSee() {
        assertThat(VisitRules.doubt(NOW.plus(Duration.ofMinutes(11)), BEGIN, NOW, FAMILY, true))
                .isEqualTo(Doubt.FUTURE);
        assertThat(VisitRules.doubt(BEGIN.minusSeconds(1), BEGIN, NOW, FAMILY, true))
                .isEqualTo(Doubt.TOO_EARLY);
        assertThat(VisitRules.doubt(NOW, BEGIN, NOW, FAMILY, false)).isEqualTo(Doubt.NOT_CONTACT);
        assertThat(VisitRules.doubt(NOW, BEGIN, NOW, null, true)).isEqualTo(Doubt.NO_HOUSEHOLD);
    }
}
