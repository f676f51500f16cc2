package lianxin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import lianxin.region.RegionRedrawn;
import lianxin.region.RegionRedrawn.Move;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Accounts follow the place they are for. */
@SpringBootTest
@Transactional
class RedrawnTest {

    static final DivisionCode WEST = new DivisionCode(371_009_100_000L);
    static final DivisionCode EAST = new DivisionCode(371_009_101_000L);
    static final DivisionCode COUNTY = new DivisionCode(371_009_000_000L);

    @Autowired
    Accounts accounts;

    @Autowired
    Mandates mandates;

    @Autowired
    ApplicationEventPublisher house;

    @Test
    void aTownshipThatIsRecodedOrMergedKeepsItsOffice() {
        office("west", WEST);
        office("east", EAST);
        office("county", COUNTY);
        redrawn(move(WEST, EAST), move(EAST, WEST));
        assertThat(ground("west")).as("they changed codes with each other").isEqualTo(EAST.ground());
        assertThat(ground("east")).isEqualTo(WEST.ground());
        redrawn(move(WEST, EAST), move(new DivisionCode(371_009_101_201L), null));
        redrawn(move(WEST, EAST), move(new DivisionCode(371_009_101_201L), null));
        assertThat(ground("east")).as("merged, and told twice").isEqualTo(EAST.ground());
        assertThat(ground("county"))
                .as("what lies in it was redrawn, not itself")
                .isEqualTo(COUNTY.ground());
    }

    private void office(String login, DivisionCode place) {
        accounts.open("redrawn-" + login, "-", login, Role.TOWNSHIP, place.ground(), null, null);
    }

    private Ground ground(String login) {
        return mandates.live(accounts.byLogin("redrawn-" + login).orElseThrow())
                .getFirst()
                .ground();
    }

    private void redrawn(Move... moves) {
        house.publishEvent(new RegionRedrawn(
                UUID.randomUUID(), Caller.THE_HOUSE, Instant.now(), LocalDate.of(2026, 1, 5), List.of(moves)));
    }

    private static Move move(DivisionCode before, @Nullable DivisionCode after) {
        var place = UUID.randomUUID();
        return new Move(place, before, after == null ? null : place, after);
    }
}
