package lianxin.cases;

import lianxin.scope.Standing;
import lianxin.visit.Visit;
import lianxin.visit.Visits;
import lianxin.visit.VisitsKept;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A need heard on a visit becomes a case, in the transaction that keeps the visit: what a phone has a receipt for lies on somebody’s desk. Once, however often
 * it is told, since the visit’s name is the case’s. It goes to the township; the cadre who heard it sees what becomes of it.
 */
@Component
class HeardAtDoors {

    private final Visits visits;
    private final Cases cases;
    private final Standing standing;

    HeardAtDoors(Visits visits, Cases cases, Standing standing) {
        this.visits = visits;
        this.cases = cases;
        this.standing = standing;
    }

    @EventListener
    void on(VisitsKept news) {
        if (!news.needs().isEmpty()) {
            standing.houseDoes(() -> visits.byId(news.needs()).forEach(this::open));
        }
    }

    private void open(Visit visit) {
        cases.keep(
                new Heard(
                        visit.id(),
                        Kind.SERVICE,
                        String.valueOf(visit.needTopic()),
                        visit.place(),
                        visit.household(),
                        visit.id(),
                        Channel.VISIT,
                        String.valueOf(visit.needWords()),
                        visit.by(),
                        visit.seenAt(),
                        ""),
                Desk.TOWNSHIP);
    }
}
