package lianxin.sheet;

import static lianxin.sheet.SheetCast.CADRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lianxin.platform.Refusal;
import lianxin.sheet.HeaderMatch.Found;
import lianxin.sheet.HeaderMatch.Question;
import lianxin.sheet.HeaderMatch.Sureness;
import lianxin.workbook.Limits;
import lianxin.workbook.Progress;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderMatchTest {

    @TempDir
    Path folder;

    @Test
    void ownWordsInBothLanguagesAndWidthsAreExact() throws IOException {
        for (var header :
                new String[] {"姓名,村代码", "Name,Village code", "姓 名*,村代码（12位）", "ＮＡＭＥ,village_code", "【姓名】,村代码："}) {
            var match = match(header + "\n");
            assertThat(match.settled()).as(header).isTrue();
            assertThat(match.found().subList(0, 2)).extracting(Found::sureness).containsOnly(Sureness.EXACT);
        }
    }

    @Test
    void synonymsAreSure() throws IOException {
        assertThat(found("干部姓名,行政区划代码,联系电话", "phone")).isEqualTo(new Found("phone", 2, Sureness.SYNONYM, 0.95, false));
    }

    @Test
    void whatOnlyLooksAlikeIsAsked() throws IOException {
        var match = match("联系干部姓名,村代码,联系户数量\n");
        assertThat(match.settled()).isFalse();
        assertThat(match.questions())
                .extracting(Question::column, Question::guess, Question::sureness)
                .containsExactly(tuple("name", 0, Sureness.SIMILAR), tuple("households", 2, Sureness.SIMILAR));
        assertThat(match.choose("name", 0).choose("households", -1).settled()).isTrue();
        assertThat(match("Nmae,Village code\n").questions())
                .extracting(Question::guess)
                .containsExactly(0);
    }

    @Test
    void aRequiredColumnThatIsNowhereIsAskedUntilItIsFound() throws IOException {
        var match = match("姓名,代号甲\n");
        assertThat(match.questions()).containsExactly(new Question("village", Sureness.ABSENT, -1, 0, true));
        assertThat(match.choose("village", -1).settled()).isFalse();
        assertThat(match.choose("village", 1).settled()).isTrue();
        refuses("sheet-unsettled-header", () -> open("姓名,代号甲\n1,2\n").lines(CADRES, match, Progress.UNSEEN));
    }

    @Test
    void twoSynonymsForOneColumnAreAsked() throws IOException {
        var match = match("姓名,村代码,电话,联系电话\n");
        assertThat(match.questions())
                .extracting(Question::column, Question::sureness)
                .containsExactly(tuple("phone", Sureness.AMBIGUOUS));
        assertThat(match.choose("phone", 3).settled()).isTrue();
    }

    @Test
    void oneHeaderCannotBeTwoColumns() throws IOException {
        var chosen = match("姓名,村代码,电话\n").choose("name", 2);
        assertThat(chosen.found().stream().filter(one -> one.at() == 2))
                .extracting(Found::column)
                .containsExactly("name");
    }

    @Test
    void theSameHeaderTwiceIsRefusedWhenItIsOneOfOurs() throws IOException {
        refuses("sheet-duplicate-header", () -> match("姓名,村代码,姓名\n"));
        refuses("sheet-duplicate-header", () -> match("姓名,村代码,姓 名（必填）\n"));
        assertThat(match("姓名,村代码,备注,备注\n").settled()).isTrue();
    }

    @Test
    void answersAreKeptForTheNextFile() throws IOException {
        var kept = match("谁的姓名,哪个村\n").choose("name", 0).choose("village", 1);
        try (var sheets = open("序号,谁的姓名,哪个村\n1,王桂英,370827001001\n")) {
            var match = sheets.match(CADRES, kept);
            assertThat(match.settled()).isTrue();
            assertThat(match.found().getFirst()).isEqualTo(new Found("name", 1, Sureness.CHOSEN, 1, true));
        }
        try (var sheets = open("谁的姓名,哪个村\n王桂英,370827001001\n")) {
            assertThat(sheets.match(CADRES, kept)).isEqualTo(kept);
        }
    }

    @Test
    void aMatchOfAnotherFileIsNotAppliedBlindly() throws IOException {
        var other = match("村代码,姓名\n");
        try (var sheets = open("姓名,村代码\n王桂英,370827001001\n")) {
            refuses(
                    "sheet-other-header",
                    () -> sheets.lines(CADRES, other, Progress.UNSEEN)
                            .iterator()
                            .hasNext());
        }
    }

    @Test
    void whatSomebodyChoseIsStrongerThanOurOwnWords() throws IOException {
        var kept = match("姓名,村代码,电话\n").choose("village", 0);
        try (var sheets = open("姓名,村代码\n")) {
            var match = sheets.match(CADRES, kept);
            assertThat(match.found().get(1)).isEqualTo(new Found("village", 0, Sureness.CHOSEN, 1, true));
            assertThat(match.found().getFirst().at()).isEqualTo(-1);
        }
    }

    @Test
    void theRowThatSaysMostIsTheHeader() throws IOException {
        assertThat(match("姓名,怎么填\n姓名,村代码,职级\n姓名,村代码\n").row()).isEqualTo(2);
    }

    @Test
    void aHeaderBelowTheTenthRowIsNotSearched() throws IOException {
        refuses("sheet-no-header", () -> match("标题\n".repeat(10) + "姓名,村代码\n"));
        assertThat(match("标题\n".repeat(9) + "姓名,村代码\n").row()).isEqualTo(10);
    }

    private Sheets open(String csv) throws IOException {
        return Sheets.open(Files.writeString(folder.resolve("a.csv"), csv), Limits.OFFICE);
    }

    private HeaderMatch match(String csv) throws IOException {
        try (var sheets = open(csv)) {
            return sheets.match(CADRES);
        }
    }

    private Found found(String header, String key) throws IOException {
        return match(header + "\n").found().get(CADRES.place(key));
    }

    private static void refuses(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.kind().code()).isEqualTo(code));
    }
}
