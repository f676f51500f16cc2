package lianxin.record;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What an identity is called on paper. The rooms that keep households and cadres stand above us: they answer, for auditors; we ask. */
public interface Registered {

    /** The keys of those of them whose place is on the ground of whoever asks. */
    Map<UUID, String> keys(Collection<UUID> ids);

    /** Whose key this is, on that ground. */
    Optional<UUID> behind(String key);
}
