package lianxin.record;

import java.time.temporal.ChronoUnit;
import java.util.List;
import lianxin.platform.Ids;
import lianxin.platform.News;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes every piece of news down, in the transaction that made it. No trail, no deed. */
@Component
class Trail {

    private final LeafStore leaves;
    private final Subjects subjects;

    Trail(LeafStore leaves, Subjects subjects) {
        this.leaves = leaves;
        this.subjects = subjects;
    }

    @EventListener
    @Transactional
    void on(News news) {
        leaves.add(new Leaf(
                Ids.next(),
                Leaf.Kind.CHANGE,
                news.getClass().getSimpleName(),
                news.by(),
                news.at().truncatedTo(ChronoUnit.MICROS),
                null,
                null,
                1,
                subjects.tokens(List.of(news.subject()))));
    }
}
