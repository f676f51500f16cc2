package lianxin.visit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import lianxin.platform.CountyTime;
import lianxin.scheme.Schemes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words a county chose, as they hold today. They change seldom and are asked with every visit, so they are remembered for a minute. */
@Component
public class Lists {

    private static final long REMEMBERED_SECONDS = 60;

    private final JdbcClient sql;
    private final Schemes schemes;
    private final Clock clock;
    private volatile @Nullable Remembered remembered;

    Lists(JdbcClient sql, Schemes schemes, Clock clock) {
        this.sql = sql;
        this.schemes = schemes;
        this.clock = clock;
    }

    /** What may be chosen today. */
    public Choices today() {
        return remembered().choices();
    }

    /** Every topic there ever was: a phone may come back after weeks with an old one. */
    Set<String> topicsEver() {
        return remembered().topics();
    }

    /** When there first was a contact scheme; nobody can have been anybody’s contact before. */
    Instant begin() {
        return remembered().begin();
    }

    /** Within how many days a family is met first. */
    int firstDays(LocalDate day) {
        return sql.sql("select first_days from visit.cadence where since <= :day order by since desc limit 1")
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** The weeks in which nobody is called for, as they hold on {@code day}. */
    List<QuietTime> quietTimes(LocalDate day) {
        return sql.sql("""
                select distinct on (code) code, name_zh as zh, name_en as en, first, last
                  from visit.quiet_time
                 where since <= :day
                 order by code, since desc
                """).param("day", day).query(QuietTime.class).list();
    }

    /** Refused when there is no such kind of life event today. */
    OccasionKind occasionKind(String code) {
        return today().occasions().stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> VisitRefusal.NO_SUCH_WORD.because(code));
    }

    /** Refused when there is no such reason today. */
    DeferralReason deferralReason(String code) {
        return today().deferrals().stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow(() -> VisitRefusal.NO_SUCH_WORD.because(code));
    }

    private Remembered remembered() {
        var now = clock.instant();
        var known = remembered;
        if (known == null || now.isAfter(known.at().plusSeconds(REMEMBERED_SECONDS)) || now.isBefore(known.at())) {
            known = read(now);
            remembered = known;
        }
        return known;
    }

    private Remembered read(Instant now) {
        var day = LocalDate.ofInstant(now, CountyTime.ZONE);
        var topics = list("visit.topic", "code, name_zh as zh, name_en as en", Topic.class, day);
        var occasions = list(
                "visit.occasion_kind",
                "code, name_zh as zh, name_en as en, within_days as within",
                OccasionKind.class,
                day);
        var deferrals =
                list("visit.deferral_reason", "code, name_zh as zh, name_en as en, days", DeferralReason.class, day);
        var version = new CRC32();
        version.update((topics + "" + occasions + deferrals).getBytes(StandardCharsets.UTF_8));
        return new Remembered(
                now,
                new Choices(version.getValue(), topics, occasions, deferrals),
                new HashSet<>(sql.sql("select code from visit.topic")
                        .query(String.class)
                        .list()),
                schemes.all()
                        .getLast()
                        .effective()
                        .atStartOfDay(CountyTime.ZONE)
                        .toInstant());
    }

    /** Table and columns are our own words, written above. */
    private <T> List<T> list(String table, String columns, Class<T> type, LocalDate day) {
        return sql.sql("select " + columns + " from (select distinct on (code) * from " + table
                        + " where since <= :day order by code, since desc) t"
                        + " where until is null or until > :day order by position")
                .param("day", day)
                .query(type)
                .list();
    }

    /** A topic (话题). */
    public record Topic(String code, String zh, String en) {}

    /** A kind of life event (五必访), and within how many days one goes there. */
    public record OccasionKind(String code, String zh, String en, int within) {}

    /** Why one comes later, and how many days later at most. */
    public record DeferralReason(String code, String zh, String en, int days) {}

    /** Weeks of every year, by month and day, both included. */
    record QuietTime(String code, String zh, String en, String first, String last) {}

    /**
     * What may be chosen.
     *
     * @param version changes whenever anything of it does
     */
    public record Choices(
            long version, List<Topic> topics, List<OccasionKind> occasions, List<DeferralReason> deferrals) {

        /** The topic; null when it is no longer on the list. */
        public @Nullable Topic topic(String code) {
            return topics.stream()
                    .filter(t -> t.code().equals(code))
                    .findFirst()
                    .orElse(null);
        }

        /** The kind of life event; null when it is no longer on the list. */
        public @Nullable OccasionKind occasion(String code) {
            return occasions.stream()
                    .filter(k -> k.code().equals(code))
                    .findFirst()
                    .orElse(null);
        }
    }

    private record Remembered(Instant at, Choices choices, Set<String> topics, Instant begin) {}
}
