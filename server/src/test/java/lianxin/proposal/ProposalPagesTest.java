package lianxin.proposal;

import static lianxin.proposal.ProposalCast.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Clock;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.pairing.Pairings;
import lianxin.platform.Ids;
import lianxin.scheme.Schemes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The journey of an office through its pages: ask, watch, understand, move, adopt, repair; in both languages. */
@SpringBootTest
@AutoConfigureMockMvc
class ProposalPagesTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    RunStore runs;

    @Autowired
    Solving solving;

    @Autowired
    Schemes schemes;

    @Autowired
    Pairings pairings;

    @Autowired
    Clock clock;

    ProposalCast cast;
    String office;
    String stranger;
    long village;
    UUID li;
    UUID home;

    @BeforeEach
    void county() {
        cast = new ProposalCast(sql);
        village = cast.village(0, 0);
        var unit = cast.unit(1, cast.county);
        li = cast.cadre(unit, 1, 9);
        cast.cadre(unit, 1, 9);
        home = cast.household(village);
        cast.household(village, "PETITION");
        office = account(cast.county);
        stranger = account(999_999_000_000L);
    }

    String account(long county) {
        var login = "office-" + UUID.randomUUID();
        accounts.open(login, "x", "办公室", Role.OFFICE, cast.place(county).ground(), null, null);
        return login;
    }

    UUID run() {
        var id = Ids.next();
        runs.add(
                id,
                cast.place(cast.county).ground(),
                TODAY,
                schemes.inForce(TODAY).id(),
                null,
                cast.office.id(),
                clock.instant());
        return id;
    }

    String page(String path, String who) {
        var answer = http.get()
                .uri(path)
                .with(user(who))
                .header("Accept", "text/html")
                .exchange();
        assertThat(answer).as(path).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    void post(String path, String... pairs) {
        var request = http.post().uri(path).with(user(office)).with(csrf()).header("Accept", "text/html");
        for (int i = 0; i < pairs.length; i += 2) {
            request = request.param(pairs[i], pairs[i + 1]);
        }
        assertThat(request.exchange()).as(path).hasStatus3xxRedirection();
    }

    @Test
    void theOfficeAsksLooksMovesAdoptsAndRepairs() {
        assertThat(page("/proposals", office)).contains("试县", "开始计算");
        var id = run();
        assertThat(page("/proposals/" + id, office)).contains("排队等候", "hx-get");
        solving.solve(id);
        assertThat(page("/proposals/" + id + "/progress", office))
                .contains("算好了")
                .doesNotContain("<html");

        var here = "/proposals/" + id;
        assertThat(page(here, office)).contains("2 户农家每户都有一位固定联系人", "试镇", "路近", "领导带头");
        assertThat(page(here + "?place=" + cast.township, office)).contains("村0");
        assertThat(page(here + "/villages/" + village, office)).contains("现在没有联系人");
        assertThat(page(here + "/cadres/" + li, office)).contains("再加一户");
        assertThat(page(here + "/units", office)).contains("各单位的负担", "代价最大的上下限");
        var why = page(here + "/households/" + home, office);
        assertThat(why).contains("为什么是这位联系人", "换成");
        for (var path : new String[] {"", "/units", "/villages/" + village, "/cadres/" + li, "/households/" + home}) {
            assertThat(page(here + path + "?lang=en", office)).contains("lang=\"en\"");
        }
        page("/proposals?lang=zh", office);

        post(here + "/households/" + home + "/move", "cadre", li.toString());
        post(here + "/adopt", "place", String.valueOf(cast.county));
        assertThat(page(here, office)).contains("已采纳");
        assertThat(pairings.contactOf(home, TODAY).orElseThrow().cadre()).isEqualTo(li);

        assertThat(page("/repairs", office)).contains("没有等着接替的农户");
        var repair = page("/repairs/cadre/" + li, office);
        var shown = repair.replaceAll("(?s).*name=\"shown\" value=\"([0-9a-f]{64})\".*", "$1");
        assertThat(repair).contains("怎样换，路最省");
        assertThat(page("/repairs/cadre/" + li + "?aim=CHEAPEST", office)).contains("少换人，还是少走路", "只有非换不可的才换");
        post("/repairs/cadre/" + li, "day", TODAY.toString(), "aim", "FEWEST", "leaves", "true", "shown", shown);
        assertThat(pairings.load(li, TODAY)).isZero();

        cast.household(village);
        assertThat(page("/repairs?place=" + cast.county, office)).contains("试镇没有联系人的农户");
        var place = page("/repairs/place/" + cast.township, office);
        post(
                "/repairs/place/" + cast.township,
                "day",
                TODAY.toString(),
                "aim",
                "FEWEST",
                "shown",
                place.replaceAll("(?s).*name=\"shown\" value=\"([0-9a-f]{64})\".*", "$1"));
        assertThat(page("/proposals?place=" + cast.county, office)).contains("已采纳");
    }

    @Test
    void whatDoesNotFitIsShownInNumbersAndTwoProposalsSideBySide() {
        var first = run();
        solving.solve(first);
        var second = run();
        solving.solve(second);
        assertThat(page("/proposals/" + first, office)).contains("和另一个方案比");
        assertThat(page("/proposals/" + first + "/against/" + second, office)).contains("2 户里有 0 户");
        for (int i = 0; i < 20; i++) {
            cast.household(village);
        }
        var none = run();
        solving.solve(none);
        assertThat(page("/proposals/" + none, office)).contains("1 个村共有 22 户", "最多只能联系 18 户", "最省的办法");
        var off = run();
        post("/proposals/" + off + "/cancel");
        assertThat(page("/proposals/" + off, office)).contains("已经取消");
    }

    @Test
    void theOfficeAsksThatEachCadreGoToFewVillages() {
        assertThat(page("/proposals", office)).contains("每名干部最多去几个村");
        post("/proposals", "place", String.valueOf(cast.county), "day", TODAY.toString(), "villages", "2");
        var id = sql.sql("select id from proposal.run where lo = ? and most_villages = 2")
                .param(cast.county)
                .query(UUID.class)
                .single();
        solving.solve(id);
        assertThat(page("/proposals/" + id, office)).contains("每人最多 2 个村", "多付 0 米", "离最好差多少");
        assertThat(page("/proposals/" + id + "/cadres/" + li, office)).contains("假定他去哪个村都行");
        assertThat(page("/proposals?place=" + cast.county, office)).contains("每人最多 2 个村");
        page("/proposals/" + id + "?lang=en", office);
        page("/proposals?lang=zh", office);
        post("/proposals", "place", String.valueOf(cast.county), "day", TODAY.toString(), "villages", "");
        assertThat(proposals(null)).as("as many as are best").isEqualTo(1);
    }

    private int proposals(@Nullable Integer mostVillages) {
        return sql.sql("select count(*) from proposal.run where lo = ? and most_villages is not distinct from ?::int")
                .params(cast.county, mostVillages)
                .query(Integer.class)
                .single();
    }

    @Test
    void aStrangerFindsNothing() {
        var id = run();
        solving.solve(id);
        for (var path : new String[] {
            "/proposals/" + id,
            "/proposals/" + id + "/villages/" + village,
            "/proposals/" + id + "/households/" + home,
            "/proposals?place=" + cast.county,
            "/repairs?place=" + cast.county,
            "/repairs/place/" + cast.township
        }) {
            assertThat(http.get()
                            .uri(path)
                            .with(user(stranger))
                            .header("Accept", "application/json")
                            .exchange())
                    .as(path)
                    .hasStatus(404);
        }
    }
}
