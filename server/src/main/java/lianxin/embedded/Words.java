package lianxin.embedded;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** The room's sentences, in the language of the terminal. Spring is not up yet when they are needed. */
final class Words {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle(
            "messages/embedded",
            Locale.getDefault().getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Words() {}

    static String say(String key, Object... facts) {
        var asText = Arrays.stream(facts).map(String::valueOf).toArray();
        return new MessageFormat(WORDS.getString("embedded." + key), Locale.ROOT).format(asText);
    }
}
