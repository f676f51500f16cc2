package lianxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness signs growth and nothing else, whoever asks and holds the log’s own key. */
class WitnessTest {

    static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path folder;

    SignerKey log;
    SignerKey own;
    Witness witness;
    List<Hash> leaves = new ArrayList<>();

    @BeforeEach
    void aLogAndItsWitness() {
        log = SignerKey.make("log", VerifierKey.Kind.LOG, folder.resolve("log.key"));
        own = SignerKey.make("witness", VerifierKey.Kind.WITNESS, folder.resolve("own.key"));
        witness = new Witness(log.verifier(), own, folder.resolve("last"), InstantSource.fixed(NOW));
        IntStream.range(0, 200).forEach(i -> leaves.add(Hash.leaf(("leaf " + i).getBytes())));
    }

    static Growth growth(long old, List<Hash> leaves, int size, SignerKey signer) {
        var tree = TreeTest.over(leaves);
        var checkpoint = new Checkpoint(signer.verifier().name(), size, Proofs.root(size, tree));
        var note = new Note(checkpoint, List.of(signer.signs(checkpoint)));
        return new Growth(old, old > size ? List.of() : Proofs.consistency(old, size, tree), note);
    }

    @Test
    void growthIsSignedAndTheSignatureSaysSinceWhen() {
        var first = growth(0, leaves, 50, log);
        var second = growth(50, leaves, 120, log);
        assertThat(first.note().and(witness.signs(first)).seenBy(own.verifier()))
                .contains(NOW);
        var note = second.note().and(witness.signs(second));
        assertThat(note.signedBy(own.verifier())).isTrue();
        assertThat(note.signedBy(log.verifier())).isTrue();
        assertThat(Note.parse(note.toString())).isEqualTo(note);
        assertThat(Growth.parse(second.toString())).isEqualTo(second);
    }

    @Test
    void everyForkIsRefused() {
        var random = new Random(4);
        witness.signs(growth(0, leaves, 100, log));
        for (var fork = 0; fork < 300; fork++) {
            var bent = new ArrayList<>(leaves);
            var where = random.nextInt(100);
            switch (fork % 3) {
                case 0 -> bent.set(where, Hash.leaf(("another " + fork).getBytes()));
                case 1 -> bent.remove(where);
                default -> bent.add(where, Hash.leaf(("more " + fork).getBytes()));
            }
            var asked = growth(100, bent, 100 + random.nextInt(90), log);
            assertThatThrownBy(() -> witness.signs(asked))
                    .isInstanceOfSatisfying(
                            Broken.class, e -> assertThat(e.reason()).isEqualTo("fork"));
        }
        assertThat(witness.size()).isEqualTo(100);
    }

    @Test
    void whatItSignedIsRememberedAcrossItsDeath() {
        witness.signs(growth(0, leaves, 100, log));
        var reborn = new Witness(log.verifier(), own, folder.resolve("last"), InstantSource.fixed(NOW));
        refused("stale", reborn, growth(0, leaves, 150, log));
        refused("stale", reborn, growth(150, leaves, 100, log));
        assertThat(reborn.signs(growth(100, leaves, 150, log))).startsWith("— witness ");
    }

    @Test
    void strangersAreRefused() {
        var stranger = SignerKey.make("log", VerifierKey.Kind.LOG, folder.resolve("stranger.key"));
        var other = SignerKey.make("other", VerifierKey.Kind.LOG, folder.resolve("other.key"));
        refused("not-signed", witness, growth(0, leaves, 10, stranger));
        refused("unknown-log", witness, growth(0, leaves, 10, other));
    }

    static void refused(String reason, Witness witness, Growth asked) {
        assertThatThrownBy(() -> witness.signs(asked))
                .isInstanceOfSatisfying(
                        Broken.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void itSpeaksTheProtocolOfWitnesses() throws Exception {
        var server = WitnessCommand.serve(witness, 0);
        try {
            assertThat(post(
                                    server.getAddress().getPort(),
                                    growth(0, leaves, 10, log).toString())
                            .body())
                    .startsWith("— witness ");
            var stale = post(
                    server.getAddress().getPort(), growth(0, leaves, 20, log).toString());
            assertThat(stale.statusCode()).isEqualTo(409);
            assertThat(stale.body()).isEqualTo("10\n");
            var fork = post(
                    server.getAddress().getPort(),
                    growth(10, leaves.reversed(), 20, log).toString());
            assertThat(fork.statusCode()).isEqualTo(422);
            assertThat(post(server.getAddress().getPort(), "rubbish").statusCode())
                    .isEqualTo(400);
        } finally {
            server.stop(0);
        }
    }

    static HttpResponse<String> post(int port, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/add-checkpoint"))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aFolderIsCarriedToAndFro() throws Exception {
        var carried = Files.createDirectory(folder.resolve("carried"));
        var drop = new Drop(carried);
        var asked = growth(0, leaves, 42, log);
        drop.ask(asked);
        assertThat(drop.answered(42)).isEmpty();
        var said = new ByteArrayOutputStream();
        assertThat(drop.answer(witness, new PrintStream(said))).isTrue();
        assertThat(drop.last()).contains(asked);
        assertThat(asked.note().and(drop.answered(42).orElseThrow()).signedBy(own.verifier()))
                .isTrue();
        drop.ask(growth(42, leaves.reversed(), 60, log));
        assertThat(drop.answer(witness, new PrintStream(said))).isFalse();
        assertThat(drop.answered(60)).isEmpty();
    }

    @Test
    void ourOwnScribeSignsNoSecondHistory() {
        var scribe = new Scribe(log, folder.resolve("scribe"));
        scribe.sign(100, TreeTest.over(leaves));
        scribe.sign(150, TreeTest.over(leaves));
        for (var bent : List.of(leaves.reversed(), leaves.subList(1, 200))) {
            assertThatThrownBy(() -> scribe.sign(180, TreeTest.over(bent)))
                    .isInstanceOfSatisfying(
                            Broken.class, e -> assertThat(e.reason()).isEqualTo("rewritten"));
        }
        assertThatThrownBy(() -> scribe.sign(149, TreeTest.over(leaves))).isInstanceOf(Broken.class);
    }

    @Test
    void keysReadAsOthersWriteThem() {
        var known = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";
        assertThat(VerifierKey.parse(known)).hasToString(known);
        assertThat(VerifierKey.parse(own.verifier().toString()).kind()).isEqualTo(VerifierKey.Kind.WITNESS);
        assertThat(SignerKey.read(folder.resolve("log.key")).verifier())
                .hasToString(log.verifier().toString());
        assertThatThrownBy(() -> VerifierKey.parse(known.replace("033d", "133d")))
                .isInstanceOf(Broken.class);
        assertThatThrownBy(() -> SignerKey.read(folder.resolve("missing"))).isInstanceOf(Broken.class);
    }
}
