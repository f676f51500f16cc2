package lianxin.overview;

import static lianxin.overview.SmallCounty.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.coverage.NightlyCheck;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** What a level sees, and what it does not. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class OverviewTest {

    static final Ground CITY = new DivisionCode(SmallCounty.CITY).ground();

    @Autowired
    JdbcClient sql;

    @Autowired
    FigureKeeper keeper;

    @Autowired
    NightlyCheck check;

    @Autowired
    FigureStore store;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvcTester http;

    SmallCounty county;

    @BeforeEach
    void aSmallCounty() {
        county = new SmallCounty(sql);
        county.build();
        keeper.lookAgainEverywhere();
        account("office", Role.OFFICE, SmallCounty.CITY, null, null);
        account("town", Role.TOWNSHIP, SmallCounty.TOWN, null, null);
        account("liaison", Role.UNIT, SmallCounty.CITY, id("town"), null);
        account("cadre", Role.CADRE, SmallCounty.CITY, null, id("qian"));
    }

    void account(String login, Role role, long place, @Nullable UUID unit, @Nullable UUID cadre) {
        accounts.open(login, "{noop}x", login, role, new DivisionCode(place).ground(), unit, cadre);
    }

    MvcTestResult get(String login, String path) {
        return http.get()
                .uri(path)
                .header("Accept", "text/html")
                .with(user(login))
                .exchange();
    }

    String body(String login, String path) throws Exception {
        var result = get(login, path);
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString();
    }

    @Test
    void aUnitIsToldThatTheFiguresOfAPlaceAreNotItsOwn() {
        assertThat(get("liaison", "/overview/units?place=" + SmallCounty.CITY))
                .hasStatus(OverviewRefusal.NOT_FOR_A_UNIT.status());
    }

    // ---- the figures

    @Test
    void figuresAreWhatTheRecordsSay() {
        assertThat(store.villages(CITY))
                .containsExactly(
                        new VillageFigure(id(SmallCounty.FAR_VILLAGE), SmallCounty.FAR_VILLAGE, 2, 2),
                        new VillageFigure(id(SmallCounty.VILLAGE), SmallCounty.VILLAGE, 5, 5),
                        new VillageFigure(id(SmallCounty.VILLAGE_2), SmallCounty.VILLAGE_2, 3, 2),
                        new VillageFigure(id(SmallCounty.OTHER_VILLAGE), SmallCounty.OTHER_VILLAGE, 4, 4));
        assertThat(store.loads(CITY, null, SmallCounty.PAIRED).byLoad())
                .as("Zhao 3 + 4, Qian 2 + 2, Li 2, Sun none")
                .isEqualTo(Map.of(7, 1, 4, 1, 2, 1, 0, 1));
    }

    @Test
    void theSameNewsTwiceChangesNothing() {
        county.pair(SmallCounty.VILLAGE_2, 3, 3, "sun");
        keeper.lookAgainAt(List.of(SmallCounty.VILLAGE_2));
        var once = everything();
        keeper.lookAgainAt(List.of(SmallCounty.VILLAGE_2, SmallCounty.VILLAGE_2));
        assertThat(everything()).isEqualTo(once);
        assertThat(Coverage.of(store.villages(CITY)).gap()).isZero();
        assertThat(store.loads(CITY, null, SmallCounty.PAIRED).idle()).isZero();
    }

    @Test
    void newsLooksAtItsOwnTownshipAndAtAllACadreHolds() {
        sql.sql("update pairing.pairing set cadre = :qian where household = :household")
                .param("qian", id("qian"))
                .param("household", id(SmallCounty.OTHER_VILLAGE + "/1"))
                .update();
        keeper.lookAgainAt(List.of(SmallCounty.OTHER_VILLAGE));
        assertThat(load("qian"))
                .as("two villages of one town and one of another")
                .isEqualTo(5);
        assertThat(load("zhao")).isEqualTo(6);
    }

    @Test
    void lookingAtWhatChangedIsAsGoodAsLookingEverywhere() {
        county.household(SmallCounty.VILLAGE, 6, SmallCounty.PAIRED);
        county.cadre("zhou", "周五", "zw", "town", SmallCounty.TOWN);
        keeper.lookAgainAt(List.of(SmallCounty.VILLAGE));
        keeper.lookAgainAtCadresOf(List.of(SmallCounty.TOWN));
        var bySteps = everything();
        assertThat(miscounted()).isEmpty();
        keeper.lookAgainEverywhere();
        assertThat(everything()).isEqualTo(bySteps);
        assertThat(miscounted()).isEmpty();
        sql.sql("delete from overview.cadre where cadre = :zhou")
                .param("zhou", id("zhou"))
                .update();
        assertThat(miscounted()).isEmpty();
        assertThat(Coverage.of(store.villages(CITY)).gap()).isEqualTo(2);
    }

    int load(String cadre) {
        return sql.sql("select load from overview.cadre where cadre = :cadre")
                .param("cadre", id(cadre))
                .query(Integer.class)
                .single();
    }

    /** Cadres of a unit who hold so many households, where what is kept differs from a count. */
    List<Map<String, Object>> miscounted() {
        var kept = "select unit, place, load, exempt_until, cadres from overview.spread";
        var counted =
                "select unit, place, load, coalesce(exempt_until, '-infinity'), count(*) from overview.cadre group by 1, 2, 3, 4";
        return sql.sql("(%1$s except %2$s) union all (%2$s except %1$s)".formatted(kept, counted))
                .query()
                .listOfRows();
    }

    /** All figures without the moment they were looked at. */
    List<Map<String, Object>> everything() {
        return sql.sql("""
                select *
                  from (select 'village' as what, village as id, place, households as a, covered as b from overview.village
                        union all select 'holding', cadre, place, load, 0 from overview.holding
                        union all select 'cadre', cadre, place, load, 0 from overview.cadre) figures
                 where place >= :lo and place < :hi
                 order by 1, 2, 3
                """)
                .param("lo", CITY.lo())
                .param("hi", CITY.hi())
                .query()
                .listOfRows();
    }

    // ---- the pages

    @Test
    void theSentenceSaysHowThingsStand() throws Exception {
        assertThat(body("office", "/overview"))
                .contains("济宁市", "14 户农家", "13 户有自己的固定联系人", "1 户没有", "4 名干部", "1 人还没有联系户");
        assertThat(body("office", "/overview?lang=en"))
                .contains(
                        "14 rural households",
                        "13 with a fixed contact of their own",
                        "1 with none",
                        "1 have no household yet")
                .doesNotContain("户农家");
    }

    @Test
    void theFirstPageTellsWhatTheNightlyCheckFound() throws Exception {
        assertThat(body("office", "/overview?place=" + SmallCounty.CITY)).contains("这里还没有做过夜间核查");
        check.checkAll();
        assertThat(body("office", "/overview?place=" + SmallCounty.CITY))
                .contains("四项承诺没有全部成立", "1 户没有联系人", "1 名干部没有联系户", "#check");
        assertThat(body("office", "/overview?lang=en&place=" + SmallCounty.CITY))
                .contains("1 household without a contact", "1 cadre without a household");
        assertThat(body("office", "/overview?on=2013-03-05")).doesNotContain("夜间核查");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/overview",
                "/overview?place=990127000000",
                "/overview?place=990127100000",
                "/overview?place=990127100202",
                "/overview?place=990127100000&on=2013-03-05",
                "/overview/gaps",
                "/overview/gaps?place=990127100202",
                "/overview/idle",
                "/overview/loads?from=1&to=5",
                "/overview/loads?from=-5&to=-9",
                "/overview/units",
                "/overview/places?place=990127000000",
                "/search?q=zf",
                "/search"
            })
    void everyPageSpeaksBothLanguagesAndKeepsToThePolicy(String path) throws Exception {
        for (var language : List.of("zh", "en")) {
            var page = body("office", path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            assertThat(page).contains("<main", language.equals("zh") ? "lang=\"zh-CN\"" : "lang=\"en\"");
            assertThat(page)
                    .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=\"|<script(?![^>]*\\ssrc=)|javascript:");
            assertThat(page).doesNotContain("???").doesNotContainPattern("\\{\\d}");
        }
    }

    @Test
    void everyGapHasADoorToItsHouseholds() throws Exception {
        assertThat(body("office", "/overview/gaps")).contains("/overview/gaps?place=990127100202", "西柳村");
        assertThat(body("office", "/overview/gaps?place=990127100202"))
                .contains("/households/" + id(SmallCounty.VILLAGE_2 + "/3"), "/repairs/place/990127100202")
                .doesNotContain("/households/" + id(SmallCounty.VILLAGE_2 + "/1"));
        assertThat(body("office", "/overview/idle")).contains("孙三").doesNotContain("钱二");
    }

    @Test
    void aVillageShowsEveryHouseholdWithItsContact() throws Exception {
        assertThat(body("office", "/overview?place=990127100202")).contains("张发1", "张发2", "张发3", "钱二", "还没有，看办法");
    }

    @Test
    void aDayGoneByIsSeenAsItWas() throws Exception {
        assertThat(body("office", "/overview?on=2013-03-05")).contains("14 户没有", "2013年3月5日");
        assertThat(body("office", "/overview?on=2013-03-06")).contains("13 户有自己的固定联系人");
        assertThat(body("office", "/overview?on=2013-03-06"))
                .as("links keep the day")
                .contains("/overview/gaps?place=990100000000&amp;on=2013-03-06");
    }

    @Test
    void anEmptyPlaceSaysWhatToDoFirst() throws Exception {
        county.place(990128000000L, "COUNTY", "新县", "xx", SmallCounty.CITY);
        assertThat(body("office", "/overview?place=990128000000")).contains("还没有农户和干部", "href=\"/imports\"");
    }

    // ---- who sees what

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/overview?place=990127101000",
                "/overview?place=990127101201",
                "/overview?place=990127000000",
                "/overview?place=990100000000",
                "/overview/gaps?place=990127101000",
                "/overview/idle?place=990127000000",
                "/overview/loads?place=990126000000",
                "/overview/units?place=990127101000",
                "/overview/places?place=990127000000"
            })
    void aTownshipNeverSeesAnother(String path) {
        assertThat(get("town", path)).hasStatus(404);
    }

    @Test
    void aTownshipSeesItsOwn() throws Exception {
        assertThat(body("town", "/overview"))
                .contains("王庙镇", "8 户农家", "7 户有自己的固定联系人", "2 名干部")
                .doesNotContain("清河镇", "鱼台县", "微山县");
        assertThat(body("town", "/search?q=zf")).contains("张发1").doesNotContain("990127101201", "北桥村");
        assertThat(body("town", "/search?q=北桥")).contains("没有找到");
    }

    @Test
    void aLiaisonSeesHisUnitsCadresAndNoVillage() throws Exception {
        assertThat(body("liaison", "/overview"))
                .contains("王庙镇政府", "钱二", "孙三", "1 人还没有联系户")
                .doesNotContain("赵一", "李四", "农家");
        assertThat(body("liaison", "/overview/idle")).contains("孙三").doesNotContain("赵一", "李四");
        assertThat(get("liaison", "/overview/gaps")).hasStatus(404).bodyText().contains("这一页按地方看");
        assertThat(body("liaison", "/search?q=zf"))
                .as("the households of Qian, not those of Zhao")
                .contains("/households/" + id(SmallCounty.VILLAGE + "/4"))
                .doesNotContain("/households/" + id(SmallCounty.VILLAGE + "/1"));
        assertThat(body("liaison", "/search?q=zy")).doesNotContain("赵一");
    }

    @Test
    void aContactCadreGoesToHisOwnHouseholds() {
        assertThat(get("cadre", "/")).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/mine");
        assertThat(get("cadre", "/overview")).hasStatus(403);
        assertThat(get("cadre", "/search?q=zf")).hasStatus(403);
    }

    @Test
    void aPlaceThatIsNoPlaceIsRefusedInWords() {
        assertThat(get("office", "/overview?place=12"))
                .hasStatus(400)
                .bodyText()
                .contains("区划代码不对");
        assertThat(get("office", "/overview?after=x")).hasStatus(400).bodyText().contains("请求不完整");
    }
}
