package lianxin.record;

import lianxin.platform.News;
import lianxin.scope.Standing;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes every piece of news down, in the transaction that made it. No trail, no deed. */
@Component
class Trail {

    private final Leaves leaves;
    private final Standing standing;

    Trail(Leaves leaves, Standing standing) {
        this.leaves = leaves;
        this.standing = standing;
    }

    @EventListener
    @Transactional
    void on(News news) {
        leaves.about(news.subjects(), new Deed(Leaf.Kind.CHANGE, news.word(), news.by(), news.at(), standing.ground()));
    }
}
