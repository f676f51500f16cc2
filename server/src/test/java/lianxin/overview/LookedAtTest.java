package lianxin.overview;

import static lianxin.overview.SmallCounty.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.region.DivisionCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No family’s name is shown to anybody without a leaf about a read, on any page there is or will be: the addresses come from the handlers themselves. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class LookedAtTest {

    /** What the small county calls its families. */
    static final Pattern FAMILY = Pattern.compile("张发\\d");

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    FigureKeeper keeper;

    @Autowired
    MockMvcTester http;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Test
    void whoeverShowsAFamilySaysSo() {
        new SmallCounty(sql).build();
        keeper.lookAgainEverywhere();
        var village = new DivisionCode(SmallCounty.VILLAGE);
        accounts.open(
                "office", "{noop}x", "office", Role.OFFICE, new DivisionCode(SmallCounty.CITY).ground(), null, null);
        accounts.open(
                "cadre", "{noop}x", "cadre", Role.CADRE, new DivisionCode(SmallCounty.CITY).ground(), null, id("qian"));
        var shown = new TreeSet<String>();
        var silent = new TreeMap<String, String>();
        for (var login : new String[] {"office", "cadre"}) {
            addresses(Map.of(
                            "{id}",
                            id(SmallCounty.VILLAGE + "/1").toString(),
                            "{code}",
                            village.toString(),
                            "{roster}.{ending}",
                            "households.csv",
                            "{deed:correct|split|merge|move|dissolve}",
                            "correct"))
                    .forEach(path -> look(login, path, shown, silent));
            Stream.of(
                            "/cadres/" + id("qian"),
                            "/households?place=" + village,
                            "/households?q=张发1",
                            "/overview?place=" + village,
                            "/overview/gaps?place=" + new DivisionCode(SmallCounty.VILLAGE_2),
                            "/search?q=张发1",
                            "/imports/export/households.csv?place=" + village,
                            "/pairing?place=" + village,
                            "/repairs/cadre/" + id("qian"),
                            "/repairs/place/" + new DivisionCode(SmallCounty.VILLAGE_2))
                    .forEach(path -> look(login, path, shown, silent));
        }
        assertThat(silent).as("pages that show a family and say nothing").isEmpty();
        assertThat(shown).as("pages that show a family").hasSizeGreaterThanOrEqualTo(12);
    }

    private void look(String login, String path, TreeSet<String> shown, Map<String, String> silent) {
        var before = reads();
        var result = http.get()
                .uri(path)
                .header("Accept", "text/html,*/*")
                .with(user(login))
                .sessionAttr("lianxin.proved", System.currentTimeMillis()) // an export asks for a fresh proof
                .exchange();
        if (result.getUnresolvedException() != null) {
            return; // a page this small county is too small for; it showed nobody
        }
        try {
            var name = FAMILY.matcher(result.getResponse().getContentAsString());
            if (result.getResponse().getStatus() == 200 && name.find()) {
                shown.add(login + " " + path);
                if (reads() == before) {
                    silent.put(login + " " + path, name.group());
                }
            }
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stream<String> addresses(Map<String, String> values) {
        return handlers.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> !path.startsWith("/error"))
                .map(path -> values.entrySet().stream()
                        .reduce(path, (p, v) -> p.replace(v.getKey(), v.getValue()), (a, _) -> a))
                .filter(path -> !path.contains("{"))
                .sorted()
                .collect(Collectors.toCollection(TreeSet::new))
                .stream();
    }

    private long reads() {
        return sql.sql("select count(*) from record.leaf where kind = 'read' and (subjects > 0 or whole)")
                .query(Long.class)
                .single();
    }
}
