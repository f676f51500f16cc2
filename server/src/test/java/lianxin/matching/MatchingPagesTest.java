package lianxin.matching;

import static lianxin.matching.MatchingCast.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.platform.Ids;
import lianxin.region.DivisionCode;
import lianxin.scheme.Schemes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The journey of an office through its pages: ask, watch, understand, decide by hand, compare, adopt; in both languages. */
@SpringBootTest
@AutoConfigureMockMvc
class MatchingPagesTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    RunStore runs;

    @Autowired
    Searching searching;

    @Autowired
    Schemes schemes;

    @Autowired
    Clock clock;

    MatchingCast cast;
    long village;
    UUID near;
    UUID far;
    String office;

    @BeforeEach
    void county() {
        cast = new MatchingCast(sql);
        village = cast.village(cast.west, 0, 10, "PETITION");
        cast.village(cast.east, 20, 10);
        near = cast.unit("COUNTY", cast.county, 1, 2, 1, 12);
        far = cast.unit("COUNTY", cast.county, 19, 2, 1, 12);
        office = account(cast.county);
    }

    String account(long county) {
        var login = "office-" + UUID.randomUUID();
        accounts.open(login, "x", "办公室", Role.OFFICE, new DivisionCode(county).ground(), null, null);
        return login;
    }

    UUID run() {
        var id = Ids.next();
        runs.add(
                id,
                new DivisionCode(cast.county).ground(),
                TODAY,
                schemes.inForce(TODAY).id(),
                cast.office.id(),
                clock.instant());
        return id;
    }

    String page(String path) {
        var answer = http.get()
                .uri(path)
                .with(user(office))
                .header("Accept", "text/html")
                .exchange();
        assertThat(answer).as(path).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    void post(String path, String... pairs) {
        var request = http.post().uri(path).with(user(office)).with(csrf()).header("Accept", "text/html");
        for (int i = 0; i < pairs.length; i += 2) {
            request = request.param(pairs[i], pairs[i + 1]);
        }
        assertThat(request.exchange()).as(path).hasStatus3xxRedirection();
    }

    @Test
    void theOfficeAsksLooksDecidesComparesAndAdopts() {
        assertThat(page("/matchings")).contains("试县", "开始计算");
        var id = run();
        var here = "/matchings/" + id;
        assertThat(page(here)).contains("排队等候", "hx-get");
        searching.search(id);
        assertThat(page(here + "/progress")).contains("算好了").doesNotContain("<html");
        assertThat(page(here)).contains("2 个村由 2 个单位包", "西镇", "路近", "任何别的安排都不会更好");
        assertThat(page(here + "?place=" + cast.west)).contains("现在谁包");
        assertThat(page(here + "/changes")).contains("2 个村里有 2 个换单位", "西镇", "/changes?place=" + cast.west);
        assertThat(page(here + "/changes?place=" + cast.west)).contains("1 个村里有 1 个换单位", "/villages/");
        assertThat(page(here + "/villages/" + village)).contains("下一个合适的", "每户至少多", "手工指定");
        assertThat(page(here + "/units/" + near)).contains("有 2 名干部，承担 1 个村的 10 户，人均 5.0 户");
        for (var path :
                new String[] {"", "?place=" + cast.west, "/changes", "/villages/" + village, "/units/" + near}) {
            assertThat(page(here + path + (path.contains("?") ? "&" : "?") + "lang=en"))
                    .contains("lang=\"en\"");
        }
        assertThat(page("/matchings?lang=en")).contains("Which unit serves which villages");
        page("/matchings?lang=zh");

        post("/matchings/pins", "run", id.toString(), "place", "" + village, "unit", far.toString(), "reason", "本村人");
        assertThat(page(here + "/villages/" + village)).contains("本村人", "取消指定");
        var again = run();
        searching.search(again);
        assertThat(page("/matchings/" + again + "/villages/" + village)).contains("这是事先定下的");
        post("/matchings/pins/remove", "run", id.toString(), "place", "" + village, "unit", far.toString());

        post(here + "/adopt", "source", "帮包村安排");
        assertThat(page(here)).contains("已采纳", "依据：帮包村安排", "接着算结对");
        assertThat(page(here)).contains("采纳记录", "办公室");
        assertThat(page("/matchings/" + again)).contains("已作废");
        var adoption = sql.sql("select id from matching.adoption where run = ?")
                .param(id)
                .query(UUID.class)
                .single();
        post(here + "/adoptions/" + adoption + "/undo", "reason", "文件有误");
        assertThat(page(here)).contains("已撤回", "文件有误", "采纳这个方案");
        assertThat(page(here + "?place=" + cast.west)).contains("只采纳西镇");
        post(here + "/adopt", "place", "" + cast.west, "source", "帮包村安排");
        assertThat(page(here)).contains("其余的请打开乡镇逐个采纳").doesNotContain("采纳这个方案");
        assertThat(page(here + "?place=" + cast.east)).contains("只采纳东镇");
        assertThat(page("/pairing/grounds?place=" + cast.county)).contains("帮包村安排");
    }

    @Test
    void whatDoesNotFitIsShownInNumbers() {
        cast.families(village, 40);
        var id = run();
        searching.search(id);
        assertThat(page("/matchings/" + id)).contains("2 个村有 60 户", "2 个单位最多只能承担 44 户", "差 16 户", "最省的办法");
        assertThat(page("/matchings/" + id + "?lang=en")).contains("16 too few");
        page("/matchings?lang=zh");
        var off = run();
        post("/matchings/" + off + "/cancel");
        assertThat(page("/matchings/" + off)).contains("已经取消");
    }

    @Test
    void aStrangerFindsNothing() {
        var id = run();
        searching.search(id);
        office = account(999_999_000_000L);
        for (var path : new String[] {
            "/matchings/" + id,
            "/matchings/" + id + "/changes",
            "/matchings/" + id + "/villages/" + village,
            "/matchings/" + id + "/units/" + near,
            "/matchings?place=" + cast.county
        }) {
            assertThat(http.get().uri(path).with(user(office)).header("Accept", "application/json"))
                    .as(path)
                    .hasStatus(404);
        }
    }
}
