package lianxin.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.OwnDatabase;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.platform.Ids;
import lianxin.region.Division;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.region.Redraws;
import lianxin.region.Releases;
import lianxin.roster.Leaving;
import lianxin.roster.Roster;
import lianxin.roster.RosterLoads;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;

/** Every place has a point, whatever is redrawn; an office's own holds, and goes along with the place. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class PointsTest {

    static final LocalDate DAY = LocalDate.of(2024, 5, 1);
    static final DivisionCode YANGLOU = new DivisionCode(370827_001_206L);
    static final DivisionCode EAST = new DivisionCode(370827_001_250L);
    static final DivisionCode WEST = new DivisionCode(370827_001_251L);
    static final DivisionCode AGAIN = new DivisionCode(370827_001_252L);

    final Releases releases;
    final Redraws redraws;
    final Divisions divisions;
    final RosterLoads loads;
    final Caller office = new Caller(UUID.randomUUID(), "", Role.OFFICE, Ground.EVERYWHERE, null, null);

    PointsTest(Releases releases, Redraws redraws, Divisions divisions, RosterLoads loads) {
        this.releases = releases;
        this.redraws = redraws;
        this.divisions = divisions;
        this.loads = loads;
    }

    @DynamicPropertySource
    static void anEmptyTree(DynamicPropertyRegistry properties) {
        OwnDatabase.start("points", properties);
    }

    @Test
    void whatIsRedrawnKeepsItsPointAndWhatIsNewGetsOne() {
        releases.loadBundled(office.id());
        assertThat(divisions.all(Ground.EVERYWHERE, DAY))
                .allSatisfy(d -> assertThat(d.lon()).as(d.name()).isNotNull());
        redraws.split(
                divisions.require(YANGLOU, DAY).id(),
                List.of(new Redraws.Beginning(EAST, "杨楼东村"), new Redraws.Beginning(WEST, "杨楼西村")),
                order(DAY));
        var estimated = divisions.require(WEST, DAY);
        assertThat(estimated.lon()).as("a new village").isNotNull();

        var load = Ids.next();
        try (var staging = loads.stage(load, Roster.POINTS)) {
            staging.put(new PointRow(1, WEST.toString(), estimated.id(), WEST.value(), 116.6512, 35.0123, "县测绘队"));
            staging.finish();
        }
        loads.compare(load, Roster.POINTS, Ground.EVERYWHERE);
        loads.merge(load, Roster.POINTS, Leaving.NOBODY, DAY, office);
        redraws.recode(estimated.id(), AGAIN, order(DAY.plusDays(1)));
        assertThat(divisions.require(AGAIN))
                .extracting(Division::id, Division::lon, Division::lat)
                .containsExactly(estimated.id(), 116.6512, 35.0123);

        loads.undo(load, Roster.POINTS, DAY, office);
        assertThat(divisions.require(AGAIN).lon())
                .as("estimated again")
                .isNotNull()
                .isNotEqualTo(116.6512);
    }

    private Redraws.Order order(LocalDate day) {
        return new Redraws.Order("县民政局〔2024〕5号", day, office.id());
    }
}
