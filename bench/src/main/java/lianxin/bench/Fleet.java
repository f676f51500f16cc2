package lianxin.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.platform.Ids;
import lianxin.region.Ground;
import lianxin.scope.Standing;
import lianxin.signin.Phones;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Cadres with 25 households each, and a phone for each of them that speaks to the running server as the contract says. */
final class Fleet {

    static final int HOMES = 25;

    private static final Ground COUNTY = new Ground(999_913_000_000L, 999_914_000_000L);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();
    private final String address;
    final List<Handset> phones = new ArrayList<>();

    Fleet(ConfigurableApplicationContext house, int size) {
        address = "http://localhost:" + house.getEnvironment().getProperty("local.server.port");
        house.getBean(Standing.class)
                .houseDoes(() -> house.getBean(TransactionTemplate.class)
                        .executeWithoutResult(_ -> people(house.getBean(JdbcClient.class), size)));
        var keys = keys();
        for (var i = 0; i < size; i++) {
            var cadre = new UUID(1, i);
            var account = house.getBean(Accounts.class)
                    .open("phone" + i, UUID.randomUUID().toString(), "干部" + i, Role.CADRE, COUNTY, null, cadre);
            var phone = new Handset(Ids.next(), keys, i);
            house.getBean(Phones.class)
                    .make(phone.id, account, "bench", keys.getPublic().getEncoded());
            house.getBean(Standing.class)
                    .houseDoes(() -> house.getBean(TransactionTemplate.class)
                            .executeWithoutResult(_ -> house.getBean(JdbcClient.class)
                                    .sql(
                                            "insert into phone.device (id, holder, cadre, place) values (:id, :cadre, :cadre, :place)")
                                    .param("id", phone.id)
                                    .param("cadre", cadre)
                                    .param("place", COUNTY.lo())
                                    .update()));
            phones.add(phone);
        }
    }

    private static void people(JdbcClient sql, int size) {
        var village = COUNTY.lo() + 100_201;
        sql.sql(
                        "insert into region.release (id, source, as_of, sha256, by_whom) values (:id, 'bench', '2012-02-01', '', :id)")
                .param("id", new UUID(9, 0))
                .update();
        sql.sql("insert into region.division (id, level) values (:id, 'VILLAGE')")
                .param("id", new UUID(9, 1))
                .update();
        sql.sql("""
                insert into region.division_version (division, since, code, name, initials, kind, parent, release)
                values (:id, '2012-02-01', :code, '王村', 'wc', 'VILLAGE_COMMITTEE', null, :release)
                """)
                .param("id", new UUID(9, 1))
                .param("code", village)
                .param("release", new UUID(9, 0))
                .update();
        sql.sql(
                        "insert into staff.unit (id, key, name, level, kind, place, since) values (:id, 'B', '局', 'COUNTY', 'GOVERNMENT', :place, '2012-02-01')")
                .param("id", new UUID(9, 2))
                .param("place", COUNTY.lo())
                .update();
        for (var i = 0; i < size; i++) {
            sql.sql("""
                    insert into staff.cadre (id, key, unit, place, name, initials, post, rank, phone, since)
                    values (:id, :key, :unit, :place, '李某', 'lm', '科员', 'STAFF', '0537-0000000', '2012-02-01')
                    """)
                    .param("id", new UUID(1, i))
                    .param("key", "C" + i)
                    .param("unit", new UUID(9, 2))
                    .param("place", COUNTY.lo())
                    .update();
            for (var home = 0; home < HOMES; home++) {
                sql.sql("""
                        insert into registry.household (id, key, village, place, head, initials, size, since)
                        values (:id, :key, :village, :place, '张某', 'zm', 3, '2012-02-01')
                        """)
                        .param("id", home(i, home))
                        .param("key", "H" + i + "-" + home)
                        .param("village", new UUID(9, 1))
                        .param("place", village)
                        .update();
                sql.sql("""
                        insert into pairing.pairing (household, since, cadre, place, reason, by_whom)
                        values (:household, '2012-02-01', :cadre, :place, 'PLAN_ADOPTED', :cadre)
                        """)
                        .param("household", home(i, home))
                        .param("cadre", new UUID(1, i))
                        .param("place", village)
                        .update();
            }
        }
    }

    static UUID home(int cadre, int home) {
        return new UUID(2, (long) cadre * HOMES + home);
    }

    private static KeyPair keys() {
        try {
            var maker = KeyPairGenerator.getInstance("EC");
            maker.initialize(new ECGenParameterSpec("secp256r1"));
            return maker.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A phone; all share one pair of keys, since making them is not what is measured. */
    final class Handset {

        final UUID id;
        private final KeyPair keys;
        private final int cadre;
        private @Nullable String cursor;
        private @Nullable Long lists;

        Handset(UUID id, KeyPair keys, int cadre) {
            this.id = id;
            this.keys = keys;
            this.cadre = cadre;
        }

        /** Sends so many new visits and takes in what changed; answers how many were accepted, or −1 when told to come again. */
        int send(int visits) throws Exception {
            var items = new ArrayList<Map<String, Object>>();
            var now = Instant.now().toString();
            for (var i = 0; i < visits; i++) {
                var home = home(cadre, ThreadLocalRandom.current().nextInt(HOMES));
                items.add(Map.of(
                        "id",
                        Ids.next(),
                        "seq",
                        i,
                        "made",
                        now,
                        "offset",
                        0,
                        "kind",
                        "visit",
                        "body",
                        Map.of(
                                "household",
                                home,
                                "way",
                                "HOME",
                                "met",
                                "HEAD",
                                "finding",
                                "WELL",
                                "topics",
                                List.of("HEALTH"),
                                "words",
                                "老人在家，身体都好")));
            }
            var answer = post("/api/phone/outbox", Map.of("now", now, "items", items));
            if (answer.statusCode() == 503) {
                return -1;
            }
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return count(answer.body(), "\"accepted\"");
        }

        /** Asks what changed; answers the bytes of the answer. */
        int pull() throws Exception {
            var ask = new HashMap<String, @Nullable Object>();
            ask.put("cursor", cursor);
            ask.put("root", null);
            ask.put("now", Instant.now().toString());
            ask.put("lists", lists);
            ask.put("items", List.of());
            var answer = post("/api/phone/sync", ask);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            var said = json.readTree(answer.body());
            cursor = said.get("cursor").asString();
            if (said.hasNonNull("lists")) {
                lists = said.get("lists").get("version").asLong();
            }
            return answer.body().getBytes(UTF_8).length;
        }

        private HttpResponse<String> post(String path, Object body) throws Exception {
            var text = json.writeValueAsString(body);
            var at = Instant.now().toString();
            var hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
            var sign = Signature.getInstance("SHA256withECDSAinP1363Format");
            sign.initSign(keys.getPrivate());
            sign.update(String.join("\n", "POST", path, at, hash).getBytes(UTF_8));
            return http.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .header("Lianxin-Device", id.toString())
                            .header("Lianxin-At", at)
                            .header("Lianxin-Signature", Base64.getEncoder().encodeToString(sign.sign()))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(text))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        private static int count(String text, String what) {
            return text.split(what, -1).length - 1;
        }
    }
}
