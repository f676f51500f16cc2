package lianxin.phone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import lianxin.OwnDatabase;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.card.Cards;
import lianxin.cases.Answers;
import lianxin.cases.Cases;
import lianxin.cases.Desk;
import lianxin.cases.Handling;
import lianxin.cases.Kind;
import lianxin.cases.Outcome;
import lianxin.cases.Triage;
import lianxin.cases.Voice;
import lianxin.complaint.Hearing;
import lianxin.pairing.Cast;
import lianxin.pairing.Pairings;
import lianxin.pairing.Reason;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import lianxin.region.Level;
import lianxin.scope.Standing;
import lianxin.visit.Occasions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a phone tells is kept once and for good; what it holds is what its owner’s round is. Commits for good. */
@SpringBootTest
@AutoConfigureMockMvc
class PhoneTest {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);

    @Autowired
    MockMvc http;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Pairings pairings;

    @Autowired
    Occasions occasions;

    @Autowired
    HeldItems held;

    @Autowired
    Cases cases;

    @Autowired
    Triage triage;

    @Autowired
    Handling handling;

    @Autowired
    Answers answers;

    @Autowired
    Hearing hearing;

    @Autowired
    Cards cards;

    @Autowired
    Standing standing;

    Cast cast;
    Caller office;
    UUID li;
    UUID zhao;
    List<UUID> homes;
    Handset phone;

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("phone", properties);
    }

    @BeforeEach
    void people() throws Exception {
        cast = Cast.on(sql);
        office = cast.office();
        li = cast.cadre();
        zhao = cast.cadre();
        cast.village(1);
        homes = new ArrayList<>();
        for (var i = 0; i < 5; i++) {
            homes.add(cast.household(1));
        }
        give(li, homes, TODAY.minusDays(30));
        phone = handset(li);
    }

    Handset handset(UUID cadre) throws Exception {
        var login = "p" + cadre.toString().replace("-", "").substring(20);
        accounts.open(login, "x", "干部" + login, Role.CADRE, cast.ground(), null, cadre);
        return new Handset(http, json, login).enrolled();
    }

    void give(UUID cadre, List<UUID> households, LocalDate day) {
        standing.houseDoes(() -> pairings.adopt(
                new Pairings.Adoption(
                        null,
                        day,
                        Reason.PLAN_ADOPTED,
                        List.of(cast.plan(1, cadre, households.stream().sorted().toArray(UUID[]::new)))),
                office));
    }

    String answer(UUID item) {
        return phone.receipts.get(item.toString()).get("answer").asString();
    }

    String code(UUID item) {
        return phone.receipts.get(item.toString()).get("code").asString();
    }

    long visits(UUID... ids) {
        return sql.sql("select count(*) from visit.visit where id = any(:ids)")
                .param("ids", ids)
                .query(Long.class)
                .single();
    }

    @Test
    void itHoldsItsRoundAndWhatHappensThere() throws Exception {
        phone.sync();
        assertThat(phone.homes.keySet()).isEqualTo(new HashSet<>(homes));
        var home = phone.homes.get(homes.getFirst());
        assertThat(home.get("due").get("why").asString()).isEqualTo("NEVER");
        assertThat(home.get("visits")).isEmpty();
        assertThat(phone.last.get("figures").get("homes").asInt()).isEqualTo(5);
        assertThat(phone.last.get("lists").get("topics").size()).isGreaterThan(5);
        assertThat(phone.last.get("root").asString()).isEqualTo(phone.root());
        phone.sync();
        assertThat(phone.last.get("puts")).as("nothing changed").isEmpty();
        var visit = phone.visit(homes.getFirst(), "老人在家，都好");
        phone.sync();
        assertThat(answer(visit)).isEqualTo("accepted");
        assertThat(phone.waiting).isEmpty();
        assertThat(phone.last.get("puts").size()).as("the one that changed").isEqualTo(1);
        home = phone.homes.get(homes.getFirst());
        assertThat(home.get("visits").get(0).get("words").asString()).isEqualTo("老人在家，都好");
        assertThat(home.get("visits").get(0).get("mine").asBoolean()).isTrue();
        assertThat(home.get("due").get("why").asString()).isEqualTo("EVERY");
        assertThat(phone.last.get("figures").get("met").asInt()).isEqualTo(1);
        assertThat(phone.last.get("root").asString()).isEqualTo(phone.root());
        assertThat(leaves(homes.getFirst())).contains("VisitsKept", "PHONE");
    }

    List<String> leaves(UUID about) {
        return sql.sql("""
                select l.what from record.leaf l join record.subject s on position(s.token in l.tokens) > 0
                 where s.subject = :s order by l.id
                """).param("s", about).query(String.class).list();
    }

    @Test
    void aHouseholdLostOrGainedIsAnOrdinaryChange() throws Exception {
        var other = handset(zhao);
        phone.sync();
        give(zhao, homes.subList(0, 3), TODAY);
        settled(other, 3);
        phone.sync();
        assertThat(phone.homes.keySet()).isEqualTo(new HashSet<>(homes.subList(3, 5)));
        assertThat(other.homes.keySet()).isEqualTo(new HashSet<>(homes.subList(0, 3)));
        var late = phone.write(
                "visit",
                Handset.visitOf(homes.getFirst(), "昨天去的"),
                Instant.now().minus(Duration.ofDays(2)));
        var strange = phone.visit(homes.getFirst(), "今天已不是我的户");
        phone.sync();
        assertThat(answer(late)).as("he was its contact on that day").isEqualTo("accepted");
        assertThat(answer(strange)).isEqualTo("quarantined");
        assertThat(code(strange)).isEqualTo("NOT_CONTACT");
        assertThat(phone.last.get("held").get(0).get("state").asString()).isEqualTo("WAITING");
        other.sync();
        assertThat(other.homes
                        .get(homes.getFirst())
                        .get("visits")
                        .get(0)
                        .get("words")
                        .asString())
                .as("his successor reads it")
                .isEqualTo("昨天去的");
    }

    /** What an older transaction may still change is not handed out yet. */
    void settled(Handset one, int size) throws Exception {
        for (var i = 0; i < 100; i++) {
            one.sync();
            if (one.homes.size() == size) {
                return;
            }
            Thread.onSpinWait();
            java.util.concurrent.TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(one.homes).hasSize(size);
    }

    @Test
    void theSameThreeTimesIsOneVisitAndOneReceipt() throws Exception {
        var id = phone.visit(homes.getFirst(), "都好");
        var items = List.copyOf(phone.waiting.values());
        phone.send(items); // the answer is lost
        phone.sync();
        assertThat(answer(id)).isEqualTo("duplicate");
        phone.take(phone.send(List.of(items.getFirst(), items.getFirst())));
        assertThat(visits(id)).isEqualTo(1);
        var bent = json.readTree(items.getFirst().toString().replace("都好", "不好"));
        phone.take(phone.send(List.of(bent)));
        assertThat(answer(id)).isEqualTo("refused");
        assertThat(code(id)).isEqualTo("item-rewritten");
        var another = handset(zhao);
        another.take(another.send(items));
        assertThat(another.receipts.get(id.toString()).get("code").asString())
                .as("another’s item, whoever sends it, is not shown")
                .isEqualTo("item-rewritten");
        assertThat(visits(id)).isEqualTo(1);
    }

    @Test
    void oneBadItemNeverBlocksTheOthers() throws Exception {
        phone.sync();
        var good = phone.visit(homes.get(0), "都好");
        var wrong = phone.write(
                "visit", Map.of("household", homes.get(1), "way", "HOME", "met", "NOBODY", "finding", "WELL"));
        var odd = phone.write("visit", Map.of("household", homes.get(1), "score", 100));
        var unknown = phone.write("dance", Map.of("with", "wolves"));
        var nowhere = phone.visit(UUID.randomUUID(), "哪一户？");
        var early = phone.write("visit", Handset.visitOf(homes.get(1), "很早"), Instant.parse("2001-01-01T00:00:00Z"));
        var coming = phone.write(
                "visit", Handset.visitOf(homes.get(1), "将来"), Instant.now().plus(Duration.ofDays(3)));
        var items = new ArrayList<>(phone.waiting.values());
        items.add(json.readTree("{\"id\":\"not-an-id\",\"kind\":7}"));
        items.add(json.readTree("[1,2]"));
        phone.take(phone.send(items));
        assertThat(phone.last.get("receipts").size()).isEqualTo(items.size());
        assertThat(phone.signed("/api/phone/sync", Map.of("score", 100)).getStatus())
                .isEqualTo(400);
        assertThat(answer(good)).isEqualTo("accepted");
        assertThat(code(wrong)).isEqualTo("visit-unclear");
        assertThat(code(odd)).isEqualTo("item-unclear");
        assertThat(code(unknown)).isEqualTo("item-unclear");
        assertThat(code(nowhere)).isEqualTo("NO_HOUSEHOLD");
        assertThat(code(early)).isEqualTo("TOO_EARLY");
        assertThat(code(coming)).isEqualTo("FUTURE");
        assertThat(phone.receipts.get("not-an-id").get("answer").asString()).isEqualTo("refused");
        assertThat(phone.receipts.get(wrong.toString()).get("say").asString()).contains("met");
    }

    @Test
    void everyCopySentAtOnceGetsItsReceipt() throws Exception {
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < 100; i++) {
            ids.add(phone.visit(homes.get(i % 5), "第" + i));
        }
        var items = List.copyOf(phone.waiting.values());
        try (var crowd = Executors.newFixedThreadPool(8)) {
            var work = new ArrayList<Callable<JsonNode>>();
            for (var i = 0; i < 8; i++) {
                work.add(() -> phone.send(items));
            }
            for (var answer : crowd.invokeAll(work)) {
                answer.get()
                        .get("receipts")
                        .forEach(receipt ->
                                assertThat(receipt.get("answer").asString()).isIn("accepted", "duplicate"));
            }
        }
        assertThat(visits(ids.toArray(UUID[]::new))).isEqualTo(100);
    }

    @Test
    void promisesDeferralsAndLifeEvents() throws Exception {
        phone.sync();
        var promise = phone.write(
                "promise",
                Map.of("household", homes.get(0), "need", "低保", "action", "帮着递申请", "due", TODAY.plusDays(10)));
        var put = phone.write(
                "deferral", Map.of("household", homes.get(1), "until", TODAY.plusDays(7), "reason", "MY_DUTY"));
        var tooLong = phone.write(
                "deferral", Map.of("household", homes.get(1), "until", TODAY.plusDays(60), "reason", "MY_DUTY"));
        phone.sync();
        assertThat(List.of(answer(promise), answer(put))).containsOnly("accepted");
        assertThat(code(tooLong)).isEqualTo("deferred-too-long");
        assertThat(phone.homes
                        .get(homes.get(0))
                        .get("promises")
                        .get(0)
                        .get("action")
                        .asString())
                .isEqualTo("帮着递申请");
        assertThat(phone.homes.get(homes.get(1)).get("deferred").get("reason").asString())
                .isEqualTo("MY_DUTY");
        var kept = phone.write("kept", Map.of("promise", promise, "result", "已批"));
        phone.sync();
        assertThat(answer(kept)).isEqualTo("accepted");
        var twice = phone.write("kept", Map.of("promise", promise, "result", "没批"));
        var none = phone.write("kept", Map.of("promise", UUID.randomUUID(), "result", "没批"));
        phone.sync();
        assertThat(code(twice)).isEqualTo("promise-done");
        assertThat(code(none)).isEqualTo("no-such-promise");
        var event = occasions.note(homes.get(2), "ILLNESS", TODAY.minusDays(1), "VILLAGE", office);
        phone.sync();
        assertThat(phone.homes.get(homes.get(2)).get("due").get("why").asString())
                .isEqualTo("OCCASION");
        assertThatThrownBy(() -> occasions.note(homes.get(2), "ILLNESS", TODAY, "VILLAGE", office))
                .hasMessageContaining("occasion-day");
        assertThatThrownBy(() -> occasions.note(homes.get(3), "LOTTERY", TODAY, "VILLAGE", office))
                .hasMessageContaining("no-such-word");
        assertThatThrownBy(() -> occasions.note(UUID.randomUUID(), "ILLNESS", TODAY, "VILLAGE", office))
                .hasMessageContaining("not-on-your-round");
        var body = new java.util.HashMap<String, Object>(Handset.visitOf(homes.get(2), "去医院看了"));
        body.put("occasion", event);
        phone.write("visit", body);
        phone.sync();
        assertThat(phone.homes.get(homes.get(2)).get("due").get("why").asString())
                .isEqualTo("EVERY");
        occasions.close(event, office);
        assertThatThrownBy(() -> occasions.close(event, office)).hasMessageContaining("no-such-occasion");
    }

    @Test
    void aMistakeIsPutRightByAnotherVisit() throws Exception {
        var wrong = phone.visit(homes.get(0), "记错了户");
        var body = new java.util.HashMap<String, Object>(Handset.visitOf(homes.get(0), "没见到人"));
        body.put("met", "NOBODY");
        body.put("finding", "NOBODY_HOME");
        body.put("corrects", wrong);
        phone.write("visit", body);
        var astray = new java.util.HashMap<String, Object>(Handset.visitOf(homes.get(1), "更正别家的"));
        astray.put("corrects", wrong);
        var other = phone.write("visit", astray);
        phone.sync();
        assertThat(code(other)).isEqualTo("NOT_OF_THIS_HOUSEHOLD");
        var told = phone.homes.get(homes.get(0)).get("visits");
        assertThat(told.get(1).get("corrected").asBoolean()).isTrue();
        assertThat(phone.homes.get(homes.get(0)).get("due").get("why").asString())
                .as("nobody was met after all")
                .isEqualTo("NEVER");
        assertThatThrownBy(() -> sql.sql("update visit.visit set words = 'x' where id = :id")
                        .param("id", wrong)
                        .update())
                .as("no fact is ever rewritten")
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void whatIsMissingOrTooMuchOnThePhoneHeals() throws Exception {
        phone.sync();
        phone.hashes.remove(homes.get(0));
        phone.homes.remove(homes.get(0));
        var ghost = UUID.randomUUID();
        phone.homes.put(ghost, phone.homes.get(homes.get(1)));
        phone.hashes.put(ghost, 42L);
        phone.sync();
        assertThat(phone.homes.keySet()).isEqualTo(new HashSet<>(homes));
        var root = phone.root();
        for (var broken :
                List.of("nonsense", "00000000.5.5", phone.cursor.replaceAll("\\.\\d+\\.", ".999999999999."))) {
            phone.cursor = broken;
            phone.sync();
            assertThat(phone.root()).isEqualTo(root);
        }
        assertThat(phone.signed("/api/phone/heal", Map.of("buckets", List.of("00")))
                        .getContentAsString(UTF_8))
                .contains("item-unclear");
    }

    @Test
    void aWrongClockIsCorrectedAndKeptAsEvidence() throws Exception {
        phone.sync();
        phone.fast = Duration.ofHours(-5);
        phone.offset = Duration.ZERO;
        var before = phone.visit(homes.get(0), "钟慢了，自己还不知道");
        phone.sync(); // learns
        var visit = phone.visit(homes.get(0), "钟慢了五小时");
        phone.sync();
        assertThat(List.of(answer(before), answer(visit))).containsOnly("accepted");
        var seen = sql.sql("select seen_at - told_at > interval '4 hours' from visit.visit where id = :id")
                .param("id", visit)
                .query(Boolean.class)
                .single();
        assertThat(seen).isTrue();
    }

    @Test
    void onlyItsOwnSignatureOpensIt() throws Exception {
        var body = "{\"cursor\":null,\"root\":null,\"now\":null,\"lists\":null,\"items\":[]}";
        assertThat(phone.signed("/api/phone/sync", body, Instant.now(), s -> s).getStatus())
                .isEqualTo(200);
        assertThat(phone.signed("/api/phone/sync", body, Instant.now(), s -> "AAAA" + s.substring(4))
                        .getContentAsString(UTF_8))
                .contains("phone-unknown");
        assertThat(phone.signed("/api/phone/sync", body, Instant.now(), s -> "no base64!")
                        .getStatus())
                .isEqualTo(401);
        assertThat(phone.signed("/api/phone/sync", body, Instant.now().minusSeconds(700), s -> s)
                        .getContentAsString(UTF_8))
                .contains("phone-clock");
        assertThat(phone.signed("/api/phone/sync", " ".repeat(1024 * 1024 + 1), Instant.now(), s -> s)
                        .getContentAsString(UTF_8))
                .contains("phone-too-much");
        assertThat(new Handset(http, json, phone.login)
                        .signed("/api/phone/sync", body, Instant.now(), s -> s)
                        .getStatus())
                .as("never enrolled")
                .isEqualTo(401);
        assertThat(phone.enrol(phone.id, key("secp256r1")).getContentAsString(UTF_8))
                .as("another key for the same phone")
                .contains("phone-key");
        assertThat(phone.enrol(UUID.randomUUID(), key("secp384r1")).getContentAsString(UTF_8))
                .contains("phone-key");
        accounts.open("p-office", "x", "活动办", Role.OFFICE, cast.ground(), null, null);
        assertThat(new Handset(http, json, "p-office")
                        .enrol(Ids.next(), key("secp256r1"))
                        .getStatus())
                .isEqualTo(403);
        var many = new ArrayList<Object>();
        for (var i = 0; i < 201; i++) {
            many.add(Map.of("id", Ids.next()));
        }
        assertThat(phone.signed("/api/phone/sync", Map.of("items", many)).getContentAsString(UTF_8))
                .contains("too-many-items");
    }

    static byte[] key(String curve) throws Exception {
        var maker = KeyPairGenerator.getInstance("EC");
        maker.initialize(new ECGenParameterSpec(curve));
        return maker.generateKeyPair().getPublic().getEncoded();
    }

    @Test
    void aLostPhoneIsToldToWipeItselfAndIsStillHeard() throws Exception {
        phone.sync();
        var account = accounts.byLogin(phone.login).orElseThrow().id();
        var visit = phone.visit(homes.get(0), "最后一句话");
        sql.sql("update signin.phone set ended_at = now() where id = :id and account = :account")
                .param("id", phone.id)
                .param("account", account)
                .update();
        phone.sync();
        assertThat(phone.wiped).isTrue();
        assertThat(answer(visit)).isEqualTo("quarantined");
        assertThat(code(visit)).isEqualTo("PHONE_ENDED");
        assertThat(phone.signed("/api/phone/heal", Map.of("buckets", List.of())).getContentAsString(UTF_8))
                .contains("no-round");
        var closed = handset(zhao);
        closed.sync();
        accounts.close(
                accounts.byLogin(closed.login).orElseThrow().id(),
                new Caller(UUID.randomUUID(), "系统管理员", Role.SYSTEM_ADMIN, cast.ground(), null, null));
        closed.sync();
        assertThat(closed.wiped).as("the account is closed").isTrue();
    }

    @Test
    void theTownshipDecidesWhatCouldNotBeBelieved() throws Exception {
        give(zhao, homes.subList(0, 1), TODAY);
        var one = phone.visit(homes.get(0), "顺路替他去的");
        var two = phone.visit(homes.get(0), "其实是老赵去的");
        var three = phone.visit(homes.get(0), "说不清");
        var four = phone.visit(homes.get(0), "按错了");
        var five = phone.visit(UUID.randomUUID(), "没有这一户");
        phone.sync();
        var township = new Caller(UUID.randomUUID(), "镇", Role.TOWNSHIP, cast.ground(), null, null);
        standing.as(township.scope(), () -> decide(township, one, two, three, four, five));
        phone.sync();
        var states = new java.util.HashMap<String, String>();
        phone.last
                .get("held")
                .forEach(h -> states.put(h.get("id").asString(), h.get("state").asString()));
        assertThat(states)
                .containsEntry(one.toString(), "KEPT")
                .containsEntry(two.toString(), "KEPT_FOR_ANOTHER")
                .containsEntry(three.toString(), "ASKED")
                .containsEntry(four.toString(), "SET_ASIDE");
        assertThat(sql.sql("select cadre from visit.visit where id = :id")
                        .param("id", two)
                        .query(UUID.class)
                        .single())
                .isEqualTo(zhao);
        assertThat(visits(one, two, three, four, five)).isEqualTo(2);
        assertThat(sql.sql("select not contact from visit.visit where id = :id")
                        .param("id", one)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** A visit kept from elsewhere, so without a receipt: what phones send under its name is another. */
    @Test
    void anotherVisitUnderTheSameNameIsRefused() throws Exception {
        var first = phone.visit(homes.get(0), "都好");
        phone.sync();
        sql.sql("delete from phone.receipt where id = :id").param("id", first).update();
        var other = phone.visit(homes.get(0), "不好");
        var bent = json.readTree(
                phone.waiting.get(other.toString()).toString().replace(other.toString(), first.toString()));
        phone.take(phone.send(List.of(bent)));
        assertThat(code(first)).isEqualTo("visit-rewritten");
    }

    Void decide(Caller township, UUID one, UUID two, UUID three, UUID four, UUID five) {
        assertThat(held.open(township)).extracting(t -> t.held().id()).contains(one, two, three, four);
        held.keep(one, township);
        held.keepForAnother(two, "C" + zhao, township);
        held.ask(three, "哪一天？", township);
        held.setAside(four, township);
        assertThatThrownBy(() -> held.keep(one, township)).hasMessageContaining("item-decided");
        assertThatThrownBy(() -> held.ask(three, " ", township)).hasMessageContaining("no-question");
        assertThatThrownBy(() -> held.keep(UUID.randomUUID(), township)).hasMessageContaining("no-such-item");
        assertThatThrownBy(() -> held.open(office(Role.CADRE))).hasMessageContaining("not-yours");
        assertThatThrownBy(() -> held.keep(five, township)).hasMessageContaining("on-");
        return null;
    }

    Caller office(Role role) {
        return new Caller(UUID.randomUUID(), "x", role, cast.ground(), null, li);
    }

    @Test
    void whatOnlyTheServerCanReadIsTheSameItem() throws Exception {
        phone.sync();
        var id = phone.visit(homes.get(0), "忘了密码也不丢");
        var item = phone.waiting.get(id.toString());
        var sealed = json.valueToTree(
                Map.of("id", id, "seq", 1, "made", item.get("made"), "offset", 0, "sealed", seal(id, item.toString())));
        phone.take(phone.send(List.of(sealed)));
        assertThat(answer(id)).isEqualTo("accepted");
        phone.take(phone.send(List.of(item)));
        assertThat(answer(id)).as("the same, readable").isEqualTo("duplicate");
        var moved = Ids.next();
        phone.take(phone.send(List.of(json.valueToTree(Map.of(
                "id", moved, "seq", 1, "made", item.get("made"), "offset", 0, "sealed", seal(id, item.toString()))))));
        assertThat(code(moved)).as("sealed for another item").isEqualTo("item-unclear");
        assertThat(visits(id)).isEqualTo(1);
    }

    String seal(UUID id, String text) throws Exception {
        var maker = KeyPairGenerator.getInstance("EC");
        maker.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = maker.generateKeyPair();
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(pair.getPrivate());
        agreement.doPhase(
                KeyFactory.getInstance("EC")
                        .generatePublic(
                                new X509EncodedKeySpec(Base64.getDecoder().decode(phone.escrow))),
                true);
        var key = KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(agreement.generateSecret())
                                .thenExpand("lianxin-outbox".getBytes(UTF_8), 32));
        var nonce = new byte[12];
        new SecureRandom().nextBytes(nonce);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
        cipher.updateAAD(id.toString().getBytes(UTF_8));
        var point = ((ECPublicKey) pair.getPublic()).getEncoded();
        var open = Arrays.copyOfRange(point, point.length - 65, point.length);
        var hidden = cipher.doFinal(text.getBytes(UTF_8));
        var all = new byte[open.length + nonce.length + hidden.length];
        System.arraycopy(open, 0, all, 0, open.length);
        System.arraycopy(nonce, 0, all, open.length, nonce.length);
        System.arraycopy(hidden, 0, all, open.length + nonce.length, hidden.length);
        return Base64.getEncoder().encodeToString(all);
    }

    @Test
    void aFirstSecretaryHoldsHisVillage() throws Exception {
        var village = new DivisionCode(cast.code(1)).ground();
        accounts.open("p-first", "x", "第一书记", Role.FIRST_SECRETARY, village, null, null);
        var first = new Handset(http, json, "p-first").enrolled();
        first.sync();
        assertThat(first.homes.keySet()).isEqualTo(new HashSet<>(homes));
        var id = first.visit(homes.get(0), "第一书记来过");
        first.sync();
        assertThat(first.receipts.get(id.toString()).get("answer").asString()).isEqualTo("accepted");
        phone.sync();
        assertThat(phone.homes.get(homes.get(0)).get("visits").get(0).get("by").asString())
                .isEqualTo("第一书记");
    }

    @Test
    void itTellsWhatBecameOfWhatWasHeard() throws Exception {
        var home = homes.getFirst();
        var township = caller(Role.TOWNSHIP, new DivisionCode(cast.county() + 100_000).ground(), null);
        var bureau = cast.bureau();
        var handler = caller(Role.HANDLER, cast.ground(), bureau);
        var need = phone.write(
                "visit",
                Map.of(
                        "household",
                        home,
                        "way",
                        "HOME",
                        "met",
                        "HEAD",
                        "finding",
                        "NEED",
                        "topics",
                        List.of(),
                        "words",
                        "",
                        "need",
                        Map.of("topic", "ROAD", "words", "门前的路下雨就积水")));
        phone.sync();
        assertThat(answer(need)).isEqualTo("accepted");
        assertThat(heard(home).get("visit").asString()).isEqualTo(need.toString());
        assertThat(heard(home).get("stage").asString()).isEqualTo("NEW");
        assertThat(heard(home).get("about").get("code").asString()).isEqualTo("ROAD");
        triage.assign(need, 1, Kind.SERVICE, "ROAD", new Desk(Level.COUNTY, bureau), township);
        phone.sync();
        assertThat(heard(home).get("stage").asString()).isEqualTo("ASSIGNED");
        assertThat(heard(home).get("desk").asString()).isNotBlank();
        assertThat(heard(home).get("due").isNull()).isFalse();
        handling.accept(need, 2, handler);
        handling.reply(need, 3, Outcome.PARTLY, "垫高了一半，余下的开春做", null, handler);
        phone.sync();
        assertThat(heard(home).get("stage").asString()).isEqualTo("REPLIED");
        assertThat(heard(home).get("reply").get("outcome").asString()).isEqualTo("PARTLY");
        assertThat(heard(home).get("reply").get("words").asString()).startsWith("垫高了一半");
        assertThat(heard(home).get("voice").isNull()).isTrue();
        answers.byCard(cards.print(home, office).card().code(), need, Voice.DISPUTED, "还是积水");
        phone.sync();
        assertThat(heard(home).get("stage").asString()).isEqualTo("REDO");
        assertThat(phone.last.get("root").asString()).isEqualTo(phone.root());
        phone.sync();
        assertThat(phone.last.get("puts")).as("nothing changed").isEmpty();
    }

    @Test
    void whatAHouseholdWroteItselfIsReadFirstByTheTownship() throws Exception {
        var home = homes.get(1);
        var township = caller(Role.TOWNSHIP, new DivisionCode(cast.county() + 100_000).ground(), null);
        var card = cards.print(home, office).card().code();
        phone.sync();
        var one = answers.open(card, "ROAD", "路面塌了一块");
        var about = answers.open(card, "OTHER", "联系人上门只拍照");
        phone.sync();
        assertThat(phone.homes.get(home).get("cases")).isEmpty();
        triage.sort(one.id(), 1, Kind.SERVICE, "ROAD", township);
        phone.sync();
        assertThat(heard(home).get("words").asString()).isEqualTo("路面塌了一块");
        hearing.ofCase(about.id(), 1, township);
        phone.sync();
        assertThat(phone.homes.get(home).get("cases").size())
                .as("what is a complaint never comes")
                .isEqualTo(1);
    }

    @Test
    void whatWasPutTogetherIsToldAsTheOneThatIsHandled() throws Exception {
        var township = caller(Role.TOWNSHIP, new DivisionCode(cast.county() + 100_000).ground(), null);
        var theirs = cast.household(1);
        give(zhao, List.of(theirs), TODAY.minusDays(20));
        var main = cases.open(theirs, Kind.SERVICE, "ROAD", "我家门前路灯坏了", township);
        var same = cases.open(homes.get(2), Kind.SERVICE, "ROAD", "路灯不亮", township);
        triage.merge(same.id(), 1, main.id(), township);
        phone.sync();
        assertThat(heard(homes.get(2)).get("stage").asString()).isEqualTo("NEW");
        triage.sort(main.id(), 1, Kind.SERVICE, "ROAD", township);
        phone.sync();
        assertThat(heard(homes.get(2)).get("stage").asString()).isEqualTo("TRIAGED");
        assertThat(phone.homes.get(homes.get(2)).toString()).contains("路灯不亮").doesNotContain("我家门前", main.number());
    }

    JsonNode heard(UUID home) {
        return phone.homes.get(home).get("cases").get(0);
    }

    Caller caller(Role role, Ground ground, UUID unit) {
        var login = "p-" + role.name().toLowerCase()
                + Long.toString(Ids.next().getLeastSignificantBits() & 0xffff_ffffL, 36);
        return new Caller(accounts.open(login, "x", login, role, ground, unit, null), login, role, ground, unit, null);
    }

    @Test
    void whoIsSignedInIsAskedFirst() throws Exception {
        var me = http.perform(get("/api/phone/me").with(user(phone.login)))
                .andReturn()
                .getResponse();
        assertThat(me.getContentAsString(UTF_8)).contains("X-CSRF-TOKEN", "HEALTH");
        assertThat(http.perform(get("/api/phone/me").header("Accept", "application/json"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isNotEqualTo(200);
    }
}
