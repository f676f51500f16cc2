package lianxin.sheet;

import java.util.List;

/**
 * One of the values a column allows, as people write it and as the program knows it.
 *
 * @param synonyms other ways of writing it that are understood but not offered
 */
public record Option<T>(T value, String chinese, String english, List<String> synonyms) {

    public Option {
        synonyms = List.copyOf(synonyms);
    }

    public static <T> Option<T> of(T value, String chinese, String english, String... synonyms) {
        return new Option<>(value, chinese, english, List.of(synonyms));
    }
}
