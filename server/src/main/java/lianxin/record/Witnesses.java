package lianxin.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import lianxin.egress.Outward;
import lianxin.egress.Outward.Answer;
import lianxin.ledger.Broken;
import lianxin.ledger.Drop;
import lianxin.ledger.Growth;
import lianxin.ledger.Note;
import lianxin.ledger.Proofs;
import lianxin.ledger.VerifierKey;
import lianxin.record.EntryStore.Signed;
import org.apache.hc.core5.http.ContentType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Shows every new signed state to the witnesses of the settings, and keeps what they sign. Calls no other address and follows none it is sent
 * to. A witness that is away or refuses holds up nobody; how far each has come is for all to see.
 */
@Component
class Witnesses {

    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);
    private static final int STALE = 409;

    private final List<Named> witnesses;
    private final EntryStore entries;
    private final CosignatureStore cosignatures;
    private final TileStore tiles;
    private final Clock clock;
    private final Outward outward;

    Witnesses(
            RecordSettings settings,
            EntryStore entries,
            CosignatureStore cosignatures,
            TileStore tiles,
            Clock clock,
            Outward outward) {
        this.witnesses = settings.witnesses().stream()
                .map(at -> new Named(at.url(), VerifierKey.parse(at.key())))
                .toList();
        this.entries = entries;
        this.cosignatures = cosignatures;
        this.tiles = tiles;
        this.clock = clock;
        this.outward = outward;
        witnesses.stream().filter(witness -> !witness.carried()).forEach(witness -> outward.allow(witness.url()));
    }

    /** Shows the last signed state to whoever has not signed it yet. */
    void show() {
        entries.lastSigned()
                .ifPresent(last -> witnesses.forEach(witness -> {
                    try {
                        if (witness.carried()) {
                            drop(witness, last);
                        } else {
                            post(witness, last);
                        }
                    } catch (IOException | Broken e) {
                        LOG.warn(
                                "Witness {} has not signed {} leaves: {}",
                                witness.key().name(),
                                last.size(),
                                e.getMessage());
                    }
                }));
    }

    /** Names of the witnesses of the settings. */
    List<String> names() {
        return witnesses.stream().map(witness -> witness.key().name()).toList();
    }

    private void post(Named witness, Signed last) throws IOException {
        var old = cosignatures.size(witness.key().name());
        if (old == last.size()) {
            return;
        }
        var answer = send(witness, growth(old, last));
        if (answer.status() == STALE && answer.body().strip().matches("\\d{1,18}")) {
            answer = send(witness, growth(Long.parseLong(answer.body().strip()), last));
        }
        if (answer.status() != 200) {
            throw new IOException("it answered " + answer.status());
        }
        keep(witness, last, answer.body().strip());
    }

    private Answer send(Named witness, Growth growth) throws IOException {
        var to = URI.create(witness.url().toString().replaceAll("/+$", "") + "/add-checkpoint");
        return outward.post(to, ContentType.TEXT_PLAIN.withCharset(UTF_8), growth.toString(), Map.of());
    }

    /** One question at a time lies in the folder: the next begins where the last one signed ended. */
    private void drop(Named witness, Signed last) throws IOException {
        var drop = new Drop(Path.of(witness.url()));
        var old = cosignatures.size(witness.key().name());
        var asked = drop.last();
        if (asked.isPresent() && asked.get().note().checkpoint().size() > old) {
            var size = asked.get().note().checkpoint().size();
            var answer = drop.answered(size);
            if (answer.isEmpty()) {
                return;
            }
            keep(witness, new Signed(size, clock.instant(), asked.get().note().toString()), answer.get());
            old = size;
        }
        if (old < last.size()) {
            drop.ask(growth(old, last));
        }
    }

    private Growth growth(long old, Signed last) {
        return new Growth(old, Proofs.consistency(old, last.size(), tiles.tiles()), Note.parse(last.note()));
    }

    private void keep(Named witness, Signed signed, String line) {
        var seen = Note.parse(signed.note()).and(line).seenBy(witness.key());
        if (seen.isEmpty()) {
            LOG.warn(
                    "What witness {} answered to {} leaves is not its signature",
                    witness.key().name(),
                    signed.size());
            return;
        }
        cosignatures.keep(witness.key().name(), signed.size(), seen.get(), line);
    }

    private record Named(URI url, VerifierKey key) {

        boolean carried() {
            return url.getScheme().equals("file");
        }
    }
}
