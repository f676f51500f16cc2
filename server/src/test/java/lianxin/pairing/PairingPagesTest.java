package lianxin.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.pairing.Pairings.Adoption;
import lianxin.platform.CountyTime;
import lianxin.scheme.ContactScheme;
import lianxin.scheme.Grounds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;
import org.springframework.transaction.annotation.Transactional;

/** The pages of the room, in both languages, and who does not get to see them. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class PairingPagesTest {

    private static final LocalDate DAY = LocalDate.of(2013, 3, 6);

    @Autowired
    MockMvcTester http;

    @Autowired
    Accounts accounts;

    @Autowired
    Pairings pairings;

    @Autowired
    Grounds grounds;

    @Autowired
    JdbcClient sql;

    Cast cast;
    UUID wang;
    UUID liu;
    UUID li;
    UUID zhao;

    @BeforeEach
    void people() {
        cast = Cast.on(sql);
        cast.village(1);
        wang = cast.household(1);
        liu = cast.household(1);
        li = cast.cadre();
        zhao = cast.cadre();
        grounds.put(cast.bureau(), new lianxin.region.DivisionCode(cast.county()), DAY, "", cast.office());
        pairings.adopt(new Adoption(null, DAY, Reason.PLAN_ADOPTED, List.of(cast.plan(1, li, wang))), cast.office());
        accounts.open("office", "x", "活动办", Role.OFFICE, cast.ground(), null, null);
        accounts.open("unit", "x", "农业局", Role.UNIT, cast.ground(), cast.bureau(), null);
        accounts.open("li", "x", "李某", Role.CADRE, cast.ground(), null, li);
        accounts.open("stranger", "x", "外县", Role.OFFICE, new lianxin.region.Ground(1, 2), null, null);
    }

    @Test
    void everyPageSpeaksBothLanguages() {
        for (var page : List.of(
                "/pairing",
                "/pairing/schemes",
                "/pairing/grounds",
                "/pairing/exclusions",
                "/pairing/backups",
                "/pairing/villages/" + cast.code(1),
                "/households/" + wang,
                "/households/" + liu,
                "/cadres/" + li,
                "/cadres/" + zhao)) {
            get("office", page + "?lang=zh")
                    .hasStatusOk()
                    .bodyText()
                    .contains("lang=\"zh-CN\"")
                    .doesNotContain("style=");
            get("office", page + "?lang=en").hasStatusOk().bodyText().contains("lang=\"en\"");
        }
    }

    @Test
    void theSentenceCountsAndTheGapHasAWayOut() {
        get("office", "/pairing")
                .bodyText()
                .contains("2 户农户", "1 户有自己的固定联系人", "1 户还没有", "/repairs/place/" + cast.code(1));
        get("office", "/pairing?on=2013-03-05").bodyText().contains("0 户有自己的固定联系人");
        post("office", "/pairing/check?place=" + cast.county()).hasStatus3xxRedirection();
        get("office", "/pairing").bodyText().contains("有的承诺没有做到").contains("<svg");
    }

    @Test
    void theStoryIsToldAsOfAnyDay() {
        get("office", "/households/" + wang).bodyText().contains("方案采纳", "/cadres/" + li, "0537-0000000");
        get("office", "/households/" + wang + "?on=2013-03-05")
                .bodyText()
                .contains("这一天没有联系人")
                .doesNotContain("/cadres/" + li);
        get("office", "/cadres/" + li).bodyText().contains("/households/" + wang, "/repairs/cadre/" + li);
        get("office", "/pairing/villages/" + cast.code(1) + "?on=2013-03-06")
                .bodyText()
                .contains("/cadres/" + li, "还没有");
    }

    @Test
    void aHouseholdIsMovedByHand() {
        var today = LocalDate.now(CountyTime.ZONE);
        post(
                        "office",
                        "/households/" + wang + "/reassign?reason=MOVED_BY_HAND&pin=true&cadre=" + zhao + "&day="
                                + today)
                .hasStatus3xxRedirection();
        get("office", "/households/" + wang).bodyText().contains("手工指定", "/cadres/" + zhao);
        post("office", "/households/" + wang + "/unpin").hasStatus3xxRedirection();
        get("office", "/households/" + wang).bodyText().doesNotContain("手工指定");
        post("office", "/households/" + wang + "/reassign?reason=MOVED_BY_HAND&cadre=" + zhao + "&day=" + today)
                .hasStatus(409);
        post("li", "/households/" + wang + "/reassign?reason=MOVED_BY_HAND&cadre=" + zhao + "&day=" + today)
                .hasStatus(403);
    }

    @Test
    void absencesExclusionsAndGroundsAreKept() {
        var today = LocalDate.now(CountyTime.ZONE);
        post(
                        "office",
                        "/pairing/backups?why=LEAVE&cadre=" + li + "&backup=" + zhao + "&since=" + today + "&until="
                                + today.plusDays(9))
                .hasStatus3xxRedirection();
        get("office", "/pairing/backups").bodyText().contains("/cadres/" + li, "/cadres/" + zhao);
        get("office", "/households/" + wang).bodyText().contains("代答");
        post("office", "/pairing/backups/end?cadre=" + li + "&since=" + today).hasStatus3xxRedirection();
        get(
                        "office",
                        "/pairing/exclusions?family=" + key("registry.household", wang) + "&person="
                                + key("staff.cadre", li))
                .bodyText()
                .contains("value=\"" + wang, "value=\"" + li, "<fieldset><legend>", "记下回避");
        get("office", "/pairing/exclusions?family=zzz&person=zzz").bodyText().contains("没有找到“zzz”这户");
        get("stranger", "/pairing/exclusions?family=" + key("registry.household", wang) + "&person=x")
                .bodyText()
                .doesNotContain("value=\"" + wang);
        post("office", "/pairing/exclusions?whom=" + wang + "&cadre=" + li + "&until=" + today)
                .hasStatus(422);
        post("office", "/pairing/exclusions?whom=nobody&cadre=" + li).hasStatus(400);
        post("office", "/pairing/exclusions?whom=37082710120x&cadre=" + li).hasStatus(400);
        post("office", "/pairing/exclusions?whom=" + wang + "&cadre=" + li).hasStatus3xxRedirection();
        post("office", "/pairing/exclusions?whom=" + wang + "&cadre=" + li).hasStatus(409);
        post("li", "/pairing/exclusions?whom=" + wang + "&cadre=" + li).hasStatus(403);
        get("office", "/pairing/exclusions").bodyText().contains("现在还是联系人，要换");
        get("office", "/pairing/exclusions").bodyText().contains(" 于 ");
        get("office", "/pairing/exclusions?from=1")
                .bodyText()
                .contains("1 对需要回避")
                .doesNotContain(" 于 ");
        post("office", "/pairing/exclusions/admit?exclusion=" + excluded(wang)).hasStatus(400);
        post("office", "/pairing/exclusions/admit?reason=记错了&exclusion=" + excluded(wang))
                .hasStatus3xxRedirection();
        post("office", "/pairing/grounds?unit=" + cast.bureau() + "&place=" + cast.code(1))
                .hasStatus(409);
        get("office", "/pairing/exclusions").bodyText().contains("已经结束的回避", "记错了");
        post("office", "/pairing/grounds/remove?unit=" + cast.bureau() + "&place=" + cast.county())
                .hasStatus(422);
        post("office", "/pairing/grounds/remove?reason=调整&unit=" + cast.bureau() + "&place=" + cast.county())
                .hasStatus3xxRedirection();
        get("office", "/pairing/grounds").bodyText().contains("还没有单位包", "已经收回的", "调整");
    }

    @Test
    void aSchemeIsSeenBeforeItIsPublished() {
        var form = new StringBuilder(
                "?title=新办法&source=县办1号&fixedYears=2&matching.reserve=10&matching.furtherUnit=9&effective="
                        + LocalDate.now(CountyTime.ZONE));
        for (var code : List.of(
                "ORDINARY",
                "EXTREME_POVERTY",
                "HARDSHIP",
                "PETITION",
                "LOW_INCOME",
                "LIVING_ALONE",
                "LEFT_BEHIND_CHILD",
                "DISABILITY",
                "VETERAN")) {
            for (var rule : List.of("everyDays", "wayPrice", "changePrice", "unskilledPrice", "unledPrice")) {
                form.append("&care.").append(code).append('.').append(rule).append("=7");
            }
        }
        for (var rank : ContactScheme.RANKS) {
            form.append("&load.")
                    .append(rank)
                    .append(".min=1&load.")
                    .append(rank)
                    .append(".target=2&load.")
                    .append(rank)
                    .append(".max=3&load.")
                    .append(rank)
                    .append(".overloadPrice=4");
        }
        post("office", "/pairing/schemes/preview" + form)
                .hasStatusOk()
                .bodyText()
                .contains("STAFF", "新办法");
        post("office", "/pairing/schemes" + form).hasStatus3xxRedirection();
        get("office", "/pairing/schemes").bodyText().contains("新办法");
        post("office", "/pairing/schemes" + form.toString().replace("fixedYears=2", "fixedYears=two"))
                .hasStatus(422) // scheme-unreadable
                .bodyText()
                .contains("two");
        post("unit", "/pairing/schemes" + form).hasStatus(403);
    }

    @Test
    void everybodySeesHisOwnOnly() {
        get("li", "/mine")
                .hasStatusOk()
                .bodyText()
                .contains("/households/" + wang)
                .doesNotContain("/households/" + liu);
        get("li", "/households/" + wang).hasStatusOk();
        get("li", "/cadres/" + li).hasStatusOk();
        for (var hidden : List.of(
                "/households/" + liu,
                "/cadres/" + zhao,
                "/households/" + UUID.randomUUID(),
                "/cadres/" + UUID.randomUUID())) {
            get("li", hidden).hasStatus(404);
            get("stranger", hidden).hasStatus(404);
        }
        get("unit", "/mine").hasStatusOk().bodyText().contains("/cadres/" + li, "/cadres/" + zhao);
        get("unit", "/households/" + wang).hasStatusOk();
        get("unit", "/households/" + liu).hasStatus(404);
        get("unit", "/pairing").hasStatus3xxRedirection();
        for (var closed : List.of("/pairing", "/pairing/exclusions", "/pairing/backups", "/pairing/grounds")) {
            get("li", closed).hasStatus(403);
        }
        get("li", "/pairing/villages/" + cast.code(1)).hasStatus(403);
        get("unit", "/pairing/villages/" + cast.code(1)).hasStatus(403);
    }

    private MvcTestResultAssert get(String login, String uri) {
        return assertThat(http.get()
                .uri(uri)
                .with(user(login))
                .header("Accept", "text/html")
                .exchange());
    }

    private MvcTestResultAssert post(String login, String uri) {
        return assertThat(http.post()
                .uri(uri)
                .with(user(login))
                .with(csrf())
                .header("Accept", "text/html")
                .exchange());
    }

    private UUID excluded(UUID household) {
        return sql.sql("select id from scheme.exclusion where household = ? order by recorded_at desc limit 1")
                .param(household)
                .query(UUID.class)
                .single();
    }

    private String key(String table, UUID id) {
        return sql.sql("select key from " + table + " where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}
