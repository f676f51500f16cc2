package lianxin.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.pairing.Cast;
import lianxin.region.DivisionCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import org.w3c.dom.Document;

/** GeoReport v2 as a program sees it, in both shapes. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class Open311Test {

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Clients clients;

    Cast cast;
    String key;
    String others;

    @BeforeEach
    void programs() {
        cast = Cast.on(sql);
        cast.village(1);
        key = clients.admit("热线", new DivisionCode(cast.county()), cast.office());
        others = clients.admit("别的热线", new DivisionCode(cast.county()), cast.office());
    }

    MockHttpServletResponse get(String path) {
        return http.get().uri(path).header("Accept-Language", "zh").exchange().getResponse();
    }

    String body(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    MockHttpServletResponse hand(String format, String key, String... fields) {
        var request = http.post()
                .uri("/open311/v2/requests." + format)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header("Accept-Language", "zh")
                .param("api_key", key);
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange().getResponse();
    }

    String handed(String words) {
        var answer = hand(
                "json", key, "service_code", "ROAD", "description", words, "address_id", Long.toString(cast.code(1)));
        assertThat(answer.getStatus()).isEqualTo(201);
        return body(answer);
    }

    static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void itSaysWhereItIsAndWhatItTakes() throws Exception {
        var discovery = get("/open311/discovery.xml");
        assertThat(discovery.getContentType()).isEqualTo("text/xml;charset=utf-8");
        assertThat(xml(body(discovery))
                        .getElementsByTagName("specification")
                        .item(0)
                        .getTextContent())
                .isEqualTo("http://wiki.open311.org/GeoReport_v2");
        var services = body(get("/open311/v2/services.json"));
        assertThat(JsonPath.<Object>read(services, "$[?(@.service_code=='WATER_POWER')].metadata")
                        .toString())
                .isEqualTo("[true]");
        var xml = xml(body(get("/open311/v2/services.xml")));
        assertThat(xml.getDocumentElement().getTagName()).isEqualTo("services");
        assertThat(xml.getElementsByTagName("service").getLength()).isGreaterThan(10);
        var definition = body(get("/open311/v2/services/WATER_POWER.json"));
        assertThat(JsonPath.<String>read(definition, "$[0].attributes[0].values[0].key"))
                .isEqualTo("WATER");
        var value = xml(body(get("/open311/v2/services/WATER_POWER.xml"))).getElementsByTagName("value");
        assertThat(value.getLength()).isEqualTo(2);
    }

    @Test
    void whatIsHandedInIsACaseAndIsFollowed() throws Exception {
        var number = JsonPath.<String>read(handed("桥栏杆断了<b>危险</b>"), "$[0].service_request_id");
        var one = body(get("/open311/v2/requests/" + number + ".json?api_key=" + key));
        assertThat(JsonPath.<String>read(one, "$[0].status")).isEqualTo("open");
        assertThat(JsonPath.<String>read(one, "$[0].description")).isEqualTo("桥栏杆断了<b>危险</b>");
        assertThat(JsonPath.<String>read(one, "$[0].requested_datetime")).endsWith("+08:00");
        var xml = xml(body(get("/open311/v2/requests.xml?api_key=" + key + "&status=open")));
        assertThat(xml.getElementsByTagName("description").item(0).getTextContent())
                .isEqualTo("桥栏杆断了<b>危险</b>");
        assertThat(body(get("/open311/v2/requests.json?status=closed&api_key=" + key)))
                .isEqualTo("[]");
        assertThat(body(get("/open311/v2/requests.json?service_code=HEALTH&api_key=" + key)))
                .isEqualTo("[]");
        assertThat(body(get("/open311/v2/requests.json?service_request_id=" + number + ",nothing&api_key=" + key)))
                .contains(number);
        assertThat(body(get(
                        "/open311/v2/requests.json?start_date=2013-01-01T00:00:00Z&end_date=2013-02-01T00:00:00 08:00&api_key="
                                + key)))
                .isEqualTo("[]");
        assertThat(body(get("/open311/v2/tokens/" + number + ".json?api_key=" + key)))
                .contains("\"token\":\"" + number + "\"");
        assertThat(sql.sql(
                                "select count(*) from cases.issue where number = :n and channel = 'OPEN311' and level = 'TOWNSHIP'")
                        .param("n", number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anotherProgramReadsWhereItStandsAndNotWhatWasSaid() {
        var number = JsonPath.<String>read(handed("院墙塌了"), "$[0].service_request_id");
        var theirs = body(get("/open311/v2/requests/" + number + ".json?api_key=" + others));
        assertThat(theirs).contains("\"status\":\"open\"").doesNotContain("院墙塌了");
        var elsewhere = clients.admit(
                "邻县",
                new DivisionCode(cast.county() + 1_000_000),
                new lianxin.access.Caller(
                        new UUID(1, 1),
                        "x",
                        Role.OFFICE,
                        new DivisionCode(cast.county() + 1_000_000).ground(),
                        null,
                        null));
        assertThat(get("/open311/v2/requests/" + number + ".json?api_key=" + elsewhere)
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        refused("open311-key", hand("json", "", "service_code", "ROAD"), 403, "密钥");
        refused("open311-service", hand("json", key, "service_code", "NOTHING", "description", "x"), 404, "NOTHING");
        refused(
                "open311-missing",
                hand(
                        "json",
                        key,
                        "service_code",
                        "ROAD",
                        "description",
                        " ",
                        "address_id",
                        Long.toString(cast.code(1))),
                400,
                "description");
        refused("open311-missing", hand("json", key, "service_code", "ROAD", "description", "x"), 400, "address_id");
        refused(
                "open311-missing",
                hand("json", key, "service_code", "ROAD", "description", "x", "lat", "north", "long", "1"),
                400,
                "lat");
        refused(
                "open311-jurisdiction",
                hand("json", key, "service_code", "ROAD", "description", "x", "lat", "35", "long", "116"),
                404,
                "范围");
        refused(
                "open311-jurisdiction",
                hand("json", key, "service_code", "ROAD", "description", "x", "address_id", "370827100201"),
                404,
                "范围");
        refused(
                "open311-missing",
                hand(
                        "json",
                        key,
                        "service_code",
                        "WATER_POWER",
                        "description",
                        "x",
                        "address_id",
                        Long.toString(cast.code(1))),
                400,
                "attribute[WHICH]");
        refused("open311-missing", get("/open311/v2/requests.json?page=0&api_key=" + key), 400, "page");
        refused(
                "open311-missing",
                get("/open311/v2/requests.json?start_date=yesterday&api_key=" + key),
                400,
                "start_date");
        var answer = hand("xml", "nobody", "service_code", "ROAD");
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(xml(body(answer)).getElementsByTagName("code").item(0).getTextContent())
                .isEqualTo("403");
        var taken = hand(
                "json",
                key,
                "service_code",
                "WATER_POWER",
                "description",
                "没电",
                "address_id",
                Long.toString(cast.code(1)),
                "attribute[WHICH]",
                "POWER");
        assertThat(taken.getStatus()).isEqualTo(201);
        assertThat(sql.sql("select words from cases.issue where place = :place")
                        .param("place", cast.code(1))
                        .query(String.class)
                        .single())
                .isEqualTo("没电\n水还是电：电");
    }

    void refused(String code, MockHttpServletResponse answer, int status, String words) {
        assertThat(answer.getStatus()).as(code).isEqualTo(status);
        assertThat(JsonPath.<Integer>read(body(answer), "$[0].code")).isEqualTo(status);
        assertThat(JsonPath.<String>read(body(answer), "$[0].description")).contains(words);
    }

    @Test
    void thePlaceIsTheNearestVillageOfItsGround() {
        sql.sql(
                        "insert into survey.point (id, division, place, lon, lat, source, by_whom) values (:village, :village, :place, 116.5, 35.0, 's', :village)")
                .param("village", new UUID(3, cast.code(1)))
                .param("place", cast.code(1))
                .update();
        assertThat(hand("json", key, "service_code", "ROAD", "description", "坑", "lat", "35.01", "long", "116.51")
                        .getStatus())
                .isEqualTo(201);
        assertThat(hand("json", key, "service_code", "ROAD", "description", "坑", "lat", "36.01", "long", "116.51")
                        .getStatus())
                .as("far from every village")
                .isEqualTo(404);
    }

    @Test
    void whoReportedItConfirmsWithHisCodeAlone() {
        var told = handed("坑");
        var number = JsonPath.<String>read(told, "$[0].service_request_id");
        var code = JsonPath.<String>read(told, "$[0].confirmation_code");
        assertThat(answered(number, code, "confirmed"))
                .as("nobody has replied yet")
                .isEqualTo(409);
        sql.sql(
                        "update cases.issue set stage = 'REPLIED', outcome = 'SOLVED', reply = '填了', replied_at = now() where number = :n")
                .param("n", number)
                .update();
        assertThat(answered(number, "guess", "confirmed")).as("open311-request").isEqualTo(404);
        assertThat(answered(number, code, "perhaps")).isEqualTo(400);
        assertThat(answered(number, code, "confirmed")).isEqualTo(200);
        assertThat(body(get("/open311/v2/requests/" + number + ".json?api_key=" + key)))
                .contains("\"household_says\":\"CONFIRMED\"");
        assertThat(body(get("/open311/v2/requests/" + number + ".json?api_key=" + key)))
                .contains("填了");
    }

    int answered(String number, String code, String said) {
        return http.post()
                .uri("/open311/v2/requests/" + number + "/answer.json")
                .param("confirmation_code", code)
                .param("answer", said)
                .exchange()
                .getResponse()
                .getStatus();
    }

    @Test
    void fromOneAddressNotWithoutEnd() {
        var statuses = new java.util.TreeSet<Integer>();
        for (var i = 0; i < 200; i++) {
            statuses.add(hand("json", "nobody", "service_code", "ROAD").getStatus());
        }
        assertThat(statuses).containsExactly(403, 429);
    }

    @Test
    void aProgramIsAdmittedAndEndedByTheOffice() {
        accounts.open("o-office", "x", "o", Role.OFFICE, cast.ground(), null, null);
        assertThat(http.get().uri("/cases/programs").with(user("o-office")).header("Accept", "text/html"))
                .hasStatusOk()
                .bodyText()
                .contains("热线");
        var id = sql.sql("select id from open311.client where name = '热线' and lo = :lo")
                .param("lo", cast.county())
                .query(UUID.class)
                .single();
        assertThat(http.post()
                        .uri("/cases/programs/" + id + "/end")
                        .with(user("o-office"))
                        .with(csrf()))
                .hasStatus(302);
        assertThat(get("/open311/v2/requests.json?api_key=" + key).getStatus()).isEqualTo(403);
        assertThat(http.post()
                        .uri("/cases/programs/" + id + "/end")
                        .with(user("o-office"))
                        .with(csrf())
                        .header("Accept", "application/json"))
                .as("open311-client")
                .hasStatus(404);
    }
}
