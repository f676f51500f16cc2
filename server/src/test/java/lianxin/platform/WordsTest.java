package lianxin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class WordsTest {

    private static final Pattern FORM = Pattern.compile("\\[(\\d)\\|[^|\\]]+\\|[^|\\]]+]");

    @Test
    void oneIsNotMany() {
        var texts = new StaticMessageSource();
        texts.addMessage("k", Locale.ENGLISH, "{0} [0|household has|households have] {1} [1|cadre|cadres]");
        texts.addMessage("k", Locale.CHINESE, "{0} 户有 {1} 名干部");
        var english = new Words(texts, Locale.ENGLISH);
        assertThat(english.t("k", "1", 2)).isEqualTo("1 household has 2 cadres");
        assertThat(english.t("k", "1,001", 1)).isEqualTo("1,001 households have 1 cadre");
        assertThat(english.t("k", "[7|a|$1]", 0))
                .as("what people write is left alone")
                .contains("$1 households");
        assertThat(new Words(texts, Locale.CHINESE).t("k", "1", 2)).isEqualTo("1 户有 2 名干部");
    }

    @Test
    void aNameIsItsOwnText() {
        var english = new Words(new StaticMessageSource(), Locale.ENGLISH);
        assertThat(english.textOr("O'Hara {0} {x}.xlsx")).isEqualTo("O'Hara {0} {x}.xlsx");
    }

    @Test
    void everyFormIsWellFormed() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            Properties texts = PropertiesLoaderUtils.loadProperties(new EncodedResource(file, "UTF-8"));
            texts.forEach((key, text) -> {
                var rest = FORM.matcher(text.toString()).replaceAll("");
                assertThat(rest).as("%s", key).doesNotContain("|");
            });
        }
    }
}
