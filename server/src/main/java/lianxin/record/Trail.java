package lianxin.record;

import java.time.temporal.ChronoUnit;
import lianxin.platform.Ids;
import lianxin.platform.News;
import lianxin.scope.Standing;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes every piece of news down, in the transaction that made it. No trail, no deed. */
@Component
class Trail {

    private final LeafStore leaves;
    private final Subjects subjects;
    private final Standing standing;

    Trail(LeafStore leaves, Subjects subjects, Standing standing) {
        this.leaves = leaves;
        this.subjects = subjects;
        this.standing = standing;
    }

    @EventListener
    @Transactional
    void on(News news) {
        var ground = standing.ground();
        leaves.add(new Leaf(
                Ids.next(),
                Leaf.Kind.CHANGE,
                news.word(),
                news.by(),
                news.at().truncatedTo(ChronoUnit.MICROS),
                ground.lo(),
                ground.hi(),
                false,
                news.subjects().size(),
                subjects.tokens(news.subjects())));
    }
}
