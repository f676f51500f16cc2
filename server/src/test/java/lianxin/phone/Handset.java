package lianxin.phone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.platform.Ids;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A phone as the contract has it: what waits on it, what it holds, its own clock. */
final class Handset {

    final UUID id = Ids.next();
    final String login;
    final Map<UUID, JsonNode> homes = new HashMap<>();
    final Map<UUID, Long> hashes = new HashMap<>();
    final Map<String, JsonNode> waiting = new LinkedHashMap<>();
    final Map<String, JsonNode> receipts = new HashMap<>();

    /** How far its clock is ahead, and what it believes of that. */
    Duration fast = Duration.ZERO;

    Duration offset = Duration.ZERO;
    String cursor;
    boolean wiped;
    JsonNode last;
    String escrow;

    private final MockMvc http;
    private final JsonMapper json;
    private final KeyPair keys;
    private long seq;

    Handset(MockMvc http, JsonMapper json, String login) {
        this.http = http;
        this.json = json;
        this.login = login;
        try {
            var maker = KeyPairGenerator.getInstance("EC");
            maker.initialize(new ECGenParameterSpec("secp256r1"));
            keys = maker.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Handset enrolled() throws Exception {
        var answer = enrol(id, keys.getPublic().getEncoded());
        if (answer.getStatus() != 200) {
            throw new AssertionError(answer.getStatus() + answer.getContentAsString(UTF_8));
        }
        escrow = json.readTree(answer.getContentAsString(UTF_8)).get("escrow").asString();
        return this;
    }

    MockHttpServletResponse enrol(UUID device, byte[] key) throws Exception {
        return http.perform(post("/api/phone/devices")
                        .with(user(login))
                        .with(csrf())
                        .contentType("application/json")
                        .content(json.writeValueAsString(Map.of(
                                "id",
                                device,
                                "name",
                                "手机",
                                "key",
                                Base64.getEncoder().encodeToString(key)))))
                .andReturn()
                .getResponse();
    }

    Instant clock() {
        return Instant.now().plus(fast);
    }

    /** Writes something down; it waits until it has its receipt. */
    UUID write(String kind, Map<String, ?> body) {
        return write(kind, body, clock());
    }

    UUID write(String kind, Map<String, ?> body, Instant made) {
        var item = Ids.next();
        waiting.put(
                item.toString(),
                json.valueToTree(Map.of(
                        "id",
                        item,
                        "seq",
                        ++seq,
                        "made",
                        made.toString(),
                        "offset",
                        offset.toMillis(),
                        "kind",
                        kind,
                        "body",
                        body)));
        return item;
    }

    UUID visit(UUID household, String words) {
        return write("visit", visitOf(household, words));
    }

    static Map<String, Object> visitOf(UUID household, String words) {
        return Map.of(
                "household",
                household,
                "way",
                "HOME",
                "met",
                "HEAD",
                "finding",
                "WELL",
                "topics",
                List.of("HEALTH"),
                "words",
                words);
    }

    /** Sends what waits and takes in the answer, page by page, healing where it must. */
    void sync() throws Exception {
        do {
            take(send(List.copyOf(waiting.values())));
        } while (!wiped && last.get("more").asBoolean());
    }

    /** Tells all that waits, once, and takes in nothing of the answer, whatever it is. */
    MockHttpServletResponse tell() throws Exception {
        return learning(ask(List.copyOf(waiting.values())));
    }

    /** Sends it, and once more by the house's clock when its own is refused. */
    private MockHttpServletResponse learning(Map<String, Object> ask) throws Exception {
        var answer = signed("/api/phone/sync", ask);
        if (answer.getStatus() == 401 && answer.getContentAsString(UTF_8).contains("phone-clock")) {
            var now = Instant.parse(
                    json.readTree(answer.getContentAsString(UTF_8)).get("now").asString());
            offset = Duration.between(clock(), now);
            answer = signed("/api/phone/sync", ask);
        }
        return answer;
    }

    private Map<String, Object> ask(List<JsonNode> items) {
        var ask = new HashMap<String, Object>();
        ask.put("cursor", cursor);
        ask.put("root", root());
        ask.put("now", clock().toString());
        ask.put("lists", null);
        ask.put("items", items);
        return ask;
    }

    /** Sends these; the answer may be lost. */
    JsonNode send(List<JsonNode> items) throws Exception {
        var answer = learning(ask(items));
        if (answer.getStatus() != 200) {
            throw new AssertionError(answer.getStatus() + " " + answer.getContentAsString(UTF_8));
        }
        return json.readTree(answer.getContentAsString(UTF_8));
    }

    void take(JsonNode answer) throws Exception {
        last = answer;
        offset = Duration.between(clock(), Instant.parse(answer.get("now").asString()));
        answer.get("receipts").forEach(receipt -> {
            receipts.put(receipt.get("id").asString(), receipt);
            waiting.remove(receipt.get("id").asString());
        });
        if (answer.get("wipe").asBoolean()) {
            wiped = true;
            homes.clear();
            hashes.clear();
            return;
        }
        answer.get("puts").forEach(this::put);
        answer.get("drops").forEach(drop -> {
            homes.remove(UUID.fromString(drop.asString()));
            hashes.remove(UUID.fromString(drop.asString()));
        });
        cursor = answer.get("cursor").asString();
        if (!answer.get("more").asBoolean()
                && answer.hasNonNull("root")
                && !answer.get("root").asString().equals(root())) {
            heal();
        }
    }

    void heal() throws Exception {
        var buckets = new long[256];
        hashes.forEach((home, hash) -> buckets[(int) (home.getLeastSignificantBits() & 0xff)] ^= hash);
        var told = new ArrayList<String>();
        for (var bucket : buckets) {
            told.add(String.format("%016x", bucket));
        }
        var answer = signed("/api/phone/heal", Map.of("buckets", told));
        var healed = json.readTree(answer.getContentAsString(UTF_8));
        healed.get("buckets").properties().forEach(bucket -> {
            var keep = new ArrayList<UUID>();
            bucket.getValue().forEach(one -> keep.add(UUID.fromString(one.asString())));
            homes.keySet().removeIf(home -> in(home, bucket.getKey()) && !keep.contains(home));
            hashes.keySet().removeIf(home -> in(home, bucket.getKey()) && !keep.contains(home));
        });
        healed.get("puts").forEach(this::put);
        cursor = healed.get("cursor").asString();
    }

    private static boolean in(UUID home, String bucket) {
        return home.toString().endsWith(bucket);
    }

    private void put(JsonNode put) {
        var home = UUID.fromString(put.get("id").asString());
        homes.put(home, put.get("home"));
        hashes.put(home, Long.parseUnsignedLong(put.get("h").asString(), 16));
    }

    String root() {
        return String.format("%016x", hashes.values().stream().reduce(0L, (a, b) -> a ^ b));
    }

    MockHttpServletResponse signed(String path, Object body) throws Exception {
        return signed(path, json.writeValueAsString(body), clock().plus(offset), sign -> sign);
    }

    MockHttpServletResponse signed(String path, String body, Instant at, java.util.function.UnaryOperator<String> bend)
            throws Exception {
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8)));
        var sign = Signature.getInstance("SHA256withECDSAinP1363Format");
        sign.initSign(keys.getPrivate());
        sign.update(String.join("\n", "POST", path, at.toString(), hash).getBytes(UTF_8));
        return http.perform(post(path)
                        .header("Lianxin-Device", id)
                        .header("Lianxin-At", at.toString())
                        .header(
                                "Lianxin-Signature",
                                bend.apply(Base64.getEncoder().encodeToString(sign.sign())))
                        .contentType("application/json")
                        .content(body))
                .andReturn()
                .getResponse();
    }
}
