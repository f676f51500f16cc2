package lianxin.vault;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The vault does not open: a key is missing or wrong, a value was changed or moved. Never carries a value or a key. The words are in the room’s
 * bundle under {@code vault.locked.REASON}; it may be thrown before Spring has any.
 */
public final class Locked extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    Locked(String reason, Object... facts) {
        super(say(reason, facts));
        this.reason = reason;
    }

    /** What is the matter, as a word of the code. */
    public String reason() {
        return reason;
    }

    /** What to do about it. */
    String remedy() {
        return say(reason + ".do");
    }

    private static String say(String key, Object... facts) {
        var words = ResourceBundle.getBundle(
                "messages/vault",
                Locale.getDefault().getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return MessageFormat.format(words.getString("vault.locked." + key), facts);
    }
}
