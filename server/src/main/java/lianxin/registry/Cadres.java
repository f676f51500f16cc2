package lianxin.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.region.Ground;
import org.springframework.stereotype.Service;

/** The cadres. Methods without a caller are for other rooms, whose services decide who may. */
@Service
public class Cadres {

    private final CadreStore store;

    Cadres(CadreStore store) {
        this.store = store;
    }

    /** The cadre; refused with 404 when there is none. */
    public Cadre require(UUID id) {
        return store.byId(id).orElseThrow(() -> RegistryRefusal.NO_SUCH_CADRE.because(id));
    }

    /** Cadres of units on {@code ground} in scope on {@code day}, by identity. */
    public List<Cadre> serving(Ground ground, LocalDate day) {
        return store.serving(ground, day);
    }

    /** Cadres of a unit in scope on {@code day}, by key. */
    public List<Cadre> of(UUID unit, LocalDate day) {
        return store.of(unit, day);
    }

    /** Cadres by identity. */
    public Map<UUID, Cadre> byId(Collection<UUID> ids) {
        return store.byIds(ids).stream().collect(Collectors.toMap(Cadre::id, Function.identity()));
    }
}
