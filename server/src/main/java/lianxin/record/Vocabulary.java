package lianxin.record;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of all leaves there can be: those the catalogue has a sentence for. A test sees to it that every piece of news has one. */
final class Vocabulary {

    private static final String PREFIX = "record.word.";

    static final List<String> WORDS = ResourceBundle.getBundle("messages.record", Locale.ENGLISH).keySet().stream()
            .filter(key -> key.startsWith(PREFIX))
            .map(key -> key.substring(PREFIX.length()))
            .sorted()
            .toList();

    private Vocabulary() {}
}
