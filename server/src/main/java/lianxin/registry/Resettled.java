package lianxin.registry;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lianxin.region.RegionRedrawn;
import lianxin.registry.HouseholdsChanged.Change;
import lianxin.registry.HouseholdsChanged.What;
import lianxin.scope.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever lives in a redrawn village goes along to the one that took over, in the transaction that redraws. A village that ended without a
 * successor while households live in it is not redrawn at all.
 */
@Component
class Resettled {

    private final ResettledStore store;
    private final ApplicationEventPublisher house;
    private final Standing standing;

    Resettled(ResettledStore store, ApplicationEventPublisher house, Standing standing) {
        this.standing = standing;
        this.store = store;
        this.house = house;
    }

    @EventListener
    @Transactional
    void on(RegionRedrawn news) {
        standing.houseDoes(() -> {
            var ended = news.moves().stream().filter(m -> m.successor() == null).toList();
            for (var stranded : store.livedIn(ended)) {
                throw RegistryRefusal.PLACE_STILL_LIVED_IN.because(stranded.code(), stranded.households());
            }
            var moves = news.moves().stream().filter(m -> m.successor() != null).toList();
            if (moves.isEmpty()) {
                return;
            }
            var recoded = store.moveHouseholds(moves, news.day());
            if (!recoded.isEmpty()) {
                house.publishEvent(new HouseholdsChanged(
                        news.subject(),
                        news.by(),
                        news.at(),
                        news.day(),
                        villages(moves),
                        recoded.stream()
                                .map(h -> new Change(h.household(), What.RECODED, h.place(), null))
                                .toList()));
            }
        });
    }

    private static List<Long> villages(List<RegionRedrawn.Move> moves) {
        return moves.stream()
                .flatMap(m -> java.util.stream.Stream.of(
                        m.codeBefore().value(),
                        Objects.requireNonNull(m.codeAfter()).value()))
                .distinct()
                .sorted()
                .toList();
    }

    /** A household and the code of its village from now on. */
    record Recoded(UUID household, long place) {}

    /** A village that would leave households without one. */
    record Stranded(long code, long households) {}
}
