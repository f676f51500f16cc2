package lianxin.muster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.scheme.ContactScheme;
import lianxin.scheme.ContactScheme.Care;
import org.junit.jupiter.api.Test;

/** One test for each sentence of the policy, named after it. */
class CriterionTest {

    static final UUID KNOWN = UUID.randomUUID();
    static final Policy POLICY = new Policy(new ContactScheme(
            3,
            new Care(182, 1, 2_000, 0, 0),
            Map.of("PETITION", new Care(30, 2, 3_000, 800, 2_500), "DISABILITY", new Care(30, 3, 1_000, 400, 0)),
            Map.of("STAFF", new ContactScheme.Load(1, 25, 40, 100)),
            new ContactScheme.Matching(5, 60_000)));

    @Test
    void near() {
        assertThat(Criterion.NEAR.price(POLICY, home(), post(300, 400, false))).isEqualTo(500);
        assertThat(Criterion.NEAR.price(POLICY, home("PETITION"), post(300, 400, false)))
                .as("a metre counts more for a family that must be seen often")
                .isEqualTo(1_000);
    }

    @Test
    void skilled() {
        assertThat(Criterion.SKILLED.price(POLICY, home("DISABILITY", "PETITION"), post(0, 0, false)))
                .isEqualTo(1_200);
        assertThat(Criterion.SKILLED.price(POLICY, home("DISABILITY", "PETITION"), post(0, 0, false, "PETITION")))
                .isEqualTo(400);
        assertThat(Criterion.SKILLED.price(POLICY, home(), post(0, 0, false))).isZero();
    }

    @Test
    void leads() {
        assertThat(Criterion.LEADS.price(POLICY, home("PETITION"), post(0, 0, false)))
                .isEqualTo(2_500);
        assertThat(Criterion.LEADS.price(POLICY, home("PETITION"), post(0, 0, true)))
                .isZero();
        assertThat(Criterion.LEADS.price(POLICY, home(), post(0, 0, false))).isZero();
    }

    @Test
    void known() {
        var family = new Home(0, 0, List.of("DISABILITY"), KNOWN);
        assertThat(Criterion.KNOWN.price(POLICY, family, post(0, 0, false)))
                .as("the hardest of the rules that hold for the family")
                .isEqualTo(2_000);
        assertThat(Criterion.KNOWN.price(POLICY, family, knownPost())).isZero();
        assertThat(Criterion.KNOWN.price(POLICY, home(), post(0, 0, false)))
                .as("who had nobody loses nobody")
                .isZero();
    }

    @Test
    void even() {
        var post = post(0, 0, false);
        assertThat(Criterion.even(post, 25)).isZero();
        assertThat(Criterion.even(post, 26)).isEqualTo(100);
        assertThat(Criterion.even(post, 28)).isEqualTo(600);
        assertThat(Criterion.EVEN.price(POLICY, home(), post))
                .as("a price of the load, not of a pair")
                .isZero();
    }

    @Test
    void everyCriterionHasATestAndASentence() {
        var tests = Arrays.stream(CriterionTest.class.getDeclaredMethods())
                .filter(m -> m.isAnnotationPresent(Test.class))
                .map(m -> m.getName().toUpperCase(java.util.Locale.ROOT))
                .collect(Collectors.toSet());
        var texts = java.util.ResourceBundle.getBundle("messages/proposal", java.util.Locale.ENGLISH);
        for (var criterion : Criterion.values()) {
            assertThat(tests).contains(criterion.name());
            assertThat(texts.containsKey("proposal.criterion." + criterion)).isTrue();
            assertThat(texts.containsKey("proposal.criterion." + criterion + ".price"))
                    .isTrue();
        }
    }

    static Home home(String... needs) {
        return new Home(0, 0, List.of(needs), null);
    }

    static Post post(int x, int y, boolean leader, String... skills) {
        return new Post(UUID.randomUUID(), UUID.randomUUID(), 0, x, y, leader, Set.of(skills), 1, 25, 40, 0, 100);
    }

    static Post knownPost() {
        return new Post(KNOWN, UUID.randomUUID(), 0, 0, 0, false, Set.of(), 1, 25, 40, 0, 100);
    }
}
