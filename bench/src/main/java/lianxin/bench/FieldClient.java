package lianxin.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A phone among faults: writes visits down while its clock jumps, now and then one that makes no sense, sends what waits in batches of any size and order, some twice, sometimes
 * hangs up in the middle or before the answer comes, and forgets an item only when it holds its receipt. Chance comes from a seed.
 */
final class FieldClient implements Runnable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SYNC = "/api/phone/sync";

    /** How far its clock is ahead, one after another. */
    private static final List<Duration> JUMPS = List.of(
            Duration.ZERO, Duration.ofHours(1), Duration.ofHours(-1), Duration.ofDays(3650), Duration.ofDays(-3650));

    private final UUID phone;
    private final int number;
    private final int port;
    private final Seal seal;
    private final Random chance;
    final Journal journal;
    private final Wire wire;

    private final Map<String, String> waiting = new LinkedHashMap<>();
    private final Map<String, String> answered = new HashMap<>();
    private final Map<String, String> sent = new HashMap<>();
    private final Map<String, Long> holds = new HashMap<>();
    private final Map<String, Set<String>> shown = new HashMap<>();
    private Duration fast = Duration.ZERO;
    private @Nullable String cursor;
    private @Nullable String root;
    private int seq;
    private volatile boolean writing = true;
    private volatile boolean done;
    volatile int receipts;

    FieldClient(Handset of, int port, Seal seal, long seed, Journal journal) {
        this.phone = of.id;
        this.number = of.number;
        this.port = port;
        this.seal = seal;
        this.chance = new Random(seed);
        this.journal = journal;
        this.wire = new Wire(port);
    }

    /** Writes nothing new from now on, and ends when nothing waits and its book is the server’s. */
    void finish() {
        writing = false;
    }

    boolean done() {
        return done;
    }

    @Override
    public void run() {
        while (!done) {
            if (writing && waiting.size() < 400) {
                var more = chance.nextInt(10) == 0 ? 40 : 1 + chance.nextInt(3);
                for (var i = 0; i < more; i++) {
                    write();
                }
            }
            try {
                exchange();
                done = !writing && waiting.isEmpty() && root != null && Long.parseUnsignedLong(root, 16) == held();
            } catch (IOException e) {
                pause(50 + chance.nextInt(100)); // nobody there, or the answer was lost: again later
            }
            pause(chance.nextInt(30));
        }
        holds.forEach((home, h) -> journal.add("H", home, Long.toHexString(h)));
        shown.values().forEach(some -> some.forEach(visit -> journal.add("V", visit)));
        journal.add("R", String.valueOf(root));
    }

    private void write() {
        if (chance.nextInt(50) == 0) {
            fast = JUMPS.get(chance.nextInt(JUMPS.size()));
        }
        var id = new UUID(
                System.currentTimeMillis() << 16 | 0x7000 | chance.nextInt(0x1000),
                0x8000_0000_0000_0000L | chance.nextLong() >>> 2);
        var home = Fleet.home(number, chance.nextInt(Fleet.HOMES));
        var seen = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var made = seen.plus(fast);
        var words = "第" + number + "部第" + ++seq + "次";
        var poison = chance.nextInt(60) == 0;
        waiting.put(
                id.toString(), """
                {"id":"%s","seq":%d,"made":"%s","offset":%d,"kind":"visit","body":{"household":"%s","way":"%s","met":"HEAD","finding":"WELL",\
                "topics":["HEALTH"],"words":"%s"}}""".formatted(id, seq, made, -fast.toMillis(), home, poison ? "FLYING" : "HOME", words));
        if (poison) {
            journal.add("P", id.toString());
        } else {
            journal.add("W", id.toString(), home.toString(), made.toString(), seen.toString(), words);
        }
    }

    private void exchange() throws IOException {
        var batch = new ArrayList<>(waiting.values());
        if (chance.nextInt(3) == 0) {
            Collections.shuffle(batch, chance);
        }
        batch = new ArrayList<>(batch.subList(0, Math.min(batch.size(), 1 + chance.nextInt(120))));
        if (!batch.isEmpty() && chance.nextInt(5) == 0) {
            batch.add(batch.get(chance.nextInt(batch.size()))); // twice in one request
        }
        if (!sent.isEmpty() && chance.nextInt(5) == 0) {
            batch.add(new ArrayList<>(sent.values()).get(chance.nextInt(sent.size()))); // again after its receipt
        }
        var request = seal.request(phone, SYNC, """
                {"cursor":%s,"root":null,"now":"%s","lists":null,"items":[%s]}""".formatted(quoted(cursor), Instant.now(), String.join(",", batch))
                .getBytes(UTF_8));
        if (chance.nextInt(20) == 0) {
            hangUp(request);
            return;
        }
        var answer = wire.send(request);
        if (answer.status() != 200) {
            throw new IOException(answer.status() + " " + answer.text());
        }
        var said = JSON.readTree(answer.body());
        said.get("receipts").forEach(this::receipt);
        take(said);
        if (!said.get("more").asBoolean() && root != null && Long.parseUnsignedLong(root, 16) != held()) {
            heal();
        }
    }

    private void receipt(JsonNode receipt) {
        var id = receipt.get("id").asString();
        var answer = receipt.get("answer").asString();
        var before = answered.putIfAbsent(id, answer);
        if (before == null) {
            journal.add("A", id, answer);
            receipts++;
            sent.put(id, waiting.remove(id));
            if (sent.size() > 50) {
                sent.remove(sent.keySet().iterator().next());
            }
        } else if (!before.equals(answer) && !answer.equals("duplicate")) {
            journal.add("B", id, answer);
        }
    }

    private void take(JsonNode said) {
        cursor = said.get("cursor").asString();
        root = said.hasNonNull("root") ? said.get("root").asString() : null;
        said.path("drops").forEach(home -> {
            holds.remove(home.asString());
            shown.remove(home.asString());
        });
        said.get("puts").forEach(this::put);
    }

    private void put(JsonNode put) {
        var home = put.get("id").asString();
        holds.put(home, Long.parseUnsignedLong(put.get("h").asString(), 16));
        var visits = new TreeSet<String>();
        put.get("home")
                .get("visits")
                .forEach(visit -> visits.add(visit.get("id").asString()));
        shown.put(home, visits);
    }

    private void heal() throws IOException {
        var buckets = new long[256];
        holds.forEach((home, h) -> buckets[(int) (UUID.fromString(home).getLeastSignificantBits() & 0xff)] ^= h);
        var hashes = new ArrayList<String>();
        for (var hash : buckets) {
            hashes.add("\"%016x\"".formatted(hash));
        }
        var answer =
                wire.send(seal.request(phone, "/api/phone/heal", """
                {"cursor":%s,"buckets":[%s]}""".formatted(quoted(cursor), String.join(",", hashes))
                        .getBytes(UTF_8)));
        if (answer.status() != 200) {
            throw new IOException(answer.status() + "");
        }
        var said = JSON.readTree(answer.body());
        said.get("buckets").properties().forEach(bucket -> {
            var there = new TreeSet<String>();
            bucket.getValue().forEach(id -> there.add(id.asString()));
            List.copyOf(holds.keySet()).stream()
                    .filter(id -> id.endsWith(bucket.getKey()) && !there.contains(id))
                    .forEach(holds::remove);
        });
        take(said);
    }

    private long held() {
        return holds.values().stream().reduce(0L, (a, b) -> a ^ b);
    }

    /** Sends it and does not wait for the answer: whether it arrived nobody knows. */
    private void hangUp(byte[] request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(request, 0, chance.nextBoolean() ? request.length : chance.nextInt(request.length));
            pause(chance.nextInt(40));
        }
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private static void pause(int ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
