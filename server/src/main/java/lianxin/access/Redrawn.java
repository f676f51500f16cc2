package lianxin.access;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import lianxin.platform.Ids;
import lianxin.region.RegionRedrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Mandates for a place that was redrawn go on for the place that took over, in the transaction that redraws; the old ones stay in the history. */
@Component
class Redrawn {

    private final MandateStore store;
    private final Clock clock;

    Redrawn(MandateStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** All are looked up before one is moved: places may change codes with each other. A deputy's mandate is not renewed: whoever is absent names him anew. */
    @EventListener
    void on(RegionRedrawn news) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var before = new ArrayList<Mandate>();
        var after = new ArrayList<Mandate>();
        for (var move : news.moves()) {
            if (move.codeAfter() != null && !move.codeAfter().equals(move.codeBefore())) {
                var ground = move.codeAfter().ground();
                for (var mandate : store.exactlyOn(move.codeBefore().ground(), now)) {
                    before.add(mandate);
                    after.add(mandate.on(ground, Ids.next(), now));
                }
            }
        }
        before.forEach(mandate -> store.end(mandate.id(), now, Caller.THE_HOUSE));
        after.forEach(store::add);
    }
}
