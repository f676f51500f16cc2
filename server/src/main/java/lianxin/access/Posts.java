package lianxin.access;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What the registry, which stands above us, knows of people's posts. It answers; we ask at every request. */
public interface Posts {

    /** The person's post on {@code day}; empty when he serves nowhere on it. */
    Optional<Post> on(UUID person, LocalDate day);

    /**
     * A post in a unit.
     *
     * @param place division code of the unit
     * @param since when it began
     */
    record Post(UUID unit, long place, LocalDate since) {}
}
