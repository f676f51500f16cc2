package lianxin.region;

import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The point that stands for each place, written by the room that knows where it lies; read with the {@link Division}. */
@Service
public class Locations {

    private final DivisionStore store;

    Locations(DivisionStore store) {
        this.store = store;
    }

    /**
     * Puts places where they lie.
     *
     * @param source who says so; kept beside the point
     */
    @Transactional
    public void put(Collection<Location> places, String source) {
        store.locate(places, source);
    }

    /** Nobody says any more where these places lie. */
    @Transactional
    public void forget(Collection<UUID> places) {
        store.unlocate(places);
    }

    /** Where a place is: degrees east and north. */
    public record Location(UUID division, double lon, double lat) {}
}
