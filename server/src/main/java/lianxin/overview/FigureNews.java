package lianxin.overview;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import lianxin.pairing.ContactChanged;
import lianxin.pairing.PairingsAdopted;
import lianxin.region.RegionRedrawn;
import lianxin.registry.HouseholdsChanged;
import lianxin.staff.CadresChanged;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Hears whatever changes the figures and has them looked at again, one piece of news after the other. Who waits his turn waits here and not in
 * the database: after the adoption of a city that takes a while, and ten waiting connections would be all there are.
 */
@Component
class FigureNews {

    private final FigureKeeper keeper;
    private final ReentrantLock turn = new ReentrantLock(true);

    FigureNews(FigureKeeper keeper) {
        this.keeper = keeper;
    }

    @Async
    @TransactionalEventListener
    void on(PairingsAdopted news) {
        inTurn(() -> keeper.lookAgainAt(news.villages()));
    }

    @Async
    @TransactionalEventListener
    void on(ContactChanged news) {
        inTurn(() -> keeper.lookAgainAt(List.of(news.place())));
    }

    @Async
    @TransactionalEventListener
    void on(HouseholdsChanged news) {
        inTurn(() -> keeper.lookAgainAt(news.villages()));
    }

    @Async
    @TransactionalEventListener
    void on(CadresChanged news) {
        inTurn(() -> keeper.lookAgainAtCadresOf(news.places()));
    }

    @Async
    @TransactionalEventListener
    void on(RegionRedrawn news) {
        inTurn(keeper::lookAgainEverywhere);
    }

    private void inTurn(Runnable look) {
        turn.lock();
        try {
            look.run();
        } finally {
            turn.unlock();
        }
    }
}
