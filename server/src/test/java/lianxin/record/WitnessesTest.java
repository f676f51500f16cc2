package lianxin.record;

import static lianxin.record.RecordCast.LI;
import static lianxin.record.RecordCast.families;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lianxin.egress.OutwardToHere;
import lianxin.ledger.Broken;
import lianxin.ledger.Drop;
import lianxin.ledger.Growth;
import lianxin.ledger.Note;
import lianxin.ledger.SignerKey;
import lianxin.ledger.VerifierKey;
import lianxin.ledger.Witness;
import lianxin.record.RecordSettings.WitnessAt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record and its witnesses: by HTTP, by a carried folder, by one that was away, and by an address that leads elsewhere. */
class WitnessesTest extends RecordHouse {

    @Autowired
    JdbcClient sql;

    @Autowired
    Environment environment;

    @Autowired
    Reads reads;

    @Autowired
    Sequencer sequencer;

    @Autowired
    EntryStore entries;

    @Autowired
    CosignatureStore cosignatures;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    TileStore tiles;

    @TempDir
    Path folder;

    SignerKey own;
    Witness witness;

    @BeforeEach
    void aWitness() {
        grow();
        own = SignerKey.make("witness-" + System.nanoTime(), VerifierKey.Kind.WITNESS, folder.resolve("own.key"));
        witness = new Witness(RecordCast.key(sql), own, folder.resolve("last"), InstantSource.system());
    }

    long grow() {
        reads.of(LI, Purpose.HOUSEHOLD_LIST, families(2_000_000, 2_000_003));
        sequencer.catchUp();
        return entries.lastSigned().orElseThrow().size();
    }

    Witnesses at(String url) {
        return new Witnesses(
                new RecordSettings(
                        Duration.ofSeconds(15),
                        List.of(new WitnessAt(URI.create(url), own.verifier().toString()))),
                entries,
                cosignatures,
                tiles,
                Clock.systemUTC(),
                OutwardToHere.outward());
    }

    long signed() {
        return cosignatures.latest(own.verifier().name()).size();
    }

    @Test
    void overTheNetAlsoAfterItWasAwayAndAfterWeForgot() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/add-checkpoint", exchange -> {
            try (exchange) {
                var body = new String(exchange.getRequestBody().readAllBytes());
                try {
                    var line = (witness.signs(Growth.parse(body)) + "\n").getBytes();
                    exchange.sendResponseHeaders(200, line.length);
                    exchange.getResponseBody().write(line);
                } catch (Broken e) {
                    var size = (witness.size() + "\n").getBytes();
                    exchange.sendResponseHeaders(e.reason().equals("stale") ? 409 : 422, size.length);
                    exchange.getResponseBody().write(size);
                }
            }
        });
        var witnesses = at("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        witnesses.show(); // it is away
        assertThat(signed()).isZero();
        server.start();
        try {
            var size = grow();
            witnesses.show();
            assertThat(signed()).isEqualTo(size);
            assertThat(Note.parse(checkpoints.newest().orElseThrow()).seenBy(own.verifier()))
                    .isPresent();
            RecordCast.owner(environment).sql("delete from record.cosignature").update();
            var later = grow();
            witnesses.show();
            assertThat(signed()).isEqualTo(later);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void byAFolderThatIsCarried() throws IOException {
        var carried = Files.createDirectory(folder.resolve("carried"));
        var witnesses = at(carried.toUri().toString());
        var first = entries.lastSigned().orElseThrow().size();
        witnesses.show();
        grow();
        witnesses.show(); // the first question is still open
        var drop = new Drop(carried);
        var asked = drop.last().orElseThrow();
        assertThat(asked.note().checkpoint().size()).isEqualTo(first);
        Files.writeString(carried.resolve(first + ".signed"), witness.signs(asked) + "\n");
        witnesses.show();
        assertThat(signed()).isEqualTo(first);
        assertThat(drop.last().orElseThrow().old()).isEqualTo(first);
    }

    @Test
    void itCallsNoAddressItIsSentTo() throws IOException {
        var called = new AtomicInteger();
        var elsewhere = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        elsewhere.createContext("/", exchange -> {
            called.incrementAndGet();
            exchange.close();
        });
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/add-checkpoint", exchange -> {
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        elsewhere.start();
        server.start();
        try {
            at("http://127.0.0.1:" + server.getAddress().getPort()).show();
        } finally {
            server.stop(0);
            elsewhere.stop(0);
        }
        assertThat(called).hasValue(0);
        assertThat(signed()).isZero();
    }
}
