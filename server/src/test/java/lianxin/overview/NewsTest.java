package lianxin.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import lianxin.access.Caller;
import lianxin.region.DivisionCode;
import lianxin.registry.HouseholdsChanged;
import lianxin.scope.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.EnableScenarios;
import org.springframework.modulith.test.Scenario;

/** News told in the house reaches the figures after its transaction, without anybody asking. */
@SpringBootTest
@EnableScenarios
class NewsTest {

    static final long TOWN = 990200100000L;
    static final long VILLAGE = 990200100201L;

    @Autowired
    JdbcClient sql;

    @Autowired
    FigureStore store;

    @Autowired
    Standing standing;

    @Test
    void aHouseholdThatCameIsCounted(Scenario scenario) {
        var county = new SmallCounty(sql);
        county.release();
        county.place(TOWN, "TOWNSHIP", "远镇", "yz", 0);
        county.place(VILLAGE, "VILLAGE", "远村", "yc", TOWN);
        county.household(VILLAGE, 1, SmallCounty.LONG_AGO);

        var news = new HouseholdsChanged(
                SmallCounty.id("import"),
                Caller.THE_HOUSE,
                Instant.now(),
                LocalDate.of(2013, 5, 12),
                List.of(VILLAGE),
                List.of());
        scenario.publish(news).andWaitForStateChange(this::figures, figures -> !figures.isEmpty());
        assertThat(figures()).containsExactly(new VillageFigure(SmallCounty.id(VILLAGE), VILLAGE, 1, 0));

        // Told again, as a node that died half-way would be: looked at again, and nothing else.
        var before = computed();
        scenario.publish(news).andWaitForStateChange(this::computed, at -> at.isAfter(before));
        assertThat(figures()).containsExactly(new VillageFigure(SmallCounty.id(VILLAGE), VILLAGE, 1, 0));
    }

    /** Whoever waits does so on a thread of its own. */
    List<VillageFigure> figures() {
        return standing.house(() -> store.villages(new DivisionCode(TOWN).ground()));
    }

    Instant computed() {
        return Objects.requireNonNull(standing.house(() -> store.age(new DivisionCode(TOWN).ground())))
                .changed();
    }

    @AfterEach
    void leaveNothing() {
        sql.sql("delete from overview.village where place = :place")
                .param("place", VILLAGE)
                .update();
        sql.sql("delete from registry.household where place = :place")
                .param("place", VILLAGE)
                .update();
        sql.sql("delete from region.division_version where release = :id")
                .param("id", SmallCounty.id("release"))
                .update();
        sql.sql("delete from region.division where id in (:town, :village)")
                .param("town", SmallCounty.id(TOWN))
                .param("village", SmallCounty.id(VILLAGE))
                .update();
        sql.sql("delete from region.release where id = :id")
                .param("id", SmallCounty.id("release"))
                .update();
    }
}
