package lianxin.sheet;

import static lianxin.sheet.SheetCast.CADRES;
import static lianxin.sheet.SheetCast.EN;
import static lianxin.sheet.SheetCast.HOUSEHOLDS;
import static lianxin.sheet.SheetCast.NAME;
import static lianxin.sheet.SheetCast.PHONE;
import static lianxin.sheet.SheetCast.RANK;
import static lianxin.sheet.SheetCast.SKILLS;
import static lianxin.sheet.SheetCast.VILLAGE;
import static lianxin.sheet.SheetCast.ZH;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import lianxin.workbook.Limits;
import lianxin.workbook.Plain;
import lianxin.workbook.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2013-05-12",
                "2013/5/12",
                "2013.5.12",
                "2013年5月12日",
                "2013 年 5 月 12 日",
                "20130512",
                "２０１３－０５－１２",
                "41406",
                "2013-05-12 08:30",
                "2013-05-12T00:00:00",
                "2013/5/12 0:00:00",
                "2013年05月12号",
                "41406.5"
            })
    void daysComeInManyForms(String text) {
        assertThat(value(SheetCast.SINCE.kind(), text)).isEqualTo(LocalDate.of(2013, 5, 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13-5-12",
                "12/5/2013",
                "2013-02-29",
                "2013年5月",
                "2013",
                "五月十二日",
                "201305",
                "2013-13-01",
                "99999999",
                "5月12日",
                "-1"
            })
    void aDayIsNeverGuessed(String text) {
        assertThat(fault(SheetCast.SINCE.kind(), text)).isEqualTo("sheet.cell.not-a-day");
    }

    @Test
    void daysHaveBounds() {
        assertThat(fault(SheetCast.SINCE.kind(), "1899-12-31")).isEqualTo("sheet.cell.day-out-of-range");
        assertThat(value(SheetCast.SINCE.kind(), "1900-01-01")).isEqualTo(LocalDate.of(1900, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "13900000000, 13900000000",
        "139 0000 0000, 13900000000",
        "+86 139-0000-0000, 13900000000",
        "8613900000000, 13900000000",
        "１３９００００００００, 13900000000",
        "0537-1234567, ",
        "0537-2234567, 0537-2234567",
        "(0537)2234567, 0537-2234567",
        "05372234567, 0537-2234567",
        "0537—2234567转801, 0537-2234567-801",
        "010-62345678, 010-62345678",
        "2234567, 2234567",
        "12345, 12345",
        "4001234567, 4001234567",
        "12900000000, ",
        "139000000001, ",
        "无, ",
        "0537-22345678901, "
    })
    void telephoneNumbersAreWrittenInOneWay(String text, @Nullable String expected) {
        if (expected == null) {
            assertThat(fault(PHONE.kind(), text)).isEqualTo("sheet.cell.not-a-phone");
        } else {
            assertThat(value(PHONE.kind(), text)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "是,true",
        "√,true",
        "✓,true",
        "1,true",
        "y,true",
        "YES,true",
        "TRUE,true",
        "１,true",
        "否,false",
        "×,false",
        "0,false",
        "N,false",
        "无,false"
    })
    void yesAndNoHaveManySigns(String text, boolean expected) {
        assertThat(value(SheetCast.LEADER.kind(), text)).isEqualTo(expected);
    }

    @Test
    void wholeNumbersStayWithinTheirBounds() {
        assertThat(value(HOUSEHOLDS.kind(), "12.0")).isEqualTo(12);
        assertThat(value(HOUSEHOLDS.kind(), "４０")).isEqualTo(40);
        assertThat(fault(HOUSEHOLDS.kind(), "41")).isEqualTo("sheet.cell.out-of-range");
        assertThat(fault(HOUSEHOLDS.kind(), "-1")).isEqualTo("sheet.cell.out-of-range");
        assertThat(fault(HOUSEHOLDS.kind(), "12.5")).isEqualTo("sheet.cell.not-whole");
        assertThat(fault(HOUSEHOLDS.kind(), "十二")).isEqualTo("sheet.cell.not-whole");
        assertThat(fault(HOUSEHOLDS.kind(), "99999999999")).isEqualTo("sheet.cell.not-whole");
        assertThat(value(Column.whole("n", "数", "N", 0, 9_999_999).kind(), "1,802,416"))
                .isEqualTo(1_802_416);
    }

    @Test
    void codesKeepAllTheirDigitsOrSayWhereTheyWereLost() {
        assertThat(value(VILLAGE.kind(), " 3708 2700 1001 ")).isEqualTo("370827001001");
        assertThat(fault(VILLAGE.kind(), "3.70827E+11")).isEqualTo("sheet.cell.shortened-code");
        assertThat(fault(VILLAGE.kind(), "37082700100")).isEqualTo("sheet.cell.not-a-code");
        assertThat(fault(VILLAGE.kind(), "37082700100O")).isEqualTo("sheet.cell.not-a-code");
    }

    @Test
    void choicesGoByWordOrSynonymInBothLanguages() {
        for (var word : new String[] {"乡科级", "科级", "township", "Ｔｏｗｎｓｈｉｐ", "乡 科 级"}) {
            assertThat(value(RANK.kind(), word)).isEqualTo(SheetCast.Rank.TOWNSHIP);
        }
        assertThat(fault(RANK.kind(), "省级")).isEqualTo("sheet.cell.not-a-choice");
    }

    @Test
    void listsAreSplitAtEverySeparator() {
        assertThat(value(SKILLS.kind(), "养殖、法律，电工,种菜; 法律；\n会计")).isEqualTo(List.of("养殖", "法律", "电工", "种菜", "会计"));
        assertThat(fault(SKILLS.kind(), "一、二、三、四、五、六")).isEqualTo("sheet.cell.too-many");
        assertThat(fault(SKILLS.kind(), "会计、一二三四五六七八九十百")).isEqualTo("sheet.cell.too-long");
    }

    @Test
    void lengthCountsCharactersNotUnits() {
        assertThat(value(new Kind.Text(2), "𠮷野")).isEqualTo("𠮷野");
        assertThat(fault(new Kind.Text(2), "𠮷野家")).isEqualTo("sheet.cell.too-long");
    }

    @Test
    void everyFaultSaysWhatWhereAndWhatToDo() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), """
                姓名,村代码,职级,联系户数,是否领导,参加日期,联系电话,特长
                ,3.70827E+11,省级,41,也许,昨天,无,一、二、三、四、五、六
                一二三四五六七八九十一二三四五六七八九十一,37,科员,x,是,1800-01-01,#N/A,会计
                """);
        try (var sheets = Sheets.open(file, Limits.OFFICE)) {
            var match = sheets.match(CADRES);
            var lines = sheets.lines(CADRES, match, Progress.UNSEEN).iterator();
            var first = lines.next();
            assertThat(first.good()).isFalse();
            assertThat(first.get(NAME)).isNull();
            assertThat(first.faults())
                    .extracting(fault -> fault.say(ZH))
                    .containsExactly(
                            "A2 姓名：没有填写。请填上；如果这里和上一行合并了单元格，请取消合并，每行都填。",
                            "B2 村代码：“3.70827E+11”被表格软件改成了科学记数，后面的数字已经丢失。请把这一列设为文本格式，重新填写 12 位代码。",
                            "C2 职级：“省级”不在可选的内容里。可以填：县级、乡科级、科员。",
                            "D2 联系户数：41 不在范围内，应在 0 到 40 之间。",
                            "E2 是否领导：“也许”看不出是或否。请写“是”或“否”。",
                            "F2 参加日期：“昨天”不是一个日期。请写成 2013-05-12 这样，年份写四位。",
                            "G2 联系电话：“无”不是电话号码。请写 11 位手机号，或者带区号的座机，如 0537-2345678。",
                            "H2 特长：一格里最多写 5 项。请减少几项。");
            assertThat(first.faults())
                    .allSatisfy(fault ->
                            assertThat(fault.say(EN)).startsWith(fault.cell()).doesNotContain("{"));
            assertThat(first.faults().get(2).say(EN)).endsWith("Allowed are: County, Township, Clerk.");
            var second = lines.next();
            assertThat(second.faults())
                    .extracting(Fault::key)
                    .containsExactly(
                            "sheet.cell.too-long",
                            "sheet.cell.not-a-code",
                            "sheet.cell.not-whole",
                            "sheet.cell.day-out-of-range",
                            "sheet.cell.excel-error");
            assertThat(second.fault(VILLAGE, "sheet.cell.missing").cell()).isEqualTo("B3");
            assertThat(second.faults()).hasSize(6);
        }
    }

    private static <T> T value(Kind<T> kind, String text) {
        return kind.read(Plain.trimmed(text)) instanceof Kind.Read.Good<T>(T value)
                ? value
                : org.assertj.core.api.Assertions.fail(text);
    }

    private static String fault(Kind<?> kind, String text) {
        return kind.read(text) instanceof Kind.Read.Bad<?>(String key, var _) ? key : "good";
    }
}
