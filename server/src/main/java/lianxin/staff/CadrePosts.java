package lianxin.staff;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import lianxin.access.Posts;
import lianxin.scope.Standing;
import org.springframework.stereotype.Component;

/**
 * Answers the room of access, which stands below us: whoever is a cadre in scope has a post in his unit. Asked before it is known what anybody may
 * see, so it stands as the house.
 */
@Component
class CadrePosts implements Posts {

    private final CadreStore store;
    private final Standing standing;

    CadrePosts(CadreStore store, Standing standing) {
        this.store = store;
        this.standing = standing;
    }

    @Override
    public Optional<Post> on(UUID person, LocalDate day) {
        return standing.house(() -> store.byId(person))
                .filter(cadre -> cadre.serves(day))
                .map(cadre -> new Post(cadre.unit(), cadre.place(), cadre.since()));
    }
}
