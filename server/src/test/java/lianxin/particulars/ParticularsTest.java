package lianxin.particulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lianxin.OwnDatabase;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.platform.CountyTime;
import lianxin.region.Ground;
import lianxin.registry.Household;
import lianxin.registry.HouseholdDeeds;
import lianxin.registry.HouseholdFacts;
import lianxin.registry.RegistryCast;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Telephones and identity numbers: kept, masked, shown for a reason, found, refused; and nowhere in clear on the disk. Commits for good. */
@SpringBootTest
class ParticularsTest {

    @Autowired
    Particulars particulars;

    @Autowired
    Lookup lookup;

    @Autowired
    HouseholdDeeds deeds;

    @Autowired
    JdbcClient sql;

    @org.springframework.beans.factory.annotation.Value("${spring.datasource.url}")
    String url;

    RegistryCast cast;
    UUID wang;
    UUID zhao;

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("particulars", properties);
    }

    @BeforeEach
    void settle() {
        cast = new RegistryCast(sql, 371_001_000_000L).settled();
        wang = household("W" + UUID.randomUUID());
        zhao = household("Z" + UUID.randomUUID());
    }

    UUID household(String key) {
        return deeds.register(
                key,
                cast.village(100, 1),
                new HouseholdFacts("王建国", 1, 4, List.of()),
                LocalDate.of(2026, 1, 10),
                cast.office());
    }

    /** An identity number of nobody: the address code 999999, the day of the month made of {@code n}. */
    static String idNumber(int n) {
        var body = "999999%04d0101%03d".formatted(1950 + n / 1000, n % 1000);
        return lianxin.vault.Shape.ID_NUMBER
                .tidy(body.substring(0, 6) + body.substring(8))
                .filter(full -> full.startsWith(body.substring(0, 8)))
                .orElseThrow();
    }

    static void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed).hasMessageContaining(code);
    }

    @Test
    void keptMaskedAndShownForAReason() {
        particulars.put(wang, Kind.PHONE, "+86 138 0537 1234", LocalDate.EPOCH, cast.office());
        particulars.put(wang, Kind.ID_NUMBER, idNumber(1), LocalDate.EPOCH, cast.office());
        assertThat(particulars.masked(wang, cast.office()))
                .containsEntry(Kind.PHONE, "138****1234")
                .containsEntry(Kind.ID_NUMBER, "*".repeat(14) + idNumber(1).substring(14));
        assertThat(particulars.reveal(wang, Kind.PHONE, Reason.CALL, cast.office()))
                .isEqualTo("13805371234");
        assertThat(sql.sql("""
                        select l.what from record.leaf l join record.subject s on position(s.token in l.tokens) > 0
                         where s.subject = :s order by l.id
                        """).param("s", wang).query(String.class).list())
                .containsSubsequence("ParticularsChanged", "ParticularsChanged", "HOUSEHOLD_PAGE", "REVEAL_TO_CALL");
        particulars.put(wang, Kind.PHONE, "13900001111", LocalDate.EPOCH, cast.office());
        assertThat(particulars.reveal(wang, Kind.PHONE, Reason.CORRECT, cast.office()))
                .isEqualTo("13900001111");
        particulars.remove(wang, Kind.PHONE, cast.office());
        particulars.remove(wang, Kind.PHONE, cast.office());
        refused("particular-not-kept", () -> particulars.reveal(wang, Kind.PHONE, Reason.CALL, cast.office()));
    }

    @Test
    void keptWithConsentOnlyAndTheRecordSaysThatItWasGiven() {
        var today = LocalDate.now(CountyTime.ZONE);
        refused(
                "consent-day",
                () -> particulars.put(wang, Kind.PHONE, "13805371234", today.plusDays(1), cast.office()));
        particulars.put(wang, Kind.PHONE, "13805371234", today, cast.office());
        particulars.put(wang, Kind.ID_NUMBER, idNumber(3), today.minusDays(3), cast.office());
        assertThat(sql.sql("select agreed_on from particulars.particular where household = :wang order by kind")
                        .param("wang", wang)
                        .query(LocalDate.class)
                        .list())
                .containsExactly(today.minusDays(3), today);
        assertThat(sql.sql("""
                        select l.what from record.leaf l join record.subject s on position(s.token in l.tokens) > 0
                         where s.subject = :s order by l.id
                        """).param("s", wang).query(String.class).list())
                .contains("CONSENT_TO_REACH", "CONSENT_TO_APPLY");
    }

    @Test
    void refusedToWhomItIsNoBusiness() {
        particulars.put(wang, Kind.PHONE, "13805371234", LocalDate.EPOCH, cast.office());
        refused("not-here", () -> particulars.masked(wang, cast.stranger()));
        refused("not-here", () -> particulars.reveal(wang, Kind.PHONE, Reason.CALL, cast.township(101)));
        refused("not-yours", () -> particulars.reveal(wang, Kind.PHONE, Reason.CALL, cast.liaison(wang)));
        refused("not-a-phone", () -> particulars.put(wang, Kind.PHONE, "hello", LocalDate.EPOCH, cast.office()));
        refused(
                "not-an-id-number",
                () -> particulars.put(wang, Kind.ID_NUMBER, "999999195001010010", LocalDate.EPOCH, cast.office()));
    }

    @Test
    void anIdentityNumberBelongsToOneHouseholdOfTheGround() {
        particulars.put(wang, Kind.ID_NUMBER, idNumber(7), LocalDate.EPOCH, cast.office());
        particulars.put(
                wang, Kind.ID_NUMBER, idNumber(7).toLowerCase(java.util.Locale.ROOT), LocalDate.EPOCH, cast.office());
        refused(
                "id-number-kept-elsewhere",
                () -> particulars.put(zhao, Kind.ID_NUMBER, idNumber(7), LocalDate.EPOCH, cast.office()));
    }

    @Test
    void foundByTheWholeNumberOrItsEnding() {
        particulars.put(wang, Kind.PHONE, "13805379876", LocalDate.EPOCH, cast.office());
        particulars.put(zhao, Kind.PHONE, "05376219876", LocalDate.EPOCH, cast.office());
        assertThat(lookup.find(Kind.PHONE, "0086-138 0537 9876", cast.office()))
                .extracting(Household::id)
                .containsExactly(wang);
        assertThat(lookup.find(Kind.PHONE, "9876", cast.township(100)))
                .extracting(Household::id)
                .contains(wang, zhao);
        assertThat(lookup.find(Kind.PHONE, "9876", cast.township(101))).isEmpty();
        assertThat(lookup.find(Kind.PHONE, "13805379876", cast.stranger())).isEmpty();
        var city = new Caller(
                new UUID(9, 9), "", Role.OFFICE, new Ground(cast.county(), cast.county() + 9_000_000), null, null);
        refused("whole-number-needed", () -> lookup.find(Kind.PHONE, "9876", city));
        refused("asked-too-often", () -> {
            for (var n = 0; n <= Patience.QUESTIONS; n++) {
                lookup.find(Kind.PHONE, "13805379876", cast.township(100));
            }
        });
    }

    @Test
    void nothingOfItLiesOnTheDiskInClear() throws Exception {
        var values = new HashSet<String>();
        for (var n = 100; n < 200; n++) {
            var home = household("disk" + n + "-" + System.nanoTime());
            values.add("1390537%04d".formatted(n));
            values.add(idNumber(n));
            particulars.put(home, Kind.PHONE, "1390537%04d".formatted(n), LocalDate.EPOCH, cast.office());
            particulars.put(home, Kind.ID_NUMBER, idNumber(n), LocalDate.EPOCH, cast.office());
            particulars.reveal(home, Kind.PHONE, Reason.CALL, cast.office());
        }
        var written = "87654321098" + System.nanoTime();
        household(written);
        var passwords = Path.of("target/postgres/particulars/passwords");
        JdbcClient.create(new SingleConnectionDataSource(
                        url, "postgres", Files.readAllLines(passwords).getFirst(), true))
                .sql("checkpoint")
                .update();
        assertThat(onDisk(values)).isEmpty();
        assertThat(onDisk(Set.of(written))).as("what is not sealed is found").isNotEmpty();
    }

    /** Which of the values stand in any file of the cluster: tables, indexes, write-ahead log, server log. */
    static Set<String> onDisk(Set<String> values) throws IOException {
        var found = new HashSet<String>();
        try (var files = Files.walk(Path.of("target/postgres/particulars"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = Files.readAllBytes(file);
                var start = -1;
                for (var i = 0; i <= bytes.length; i++) {
                    var digit = i < bytes.length && (bytes[i] >= '0' && bytes[i] <= '9' || bytes[i] == 'X');
                    if (digit && start < 0) {
                        start = i;
                    } else if (!digit && start >= 0) {
                        var run = new String(bytes, start, i - start, java.nio.charset.StandardCharsets.US_ASCII);
                        if (run.length() > 10) {
                            values.stream().filter(run::contains).forEach(found::add);
                        }
                        start = -1;
                    }
                }
            }
        }
        return found;
    }
}
