package lianxin.registry;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.record.Registered;
import org.springframework.stereotype.Component;

/** Tells the record what households are called on paper. */
@Component
class HouseholdKeys implements Registered {

    private final HouseholdStore store;

    HouseholdKeys(HouseholdStore store) {
        this.store = store;
    }

    @Override
    public Map<UUID, String> keys(Collection<UUID> ids) {
        return store.byIds(ids).stream().collect(Collectors.toMap(Household::id, Household::key));
    }

    @Override
    public Optional<UUID> behind(String key) {
        return store.byKey(key).map(Household::id);
    }
}
