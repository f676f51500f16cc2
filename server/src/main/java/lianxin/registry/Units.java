package lianxin.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.region.Ground;
import org.springframework.stereotype.Service;

/** The units. Methods without a caller are for other rooms, whose services decide who may. */
@Service
public class Units {

    private final UnitStore store;

    Units(UnitStore store) {
        this.store = store;
    }

    /** The unit; refused with 404 when there is none. */
    public Unit require(UUID id) {
        return store.byId(id).orElseThrow(() -> RegistryRefusal.NO_SUCH_UNIT.because(id));
    }

    /** Units on {@code ground}, by key. */
    public List<Unit> on(Ground ground) {
        return store.on(ground);
    }

    /** Units by identity. */
    public Map<UUID, Unit> byId(Collection<UUID> ids) {
        return store.byIds(ids).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    }
}
