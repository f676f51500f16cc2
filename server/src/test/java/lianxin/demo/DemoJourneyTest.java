package lianxin.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import lianxin.OwnDatabase;
import lianxin.pairing.Pairings;
import lianxin.platform.CountyTime;
import lianxin.registry.Households;
import lianxin.scheme.Grounds;
import lianxin.staff.Cadres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A town from nothing to cards, in a database of its own, as {@code ./lianxin demo --scale township} makes it. */
@SpringBootTest(properties = {"lianxin.demo.enabled=true", "lianxin.demo.scale=township"})
@AutoConfigureMockMvc
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@ExtendWith(OutputCaptureExtension.class)
class DemoJourneyTest {

    final Demo demo;
    final Pairings pairings;
    final Households households;
    final Grounds grounds;
    final Cadres cadres;
    final CountyTime time;
    final MockMvcTester http;

    DemoJourneyTest(
            Demo demo,
            Pairings pairings,
            Households households,
            Grounds grounds,
            Cadres cadres,
            CountyTime time,
            MockMvcTester http) {
        this.demo = demo;
        this.pairings = pairings;
        this.households = households;
        this.grounds = grounds;
        this.cadres = cadres;
        this.time = time;
        this.http = http;
    }

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("town", properties);
    }

    @Test
    void aWholeTownHasItsContactsAndASecondStartChangesNothing(CapturedOutput output) {
        var town = Scale.TOWNSHIP.place().ground();
        var today = time.today();
        var families = households.perVillage(town, today).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(families).as("10,000 and the part of one that split").isEqualTo(10_001);
        assertThat(pairings.uncovered(town, today, 5))
                .as("only the part that split off waits for its contact")
                .singleElement()
                .satisfies(h -> assertThat(h.key()).endsWith("-2"));
        assertThat(pairings.covered(town, TwoYears.LAST_YEAR)).isBetween(7_000L, 9_999L);
        var served = grounds.on(town, today);
        assertThat(households.perVillage(town, today).keySet())
                .as("every village has a unit")
                .allMatch(village -> served.stream().anyMatch(s -> s.ground().contains(village)));
        assertThat(served.stream().map(Grounds.UnitGround::unit).distinct())
                .as("every unit has a village")
                .hasSize(Scale.TOWNSHIP.units);
        var loads = pairings.loads(town, today);
        assertThat(cadres.serving(Scale.TOWNSHIP.seat().ground(), today))
                .hasSize(474)
                .allMatch(c -> loads.getOrDefault(c.id(), 0) > 0);
        assertThat(loads.values()).allMatch(n -> n <= 40);

        demo.run(new DefaultApplicationArguments());
        assertThat(households.perVillage(town, today).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(families);
        assertThat(output).contains("lianxin-office").contains("/repairs/cadre/");
        for (var who : new String[] {"office", "township", "unit"}) {
            assertThat(http.get().uri("/overview").with(user(who)).header("Accept", "text/html"))
                    .as(who)
                    .hasStatusOk();
        }
        assertThat(http.get().uri("/mine").with(user("cadre")).header("Accept", "text/html"))
                .hasStatusOk();
    }
}
