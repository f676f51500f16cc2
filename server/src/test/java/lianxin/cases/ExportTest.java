package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipFile;
import lianxin.OwnDatabase;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.pairing.Cast;
import lianxin.platform.CountyTime;
import lianxin.platform.Page;
import lianxin.platform.Viewer;
import lianxin.platform.Words;
import lianxin.region.DivisionCode;
import lianxin.scope.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Cases as files: who gets what of them, and that a large one never lies in memory. Commits for good. */
@SpringBootTest(properties = "db-scheduler.polling-interval=24h")
@AutoConfigureMockMvc
class ExportTest {

    static final int MANY = 100_000;
    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient sql;

    @Autowired
    Accounts accounts;

    @Autowired
    Export export;

    @Autowired
    ExportStore store;

    @Autowired
    ExportPages pages;

    @Autowired
    JsonMapper json;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Standing standing;

    @Autowired
    MessageSource messages;

    @TempDir
    Path folder;

    Cast cast;
    UUID home;
    String head;
    UUID li;

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("export", properties);
    }

    @BeforeEach
    void people() {
        cast = Cast.on(sql);
        cast.village(1);
        home = cast.household(1);
        head = sql.sql("select head from registry.household where id = :home")
                .param("home", home)
                .query(String.class)
                .single();
        li = cast.cadre();
    }

    void write(String words, @Nullable UUID unit, String heard) {
        var id = UUID.randomUUID();
        sql.sql("""
                insert into cases.issue (id, number, kind, category, place, household, channel, words, heard_by, heard_at, opened_at, stage, stage_since, level)
                values (:id, '2601-' || upper(substr(md5(random()::text), 1, 6)), 'SERVICE', 'ROAD', :place, :home, 'CLERK', :words, :by, :heard::timestamptz, now(), 'NEW', now(), 'TOWNSHIP')
                """)
                .param("id", id)
                .param("place", cast.code(1))
                .param("home", home)
                .param("by", new UUID(1, 1))
                .param("words", words)
                .param("heard", heard)
                .update();
        if (unit != null) {
            sql.sql(
                            "update cases.issue set stage = 'ASSIGNED', level = 'COUNTY', unit = :unit, version = 2 where id = :id")
                    .param("unit", unit)
                    .param("id", id)
                    .update();
        }
    }

    Caller as(String role) {
        return switch (role) {
            case "office" -> cast.office();
            case "handler" -> cast.as(Role.HANDLER, cast.bureau(), null);
            case "cadre" -> cast.as(Role.CADRE, null, li);
            default -> cast.as(Role.SUPERVISOR, null, null);
        };
    }

    MockHttpServletResponse get(
            String who,
            String ending,
            @Nullable DivisionCode place,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String category,
            @Nullable Stage stage) {
        var caller = as(who);
        var answer = new MockHttpServletResponse();
        try {
            standing.as(caller.scope(), () -> {
                pages.export(ending, place, from, to, category, stage, page(caller.role()), caller, answer);
                return answer;
            });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return answer;
    }

    String file(String who, String ending) {
        return text(get(who, ending, null, null, null, null, null));
    }

    static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void eachRoleTakesWhatItsPagesShow() {
        write("=HYPERLINK(\"http://x\")<script>桥断了", null, "2026-01-05T08:00+08:00");
        write("@SUM(1+1)井盖没了", cast.bureau(), "2026-02-05T08:00+08:00");
        var office = file("office", "csv");
        assertThat(office.lines()).hasSize(3);
        assertThat(office)
                .startsWith("\ufeff编号,类型")
                .contains(head, "桥断了", "刚受理", "2026-01-05", "求助")
                .doesNotContain(",=HYPERLINK", ",\"=HYPERLINK", ",@SUM");
        var supervisor = file("supervisor", "csv");
        assertThat(supervisor)
                .as("masked as on his pages")
                .contains("刚受理", head.charAt(0) + "*")
                .doesNotContain("桥断了", "井盖", head);
        var handler = file("handler", "json");
        assertThat(JsonPath.<List<String>>read(handler, "$[*].words")).containsExactly("@SUM(1+1)井盖没了");
        assertThat(JsonPath.<List<String>>read(handler, "$[*].stage")).containsExactly("ASSIGNED");
        assertThat(file("cadre", "csv").lines()).as("none of his households").hasSize(1);
        var day = LocalDate.of(2026, 1, 5);
        assertThat(JsonPath.<List<String>>read(
                        text(get("office", "json", null, day, day, "ROAD", Stage.NEW)), "$[*].head"))
                .containsExactly(head);
        assertThat(text(get("office", "json", null, null, day.minusDays(1), null, null))
                        .strip())
                .isEqualTo("[]");
        assertThat(text(get("office", "json", null, null, null, "HEALTH", null)).strip())
                .isEqualTo("[]");
        assertThat(text(get("office", "json", null, null, null, "", null))).contains("桥断了");
    }

    @Test
    void aWorkbookHoldsTextAndNoFormula() throws IOException {
        write("=1+1", null, "2026-01-05T08:00+08:00");
        var answer = get("office", "xlsx", null, null, null, null, null);
        assertThat(answer.getHeader("Content-Disposition")).contains("attachment", ".xlsx");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        var sheet = sheet(answer.getContentAsByteArray());
        assertThat(sheet).contains("<t>=1+1</t>").doesNotContain("<f>");
    }

    String sheet(byte[] workbook) throws IOException {
        var file = Files.write(folder.resolve("cases.xlsx"), workbook);
        try (var zip = new ZipFile(file.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }

    @Test
    void itAsksForAFreshProofAndIsRecordedBeforeItLeaves() {
        write("桥断了", null, "2026-01-05T08:00+08:00");
        accounts.open("export-office", "x", "o", Role.OFFICE, cast.ground(), null, null);
        assertThat(http.get()
                        .uri("/cases/export.csv")
                        .with(user("export-office"))
                        .exchange()
                        .getResponse()
                        .getRedirectedUrl())
                .startsWith("/me/again?to=");
        var before = leaves();
        file("office", "csv");
        assertThat(leaves()).isEqualTo(before + 1);
        assertThatThrownBy(() -> get("office", "exe", null, null, null, null, null))
                .hasMessageContaining("no-such-case");
        var elsewhere = new DivisionCode(cast.county() + 1_000_000);
        assertThatThrownBy(() -> get("office", "csv", elsewhere, null, null, null, null))
                .hasMessageContaining("not-here");
        assertThat(leaves()).isEqualTo(before + 1);
    }

    int leaves() {
        return sql.sql("select count(*) from record.leaf where what = 'EXPORT' and whole and lo = :lo")
                .param("lo", cast.county())
                .query(Integer.class)
                .single();
    }

    @Test
    void aLargeFileIsReadALotAtATime() throws IOException {
        many();
        var wanted = new Wanted(cast.ground(), null, null, null, null, null);
        var out = new Weighed(1 << 21);
        standing.<IOException>houseDoes(() -> export.write(wanted, "csv", page(Role.OFFICE), out));
        assertThat(out.lines).isEqualTo(MANY + 1);
        light(out);
    }

    /** What the writers hold, of twice as many. */
    @ParameterizedTest
    @ValueSource(strings = {"json", "xlsx"})
    void aLargeFileIsWrittenARowAtATime(String ending) throws IOException {
        write("桥断了", null, "2026-01-05T08:00+08:00");
        var one = store(ending);
        var line = new Lines.CaseLine(one, "村", null, "县", null);
        var out = new Weighed(ending.equals("xlsx") ? 1 << 17 : 1 << 23);
        try (var file = CaseFile.to(out, ending, page(Role.OFFICE), json)) {
            for (var i = 0; i < 2 * MANY; i++) {
                file.row(line);
            }
        }
        light(out);
    }

    Case store(String ending) throws IOException {
        var all = new ArrayList<Case>();
        standing.<IOException>houseDoes(() -> transaction.executeWithoutResult(
                _ -> store.each(new Wanted(cast.ground(), null, null, null, null, null), all::addAll)));
        assertThat(all).as(ending).hasSize(1);
        return all.getFirst();
    }

    static void light(Weighed out) {
        assertThat(out.weighed).as("it was looked at on the way").isGreaterThan(5);
        assertThat(out.most - out.before)
                .as("bytes held, where all of it would be above fifty million")
                .isLessThan(25L << 20);
    }

    /** So many that holding them would show: one case is more than half a kilobyte. */
    void many() {
        sql.sql("""
                insert into cases.issue (id, number, kind, category, place, channel, words, heard_by, heard_at, opened_at, stage, stage_since, level)
                select gen_random_uuid(), substr(:county, 3, 4) || '-' || lpad(translate(upper(to_hex(n)), 'ILOU', 'GHJK'), 6, '0'), 'SERVICE', 'ROAD', :place,
                       'OPEN311', repeat(chr(19968 + n % 20000), 40), :by, now() - n * interval '1 minute', now(), 'NEW', now(), 'COUNTY'
                  from generate_series(1, :many) as n
                """)
                .param("county", Long.toString(cast.county()))
                .param("place", cast.code(1))
                .param("by", new UUID(1, 1))
                .param("many", MANY)
                .update();
    }

    Page page(Role role) {
        return new Page(
                new Words(messages, Locale.CHINESE),
                "",
                "/cases",
                "",
                new Viewer("o", role.name(), Set.of()),
                List.of(),
                null,
                TODAY,
                TODAY,
                List.of(),
                null,
                null,
                Instant.now(),
                "");
    }

    /** Counts what is written, and looks now and then at what is held. */
    static final class Weighed extends OutputStream {

        final long before = held();
        final long every;
        long bytes;
        long next;
        long lines;
        long most;
        int weighed;

        Weighed(long every) {
            this.every = every;
            next = every;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes += len;
            for (var i = off; i < off + len; i++) {
                if (b[i] == '\n') {
                    lines++;
                }
            }
            if (bytes > next) {
                next += every;
                most = Math.max(most, held());
                weighed++;
            }
        }

        static long held() {
            System.gc();
            var runtime = Runtime.getRuntime();
            return runtime.totalMemory() - runtime.freeMemory();
        }
    }
}
