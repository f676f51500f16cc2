package lianxin.pairing;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lianxin.registry.HouseholdsChanged;
import lianxin.registry.HouseholdsChanged.Change;
import lianxin.registry.HouseholdsChanged.What;
import lianxin.scope.Standing;
import lianxin.staff.CadresChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the chains true when the registry changes, in the same transaction: if we cannot follow, nothing happened. A household that comes or
 * splits off has no contact until it is given one; it shows as a gap.
 */
@Component
class Chains {

    private static final Map<What, Reason> ENDS = new EnumMap<>(Map.of(
            What.DISSOLVED, Reason.DISSOLVED,
            What.MERGED, Reason.MERGED,
            What.MOVED_AWAY, Reason.MOVED_AWAY));

    private final ChainStore store;
    private final ApplicationEventPublisher house;
    private final Standing standing;

    Chains(ChainStore store, ApplicationEventPublisher house, Standing standing) {
        this.standing = standing;
        this.store = store;
        this.house = house;
    }

    @EventListener
    @Transactional
    void on(HouseholdsChanged news) {
        standing.houseDoes(() -> {
            var moved = news.changes().stream()
                    .filter(c -> c.what() == What.MOVED || c.what() == What.RECODED)
                    .toList();
            if (!moved.isEmpty()) {
                store.take(moved);
            }
            for (var change : news.changes()) {
                if (ENDS.containsKey(change.what())) {
                    end(change, news);
                }
            }
        });
    }

    @EventListener
    @Transactional
    void on(CadresChanged news) {
        standing.houseDoes(() -> {
            if (!news.left().isEmpty()) {
                store.forget(news.left(), news.day());
            }
        });
    }

    private void end(Change change, HouseholdsChanged news) {
        store.unpin(change.household());
        var open = store.open(change.household());
        if (open == null || open.cadre() == null) {
            return;
        }
        if (open.since().isAfter(news.day())) {
            throw PairingRefusal.ENDS_BEFORE_CHANGE.because(news.day(), open.since());
        }
        var reason = Objects.requireNonNull(ENDS.get(change.what()));
        store.end(open, news.day(), reason, news.by(), news.at());
        UUID before = open.cadre();
        house.publishEvent(new ContactChanged(
                change.household(), news.by(), news.at(), news.day(), open.place(), before, null, reason));
    }
}
