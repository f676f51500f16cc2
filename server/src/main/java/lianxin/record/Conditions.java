package lianxin.record;

import lianxin.scope.Standing;
import org.springframework.stereotype.Service;

/** Says how the record is. Anybody signed in may know: a record that stopped must not be able to hide it. */
@Service
public class Conditions {

    private final EntryStore entries;
    private final CosignatureStore cosignatures;
    private final Witnesses witnesses;
    private final Pulse pulse;
    private final Standing standing;

    Conditions(EntryStore entries, CosignatureStore cosignatures, Witnesses witnesses, Pulse pulse, Standing standing) {
        this.entries = entries;
        this.cosignatures = cosignatures;
        this.witnesses = witnesses;
        this.pulse = pulse;
        this.standing = standing;
    }

    /** How it is this moment. */
    public Condition now() {
        var last = entries.lastSigned();
        return new Condition(
                entries.size(),
                last.map(EntryStore.Signed::size).orElse(0L),
                last.map(EntryStore.Signed::at).orElse(null),
                standing.house(() -> entries.waitingSince(entries.window())).orElse(null),
                witnesses.names().stream().map(cosignatures::latest).toList(),
                pulse.trouble());
    }
}
