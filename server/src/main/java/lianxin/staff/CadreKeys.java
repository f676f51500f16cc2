package lianxin.staff;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.record.Registered;
import org.springframework.stereotype.Component;

/** Tells the record what cadres are called on paper. */
@Component
class CadreKeys implements Registered {

    private final CadreStore store;

    CadreKeys(CadreStore store) {
        this.store = store;
    }

    @Override
    public Map<UUID, String> keys(Collection<UUID> ids) {
        return store.byIds(ids).stream().collect(Collectors.toMap(Cadre::id, Cadre::key));
    }

    @Override
    public Optional<UUID> behind(String key) {
        return store.byKey(key).map(Cadre::id);
    }
}
