package lianxin.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One way of writing each value, and what is no such value. Numbers of the address code 999999 belong to nobody. */
class ShapeTest {

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, 11010519491231002X", // the example of GB 11643-1999
        "11010519491231002x, 11010519491231002X",
        "' 110105 19491231 002X ', 11010519491231002X",
        "１１０１０５１９４９１２３１００２Ｘ, 11010519491231002X",
        "110105491231002, 11010519491231002X"
    })
    void identityNumbers(String written, String kept) {
        assertThat(Shape.ID_NUMBER.tidy(written)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "110105194912310021", "1101051949123100", "11010519491231002XX", "X1010519491231002X"})
    void notIdentityNumbers(String written) {
        assertThat(Shape.ID_NUMBER.tidy(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "13812345678, 13812345678",
        "+86 138-1234-5678, 13812345678",
        "0086 13812345678, 13812345678",
        "8613812345678, 13812345678",
        "１３８１２３４５６７８, 13812345678",
        "(0537) 6211234, 05376211234",
        "6211234, 6211234"
    })
    void telephones(String written, String kept) {
        assertThat(Shape.PHONE.tidy(written)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "138123456", "1381234567890", "12"})
    void notTelephones(String written) {
        assertThat(Shape.PHONE.tidy(written)).isEmpty();
    }

    @Test
    void masked() {
        assertThat(Shape.PHONE.masked("13812345678")).isEqualTo("138****5678");
        assertThat(Shape.PHONE.masked("05376211234")).isEqualTo("*******1234");
        assertThat(Shape.ID_NUMBER.masked("11010519491231002X")).isEqualTo("**************002X");
        assertThat(Shape.TEXT.masked("说了什么")).isEqualTo("***");
    }
}
