package lianxin.ledger;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The room's sentences, in the language of the terminal: a verifier has no Spring. */
final class Say {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle(
            "messages/ledger",
            Locale.getDefault().getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Say() {}

    static String it(String key, @Nullable Object... facts) {
        var asText = Arrays.stream(facts).map(String::valueOf).toArray();
        return new MessageFormat(WORDS.getString("ledger." + key), Locale.ROOT).format(asText);
    }
}
