package lianxin.registry;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import lianxin.access.Posts;
import org.springframework.stereotype.Component;

/** Answers the room of access, which stands below us: whoever is a cadre in scope has a post in his unit. */
@Component
class CadrePosts implements Posts {

    private final CadreStore store;

    CadrePosts(CadreStore store) {
        this.store = store;
    }

    @Override
    public Optional<Post> on(UUID person, LocalDate day) {
        return store.byId(person)
                .filter(cadre -> cadre.serves(day))
                .map(cadre -> new Post(cadre.unit(), cadre.place(), cadre.since()));
    }
}
