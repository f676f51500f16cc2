package lianxin.access;

import lianxin.region.RegionRedrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Accounts for a place that was redrawn go on for the place that took over, in the transaction that redraws. */
@Component
class Redrawn {

    private final AccountStore store;

    Redrawn(AccountStore store) {
        this.store = store;
    }

    @EventListener
    void on(RegionRedrawn news) {
        store.redrawn(news.moves().stream()
                .filter(m -> m.codeAfter() != null && !m.codeAfter().equals(m.codeBefore()))
                .toList());
    }
}
