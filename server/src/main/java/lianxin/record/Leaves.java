package lianxin.record;

import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Adds leaves to the record, in the transaction of whoever calls. */
@Component
class Leaves {

    private final LeafStore store;
    private final Subjects subjects;

    Leaves(LeafStore store, Subjects subjects) {
        this.store = store;
        this.subjects = subjects;
    }

    /** One about these people or households, if any. Almost always they have been spoken of before, and one statement is all it takes. */
    void about(Collection<UUID> whom, Deed deed) {
        var about = whom.stream().distinct().toArray(UUID[]::new);
        if (!store.add(deed, about)) {
            subjects.introduce(about);
            if (!store.add(deed, about)) {
                throw new IllegalStateException("somebody introduced just now is not known");
            }
        }
    }

    /** One about everybody on the deed’s ground: {@code count} of them if that is known beforehand, else 0. */
    void aboutAll(long count, Deed deed) {
        store.addWhole(deed, count);
    }
}
