package lianxin.phone;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lianxin.cases.CaseMoved;
import lianxin.cases.CaseOpened;
import lianxin.cases.CasesMoved;
import lianxin.cases.Channel;
import lianxin.cases.Progress;
import lianxin.pairing.ContactChanged;
import lianxin.pairing.PairingsAdopted;
import lianxin.registry.HouseholdsChanged;
import lianxin.scheme.RulesChanged;
import lianxin.visit.OccasionNoted;
import lianxin.visit.PromiseKept;
import lianxin.visit.PromiseMade;
import lianxin.visit.TurnDeferred;
import lianxin.visit.VisitsKept;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Hears what changes households and rounds, and writes it down in the transaction that changed them: told later it would be lost with whoever was to tell it. What was seen or said
 * at a door changes the books at once; who has whose round, when all else is done, so that an adoption of a city keeps no phone waiting. Hearing it twice sends a
 * household twice.
 */
@Component
class FeedNews {

    private final BookStore books;
    private final Progress progress;

    FeedNews(BookStore books, Progress progress) {
        this.books = books;
        this.progress = progress;
    }

    @EventListener
    void on(VisitsKept news) {
        books.touch(news.households());
    }

    @EventListener
    void on(OccasionNoted news) {
        books.touch(List.of(news.subject()));
    }

    @EventListener
    void on(TurnDeferred news) {
        books.touch(List.of(news.subject()));
    }

    @EventListener
    void on(PromiseMade news) {
        books.touch(List.of(news.subject()));
    }

    @EventListener
    void on(PromiseKept news) {
        books.touch(List.of(news.subject()));
    }

    /** Of one heard on a visit {@link VisitsKept} tells, together with the others of its lot: touched one by one they would be taken in another order. */
    @EventListener
    void on(CaseOpened news) {
        if (news.household() != null && news.channel() != Channel.VISIT) {
            books.touch(List.of(news.household()));
        }
    }

    @EventListener
    void on(CaseMoved news) {
        books.touch(progress.households(List.of(news.subject())));
    }

    @EventListener
    void on(CasesMoved news) {
        books.touch(progress.households(news.cases()));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(PairingsAdopted news) {
        books.turnAll(false);
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ContactChanged news) {
        books.touch(List.of(news.subject()));
        books.turn(Stream.of(news.before(), news.after())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList());
    }

    /** An import names no households: then all are sent again. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(HouseholdsChanged news) {
        books.touch(
                news.changes().stream().map(HouseholdsChanged.Change::household).toList());
        books.turnAll(news.changes().isEmpty());
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(RulesChanged news) {
        switch (news.what()) {
            case BACKUP_NAMED, BACKUP_ENDED -> books.turnAll(false);
            case SCHEME_PUBLISHED -> books.turnAll(true);
            case GROUND_GIVEN,
                    GROUND_TAKEN,
                    GROUNDS_LOADED,
                    EXCLUDED,
                    ADMITTED,
                    EXCLUSIONS_LOADED,
                    PINNED,
                    UNPINNED -> {}
        }
    }
}
