package lianxin.cases;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What words are about, by the pairs of characters in them: a multinomial naive Bayes model with Lidstone smoothing. Most Chinese words have two characters, so
 * pairs do without a dictionary; single characters help where a sentence is short.
 */
final class WordModel {

    private static final double SMOOTH = 0.2;
    /** A suggestion is made when it is this many times as likely as the next. */
    private static final double CLEARLY = Math.log(1.5);

    private final Map<String, Map<String, Integer>> seen = new TreeMap<>();
    private final Map<String, Integer> total = new HashMap<>();
    private final Map<String, Integer> vocabulary = new HashMap<>();

    private WordModel() {}

    static WordModel of(Stream<Said> sentences) {
        var model = new WordModel();
        sentences.forEach(model::learn);
        return model;
    }

    private void learn(Said said) {
        var counts = seen.computeIfAbsent(said.category(), _ -> new HashMap<>());
        for (var part : parts(said.words())) {
            counts.merge(part, 1, Integer::sum);
            vocabulary.merge(part, 1, Integer::sum);
            total.merge(said.category(), 1, Integer::sum);
        }
    }

    /** The category the words are most likely about; empty when none is clearly likelier than the others, or nothing in them is known. */
    Optional<String> suggest(String words) {
        var known = parts(words).stream().filter(vocabulary::containsKey).toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var ranked = seen.keySet().stream()
                .map(category -> Map.entry(category, likelihood(category, known)))
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(2)
                .toList();
        return ranked.size() == 2
                        && ranked.getFirst().getValue() - ranked.getLast().getValue() < CLEARLY
                ? Optional.empty()
                : Optional.of(ranked.getFirst().getKey());
    }

    /** All categories are taken as equally frequent: a rare one is not drowned by a common one. */
    private double likelihood(String category, List<String> parts) {
        var counts = seen.getOrDefault(category, Map.of());
        var whole = total.getOrDefault(category, 0) + SMOOTH * vocabulary.size();
        return parts.stream()
                .mapToDouble(part -> Math.log((counts.getOrDefault(part, 0) + SMOOTH) / whole))
                .sum();
    }

    private static List<String> parts(String words) {
        var plain = words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
        return Stream.concat(
                        IntStream.range(0, plain.length()).mapToObj(i -> plain.substring(i, i + 1)),
                        IntStream.range(0, Math.max(0, plain.length() - 1)).mapToObj(i -> plain.substring(i, i + 2)))
                .distinct()
                .toList();
    }

    /** A sentence, and what somebody said it is about. */
    record Said(String category, String words) {}
}
