package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lianxin.OwnDatabase;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.attachment.Attachments;
import lianxin.attachment.HostileFiles;
import lianxin.attachment.Specimens;
import lianxin.pairing.Cast;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Files beside a case, as they come over the wire: good ones are kept as they should be, hostile ones are not kept at all. Commits for good. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"db-scheduler.polling-interval=24h", "lianxin.signin.second-factor-from=2099-01-01"})
class AttachmentsTest {

    static final String PASSWORD = "a-lamp-beside-the-road";
    static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Cases cases;

    @Autowired
    Triage triage;

    @Autowired
    TakingOut takingOut;

    @Autowired
    Attachments attachments;

    Cast cast;
    UUID home;
    UUID id;
    String number;
    final Map<String, Person> people = new HashMap<>();

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("attachments", properties);
    }

    /** Somebody with a browser. */
    final class Person {
        final HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String token = "";

        HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
            var answer = http.send(asked(path).GET().build(), BodyHandlers.ofByteArray());
            var found = TOKEN.matcher(text(answer));
            if (found.find()) {
                token = found.group(1);
            }
            return answer;
        }

        HttpResponse<byte[]> post(String path, String body, String type) throws IOException, InterruptedException {
            return http.send(
                    asked(path)
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofByteArray());
        }

        HttpResponse<byte[]> gives(UUID to, String name, byte[] file) throws IOException, InterruptedException {
            return http.send(
                    asked("/cases/" + to + "/attachments")
                            .header("Content-Type", "multipart/form-data; boundary=x")
                            .POST(BodyPublishers.ofByteArray(form(name, file)))
                            .build(),
                    BodyHandlers.ofByteArray());
        }

        private byte[] form(String name, byte[] file) {
            var form = new ByteArrayOutputStream();
            form.writeBytes(Specimens.text("--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                    + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                    + "\"\r\nContent-Type: image/jpeg\r\n\r\n"));
            form.writeBytes(file);
            form.writeBytes(Specimens.text("\r\n--x--\r\n"));
            return form.toByteArray();
        }

        private HttpRequest.Builder asked(String path) {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Accept", "text/html,application/xhtml+xml");
        }
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @BeforeEach
    void people() {
        cast = Cast.on(sql);
        cast.village(1);
        home = cast.household(1);
        var one = cases.open(home, Kind.SERVICE, "ROAD", "村口的路灯坏了", cast.as(Role.TOWNSHIP, null, null));
        id = one.id();
        number = one.number();
    }

    Person person(String who, Role role, Ground ground, @Nullable UUID unit, @Nullable UUID cadre)
            throws IOException, InterruptedException {
        var login = who + "-" + cast.county();
        accounts.open(login, PASSWORD, who, role, ground, unit, cadre);
        var person = new Person();
        person.get("/sign-in");
        var form = "username=" + login + "&password=" + PASSWORD + "&_csrf=" + person.token;
        assertThat(person.post("/sign-in", form, "application/x-www-form-urlencoded")
                        .headers()
                        .firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/").doesNotContain("sign-in"));
        person.get("/cases/" + id);
        return person;
    }

    Person township(String who) throws IOException, InterruptedException {
        return person(who, Role.TOWNSHIP, new DivisionCode(cast.county() + 100_000).ground(), null, null);
    }

    int remove(Person by, int which, String why) throws IOException, InterruptedException {
        return by.post(
                        "/cases/" + id + "/attachments/" + which + "/remove",
                        "_csrf=" + by.token + "&why=" + why,
                        "application/x-www-form-urlencoded")
                .statusCode();
    }

    int files() {
        return attachments.of(id).size();
    }

    static List<Path> onDisk() throws IOException {
        try (var all = Files.walk(Path.of(System.getProperty("java.io.tmpdir")), 6)) {
            return all.filter(path -> path.getFileName().toString().startsWith("upload_"))
                    .toList();
        }
    }

    @Test
    void aPhotoIsAddedOpenedAndTakenAway() throws Exception {
        var clerk = township("clerk");
        assertThat(text(clerk.get("/cases/" + id))).contains("不要求附照片", "没有附件");
        var photo = Specimens.withPlace();
        assertThat(clerk.gives(id, "张三家门口.jpg", photo).statusCode()).isEqualTo(302);
        assertThat(clerk.gives(id, "letter.jpg\"; filename=\"../../x", Specimens.letter(_ -> {}))
                        .statusCode())
                .isEqualTo(302);
        assertThat(text(clerk.get("/cases/" + id)))
                .contains(number + "-1.jpg", number + "-2.pdf", "添加附件")
                .doesNotContain("张三家门口", "letter.jpg");
        var opened = clerk.get("/cases/" + id + "/attachments/1");
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.headers().map()).containsEntry("content-type", List.of("image/jpeg"));
        assertThat(opened.headers().map())
                .containsEntry("content-disposition", List.of("attachment; filename=\"" + number + "-1.jpg\""))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("content-security-policy", List.of("sandbox; default-src 'none'"))
                .containsEntry("cache-control", List.of("no-store"));
        assertThat(new String(opened.body(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS");
        assertThat(clerk.get("/cases/" + id + "/attachments/2").headers().map())
                .containsEntry("content-type", List.of("application/pdf"));
        assertThat(sql.sql(
                                "select distinct what from record.leaf where what in ('ATTACHMENT', 'AttachmentAdded') order by what")
                        .query(String.class)
                        .list())
                .containsExactly("ATTACHMENT", "AttachmentAdded");
        assertThat(remove(clerk, 1, "")).isEqualTo(302);
        assertThat(files()).isOne();
        assertThat(clerk.get("/cases/" + id + "/attachments/1").statusCode())
                .as("no-such-attachment")
                .isEqualTo(404);
        assertThat(onDisk()).as("never a file on disk").isEmpty();
    }

    @Test
    void itLiesUnderLock() throws Exception {
        var letter = Specimens.letter(
                pdf -> pdf.getDocumentCatalog().getCOSObject().setString("Says", "a-word-in-a-letter"));
        assertThat(township("clerk").gives(id, "x", letter).statusCode()).isEqualTo(302);
        var sealed = sql.sql("select sealed from attachment.file where owner = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("a-word-in-a-letter", "%PDF");
        assertThat(new String(attachments.open(attachments.require(id, 1)), StandardCharsets.ISO_8859_1))
                .contains("a-word-in-a-letter", "%PDF");
    }

    @Test
    void noHostileFileIsKeptAndEachIsToldWhatToDo() throws Exception {
        var corpus = HostileFiles.all();
        assertThat(corpus).hasSizeGreaterThanOrEqualTo(80);
        var kept = new ArrayList<String>();
        var provoked = new TreeSet<String>();
        Person somebody = null;
        for (var i = 0; i < corpus.size(); i++) {
            somebody = somebody == null || i % 25 == 0 ? township("clerk" + i) : somebody;
            var hostile = corpus.get(i);
            var answer = somebody.gives(id, "photo.jpg", hostile.file());
            var words = refusal(hostile.code());
            if (answer.statusCode() < 400
                    || answer.statusCode() >= 500
                    || !text(answer).contains(words)) {
                kept.add(hostile.what() + ": " + answer.statusCode());
            }
            provoked.add(hostile.code());
        }
        assertThat(kept).isEmpty();
        assertThat(files()).isZero();
        assertThat(onDisk()).isEmpty();
        assertThat(provoked)
                .containsExactlyInAnyOrder(
                        "attachment-empty",
                        "attachment-kind",
                        "attachment-too-large",
                        "attachment-pixels",
                        "attachment-broken",
                        "attachment-active",
                        "attachment-locked",
                        "attachment-pages");
    }

    /** What a page says of it; the arguments stand behind the first words. */
    static String refusal(String code) throws IOException {
        var words = new java.util.Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/messages/attachment_zh.properties"))) {
            words.load(in);
        }
        return words.getProperty("refusal." + code + ".title");
    }

    @Test
    void whatSaysThatItIsTooLargeIsNotRead() throws Exception {
        var clerk = township("clerk");
        try (var line = begun(clerk, 400_000_000)) {
            line.setSoTimeout(20_000);
            assertThat(new String(line.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .as("answered though hardly anything of it was sent")
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void whoeverIsNotSignedInIsNotEvenRead() throws Exception {
        var stranger = new Person();
        stranger.get("/sign-in");
        assertThat(stranger.gives(id, "x.jpg", Specimens.withPlace()).statusCode())
                .isEqualTo(403);
        var clerk = township("clerk");
        clerk.token = "";
        assertThat(clerk.gives(id, "x.jpg", Specimens.withPlace()).statusCode())
                .as("without our token")
                .isEqualTo(403);
        assertThat(files()).isZero();
    }

    /** Twelve who send slowly have the room; the thirteenth is told to come again, and nothing of his is read. */
    @Test
    void whoSendsSlowlyFillsNoMemory() throws Exception {
        var clerk = township("clerk");
        var slow = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 12; i++) {
                slow.add(begun(clerk, 1_000_000));
            }
            await().pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(
                                    clerk.gives(id, "x.jpg", new byte[0]).statusCode())
                            .isEqualTo(503));
        } finally {
            for (var line : slow) {
                line.close();
            }
        }
        await().pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(
                                clerk.gives(id, "x.jpg", Specimens.withPlace()).statusCode())
                        .isEqualTo(302));
    }

    /** A form that has begun and says how much is to come. */
    Socket begun(Person by, int length) throws IOException {
        var line = new Socket("127.0.0.1", port);
        var cookies = ((CookieManager) by.http.cookieHandler().orElseThrow())
                .getCookieStore().getCookies().stream().map(Object::toString).collect(Collectors.joining("; "));
        line.getOutputStream()
                .write(Specimens.text("POST /cases/" + id
                        + "/attachments HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nCookie: " + cookies
                        + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: " + length + "\r\n\r\n"
                        + "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + by.token
                        + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\nx"));
        line.getOutputStream().flush();
        return line;
    }

    @Test
    void anotherSpellingOfTheAddressGoesNoOtherWay() throws Exception {
        var clerk = township("clerk");
        var answer = clerk.http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/cases/" + id + "/%61ttachments"))
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofByteArray(clerk.form("x.jpg", Specimens.withPlace())))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(files()).isOne();
        assertThat(onDisk()).isEmpty();
    }

    @Test
    void thereAreAFew() throws Exception {
        var clerk = township("clerk");
        for (var i = 0; i < 6; i++) {
            assertThat(clerk.gives(id, "x.jpg", Specimens.withPlace()).statusCode())
                    .isEqualTo(302);
        }
        assertThat(clerk.gives(id, "x.jpg", Specimens.withPlace()).statusCode())
                .as("attachment-too-many")
                .isEqualTo(409);
        assertThat(text(clerk.get("/cases/" + id))).doesNotContain("type=\"file\"");
    }

    @Test
    void whoSeesTheCaseSeesItAndNobodyElse() throws Exception {
        var clerk = township("clerk");
        clerk.gives(id, "x.jpg", Specimens.withPlace());
        var path = "/cases/" + id + "/attachments/1";
        var county = cast.ground();
        var handler = person("handler", Role.HANDLER, county, cast.bureau(), null);
        var supervisor = person("supervisor", Role.SUPERVISOR, county, null, null);
        var elsewhere =
                person("elsewhere", Role.TOWNSHIP, new DivisionCode(cast.county() + 200_000).ground(), null, null);
        var cadre = person("cadre", Role.CADRE, county, null, cast.cadre());
        assertThat(handler.get(path).statusCode()).as("not given to him").isEqualTo(404);
        assertThat(elsewhere.get(path).statusCode()).isEqualTo(404);
        assertThat(cadre.get(path).statusCode()).as("not his household").isEqualTo(404);
        assertThat(supervisor.get(path).statusCode())
                .as("reads no words and no photos")
                .isEqualTo(403);
        assertThat(text(supervisor.get("/cases/" + id))).doesNotContain(number + "-1.jpg");
        assertThat(person("office", Role.OFFICE, county, null, null).get(path).statusCode())
                .isEqualTo(200);
        triage.assign(id, 1, Kind.SERVICE, "ROAD", new Desk(lianxin.region.Level.COUNTY, cast.bureau()), cast.office());
        assertThat(handler.get(path).statusCode()).as("given to him").isEqualTo(200);
        handler.get("/cases/" + id);
        assertThat(handler.gives(id, "x.jpg", Specimens.withPlace()).statusCode())
                .isEqualTo(302);
        assertThat(cadre.gives(id, "x.jpg", Specimens.withPlace()).statusCode())
                .as("whoever goes to the doors gives no photos")
                .isEqualTo(403);
    }

    @Test
    void afterSomebodyActedOnlyADeskAboveTakesItAwayAndSaysWhy() throws Exception {
        var clerk = township("clerk");
        var other = township("other");
        clerk.gives(id, "x.jpg", Specimens.withPlace());
        assertThat(remove(other, 1, "x")).as("not-your-file").isEqualTo(403);
        triage.sort(id, 1, Kind.SERVICE, "WATER_POWER", cast.as(Role.TOWNSHIP, null, null));
        assertThat(remove(clerk, 1, "")).as("it was acted on").isEqualTo(403);
        var office = person("office", Role.OFFICE, cast.ground(), null, null);
        assertThat(remove(office, 1, "")).as("without a reason").isEqualTo(422);
        assertThat(files()).isOne();
        assertThat(remove(office, 1, "another+family+is+in+it")).isEqualTo(302);
        assertThat(text(office.get("/cases/" + id))).contains("去掉附件", "another family is in it");
        assertThat(files()).isZero();
    }

    @Test
    void itFollowsNobodyWhenTheCaseIsAComplaint() throws Exception {
        township("clerk").gives(id, "x.jpg", Specimens.withPlace());
        takingOut.takeOut(id, 1, cast.as(Role.TOWNSHIP, null, null));
        assertThat(files()).isZero();
        assertThat(sql.sql("select count(*) from attachment.file where owner = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(township("later").gives(id, "x.jpg", Specimens.withPlace()).statusCode())
                .as("it is over")
                .isEqualTo(409);
    }
}
