package lianxin.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may hang on a wall. */
class PublicTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "电话13805371234",
                "138 0537 1234",
                "138-0537-1234",
                "１３８０５３７１２３４",
                "一三八零五三七一二三四",
                "幺三八〇五三七幺二三四",
                "0537-6212345",
                "6212345",
                "999999199001010014",
                "99999919900101001X",
                "9999 9919 9001 0100 14",
                "6222020200001234567",
                "王庄12号",
                "3栋2单元101室",
                "幸福路8号院"
            })
    void refused(String words) {
        assertThatThrownBy(() -> PublicText.words(words)).hasMessageContaining("not-for-a-board");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026年固定联系人公示",
                "鱼组发〔2026〕12号",
                "公示期：2026-11-26至2026-12-02",
                "第3号公告",
                "共 1,204 户，3 组",
                "监督：村务监督委员会",
                ""
            })
    void goesOnTheWall(String words) {
        assertThat(PublicText.words(words).text()).isEqualTo(words);
    }

    @Test
    void valuesComeMaskedOrNotAtAll() {
        assertThat(PublicText.of(Datum.HEAD, "欧阳金凤").text()).isEqualTo("欧*凤");
        assertThat(PublicText.of(Datum.HEAD, "王建国13805371234").text()).isEqualTo("王*4");
        assertThat(PublicText.of(Datum.PLACE, "九号村").text()).isEqualTo("九号村");
        assertThatThrownBy(() -> PublicText.of(Datum.PLACE, "王庄13805371234")).hasMessageContaining("not-for-a-board");
        assertThatThrownBy(() -> PublicText.of(Datum.CADRE, "张三 999999199001010014"))
                .hasMessageContaining("not-for-a-board");
    }

    @ParameterizedTest
    @EnumSource(names = {"ID_NUMBER", "PHONE", "SEALED", "NEED", "WORDS", "FAMILY", "WORK_PHONE"})
    void whatIsNeverPostedHasNoWayThere(Datum datum) {
        assertThatThrownBy(() -> PublicText.of(datum, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRoleThatDoesNotReadItNeitherChoosesByItNorCarriesItAway() {
        Datum.NEED.mustBeReadBy(lianxin.access.Role.TOWNSHIP);
        assertThatThrownBy(() -> Datum.NEED.mustBeReadBy(lianxin.access.Role.SUPERVISOR))
                .hasMessageContaining("not-read-by-you");
    }
}
