package lianxin.record;

import org.springframework.stereotype.Service;

/** Says how the record stands. Anybody signed in may know: a record that stopped must not be able to hide it. */
@Service
public class Standings {

    private final EntryStore entries;
    private final CosignatureStore cosignatures;
    private final Witnesses witnesses;
    private final Pulse pulse;

    Standings(EntryStore entries, CosignatureStore cosignatures, Witnesses witnesses, Pulse pulse) {
        this.entries = entries;
        this.cosignatures = cosignatures;
        this.witnesses = witnesses;
        this.pulse = pulse;
    }

    /** How it stands this moment. */
    public Standing now() {
        var last = entries.lastSigned();
        return new Standing(
                entries.size(),
                last.map(EntryStore.Signed::size).orElse(0L),
                last.map(EntryStore.Signed::at).orElse(null),
                entries.waitingSince(entries.window()).orElse(null),
                witnesses.names().stream().map(cosignatures::latest).toList(),
                pulse.trouble());
    }
}
