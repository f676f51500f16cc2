package lianxin.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import lianxin.platform.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.annotation.Transactional;

@ApplicationModuleTest(BootstrapMode.DIRECT_DEPENDENCIES)
@Transactional
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class WorkCalendarTest {

    /** The notice for 2026 as the State Council published it. */
    static final String NOTICE_2026 = """
            一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
            二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
            三、清明节：4月4日（周六）至6日（周一）放假，共3天。
            四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
            五、端午节：6月19日（周五）至21日（周日）放假，共3天。
            六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
            七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
            节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
            """;

    static final String ALONE = """
            {"holidays": {"2029-01-01": "", "2029-05-01": "", "2029-10-01": "", "2029-10-02": "", "2029-10-03": ""}}""";

    final WorkCalendar calendar;

    WorkCalendarTest(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    @BeforeEach
    void theBundledYearsAreLoaded() {
        calendar.loadBundled();
    }

    @ParameterizedTest
    @CsvSource({"2013-01,22", "2013-02,17", "2013-06,19", "2013-10,19"})
    void monthsOf2013AreAsKnown(YearMonth month, int workdays) {
        assertThat(calendar.workdaysBetween(month.atDay(1), month.plusMonths(1).atDay(1)))
                .isEqualTo(workdays);
    }

    @Test
    void theYear2013Had250WorkingDaysTwoOfThemOftenMissed() {
        assertThat(calendar.workdaysBetween(LocalDate.of(2013, 1, 1), LocalDate.of(2014, 1, 1)))
                .isEqualTo(250);
        assertThat(calendar.isWorkday(LocalDate.of(2013, 4, 7))).isTrue();
        assertThat(calendar.isWorkday(LocalDate.of(2013, 10, 12))).isTrue();
        assertThat(calendar.isWorkday(LocalDate.of(2013, 10, 4))).isFalse();
        assertThat(calendar.loadBundled())
                .as("a second time nothing is left to load")
                .isZero();
    }

    @Test
    void countingAgreesWithCountingOnFingers() {
        var random = new Random(5);
        for (var i = 0; i < 300; i++) {
            var from = LocalDate.of(2012, 1, 1).plusDays(random.nextInt(5_000));
            var to = from.plusDays(random.nextInt(400));
            var fingers = (int) from.datesUntil(to).filter(calendar::isWorkday).count();
            assertThat(calendar.workdaysBetween(from, to)).isEqualTo(fingers);
            assertThat(calendar.workdaysBetween(to, from)).isEqualTo(-fingers);
        }
    }

    @Test
    void goingAheadAndBackAgreesWithWalking() {
        var random = new Random(6);
        for (var i = 0; i < 300; i++) {
            var from = LocalDate.of(2013, 1, 1).plusDays(random.nextInt(4_000));
            var n = random.nextInt(-60, 61);
            var day = from;
            for (var left = Math.abs(n); left > 0; ) {
                day = day.plusDays(n > 0 ? 1 : -1);
                left -= calendar.isWorkday(day) ? 1 : 0;
            }
            assertThat(calendar.plusWorkdays(from, n)).as("%s + %s", from, n).isEqualTo(day);
        }
    }

    @Test
    void aYearWithoutNoticeIsNotGuessed() {
        for (var day : new LocalDate[] {LocalDate.of(2011, 12, 31), LocalDate.of(2027, 1, 1)}) {
            refused(CalendarRefusal.YEAR_NOT_LOADED, () -> calendar.isWorkday(day));
            refused(CalendarRefusal.YEAR_NOT_LOADED, () -> calendar.plusWorkdays(day, 1));
        }
        assertThat(calendar.workdaysBetween(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1)))
                .isEqualTo(1);
        refused(
                CalendarRefusal.YEAR_NOT_LOADED,
                () -> calendar.workdaysBetween(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 2)));
        refused(CalendarRefusal.YEAR_NOT_LOADED, () -> calendar.plusWorkdays(LocalDate.of(2026, 12, 31), 1));
        refused(CalendarRefusal.YEAR_NOT_LOADED, () -> calendar.plusWorkdays(LocalDate.of(2012, 1, 4), -2));
    }

    @Test
    void thePublishedTextSaysTheSameAsTheBundledData() {
        var known = calendar.specialDays(2026);
        var read = calendar.preview(2026, NOTICE_2026);
        assertThat(read.workdays()).isEqualTo(248);
        assertThat(read.days())
                .extracting(SpecialDay::day)
                .containsExactlyElementsOf(known.stream().map(SpecialDay::day).toList());
        assertThat(read.days())
                .extracting(SpecialDay::worked)
                .containsExactlyElementsOf(
                        known.stream().map(SpecialDay::worked).toList());
    }

    @Test
    void theNextYearMayBeImportedAndReplaced() {
        var notice = NOTICE_2026
                .replace("2月14日（周六）、2月28日（周六）上班", "2月14日、2月27日上班")
                .replace("1月4日（周日）上班", "1月3日上班")
                .replace("1月1日（周四）至3日（周六）放假调休，共3天", "1月1日放假，共1天")
                .replace("5月9日（周六）上班", "5月8日上班")
                .replace("9月20日（周日）、10月10日（周六）上班", "9月26日、10月9日上班")
                .replace("9月25日（周五）至27日（周日）放假，共3天", "9月15日至17日放假，共3天");
        calendar.importNotice(2027, notice, "国办发明电〔2026〕9号");
        assertThat(calendar.isWorkday(LocalDate.of(2027, 1, 3))).isTrue();
        calendar.importNotice(2027, notice.replace("1月3日上班", "1月2日上班"), "更正");
        assertThat(calendar.isWorkday(LocalDate.of(2027, 1, 3))).isFalse();
        assertThat(calendar.isWorkday(LocalDate.of(2026, 12, 31))).isTrue();
        refused(CalendarRefusal.YEAR_APART, () -> calendar.importNotice(2029, ALONE, "x"));
        refused(CalendarRefusal.NO_SOURCE, () -> calendar.importNotice(2027, notice, " "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "共9天|共8天|notice-unreadable",
                "2月15日|2月30日|notice-unreadable",
                "1月4日（周日）上班|1月5日（周一）上班|notice-contradicts-itself",
                "1月4日（周日）上班|1月3日（周六）上班|notice-contradicts-itself",
                "10月1日（周四）至7日（周三）放假调休，共7天|10月2日至7日放假调休，共6天|notice-lacks-holiday",
                "1月1日（周四）至3日|2019年1月1日至3日|notice-of-another-year"
            })
    void aFaultInTheTextIsNamed(String text, String fault, String code) {
        var notice = NOTICE_2026.replace(text, fault);
        assertThatThrownBy(() -> calendar.preview(2026, notice))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind().code()).isEqualTo(code));
    }

    private static void refused(Refusal.Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOf(Refusal.class).hasFieldOrPropertyWithValue("kind", kind);
    }
}
