package lianxin.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import lianxin.platform.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A phone of the {@link Fleet}. What it will send is written and signed beforehand. */
final class Handset {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SYNC = "/api/phone/sync";

    final UUID id;
    final int number;
    private final int homes;
    private final Seal seal;
    private final Wire wire;
    private final Queue<byte[]> written = new ArrayDeque<>();
    private @Nullable String cursor;
    private @Nullable Long lists;
    private long seq;

    Handset(UUID id, int number, int homes, Seal seal, Wire wire) {
        this.id = id;
        this.number = number;
        this.homes = homes;
        this.seal = seal;
        this.wire = wire;
    }

    /** What a request came to. */
    record Sent(
            int status, int accepted, int bytes, @Nullable String retryAfter) {}

    /** Writes so many requests of so many new visits each, in place of what was written before. */
    void write(int requests, int visits) {
        written.clear();
        for (var n = 0; n < requests; n++) {
            var body = new StringBuilder("{\"now\":\"").append(Instant.now()).append("\",\"items\":[");
            for (var i = 0; i < visits; i++) {
                body.append(i == 0 ? "" : ",").append(visit());
            }
            written.add(seal.request(
                    id, "/api/phone/outbox", body.append("]}").toString().getBytes(UTF_8)));
        }
    }

    private String visit() {
        return """
                {"id":"%s","seq":%d,"made":"%s","offset":0,"kind":"visit","body":{"household":"%s","way":"HOME","met":"HEAD","finding":"WELL",\
                "topics":["HEALTH"],"words":"老人在家，身体都好"}}""".formatted(
                        Ids.next(),
                        seq++,
                        Instant.now(),
                        Fleet.home(number, ThreadLocalRandom.current().nextInt(homes)));
    }

    /** Whether nothing written is left. */
    boolean dry() {
        return written.isEmpty();
    }

    /** Sends what was written next; when told to come again it stays the next. */
    Sent send() throws IOException {
        var answer = wire.send(written.element());
        if (answer.status() == 503 || answer.status() == 429) {
            return new Sent(
                    answer.status(), 0, answer.body().length, answer.headers().get("retry-after"));
        }
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
        }
        written.remove();
        return new Sent(200, count(answer.text(), "\"accepted\""), answer.body().length, null);
    }

    /** Asks what changed until it knows all; answers the bytes of the last answer and how often it had to ask. */
    Pulled pull() throws IOException {
        var asked = 0;
        var bytes = 0;
        while (true) {
            var answer = wire.send(seal.request(id, SYNC, ask()));
            asked++;
            if (answer.status() == 503) {
                pause();
                continue;
            }
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.status() + " " + answer.text());
            }
            bytes += answer.body().length;
            var said = JSON.readTree(answer.body());
            cursor = said.get("cursor").asString();
            if (said.hasNonNull("lists")) {
                lists = said.get("lists").get("version").asLong();
            }
            if (!said.get("more").asBoolean()) {
                return new Pulled(asked, bytes);
            }
        }
    }

    /** @param bytes of all answers, before compression */
    record Pulled(int asked, int bytes) {}

    /** Begins anew, as a phone just made one’s own. */
    void forget() {
        cursor = null;
        lists = null;
    }

    /** Writes so many asks for what changed since now. */
    void writeAsks(int requests) {
        written.clear();
        for (var n = 0; n < requests; n++) {
            written.add(seal.request(id, SYNC, ask()));
        }
    }

    private byte[] ask() {
        return "{\"cursor\":%s,\"root\":null,\"now\":\"%s\",\"lists\":%s,\"items\":[]}"
                .formatted(cursor == null ? null : "\"" + cursor + "\"", Instant.now(), lists)
                .getBytes(UTF_8);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static int count(String text, String what) {
        var count = 0;
        for (var at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + 1)) {
            count++;
        }
        return count;
    }
}
