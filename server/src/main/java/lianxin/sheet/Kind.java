package lianxin.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import lianxin.workbook.Plain;

/** What may stand in a column, and how it is understood. A blank cell is never asked. */
public sealed interface Kind<T> {

    /** What became of a text: the value, or why not and what to write instead (key of a message, and what fills it). */
    sealed interface Read<T> {
        record Good<T>(T value) implements Read<T> {}

        record Bad<T>(String key, List<Object> args) implements Read<T> {}

        static <T> Read<T> bad(String key, Object... args) {
            return new Bad<>("sheet.cell." + key, List.of(args));
        }
    }

    Read<T> read(String text);

    /** Names as they are typed: width and inner spaces are kept. */
    record Text(int longest) implements Kind<String> {
        @Override
        public Read<String> read(String text) {
            int length = text.codePointCount(0, text.length());
            return length <= longest
                    ? new Read.Good<>(text)
                    : Read.bad("too-long", String.valueOf(length), String.valueOf(longest));
        }
    }

    record Whole(int least, int most) implements Kind<Integer> {

        private static final Pattern GROUPS = Pattern.compile("[,\\s]");
        private static final Pattern WRITTEN = Pattern.compile("([+-]?\\d{1,9})(?:\\.0+)?");

        @Override
        public Read<Integer> read(String text) {
            var plain = WRITTEN.matcher(GROUPS.matcher(Plain.halfWidth(text)).replaceAll(""));
            if (!plain.matches()) {
                return Read.bad("not-whole", Fault.shortened(text));
            }
            int number = Integer.parseInt(plain.group(1));
            return number >= least && number <= most
                    ? new Read.Good<>(number)
                    : Read.bad("out-of-range", String.valueOf(number), String.valueOf(least), String.valueOf(most));
        }
    }

    record YesNo() implements Kind<Boolean> {
        @Override
        public Read<Boolean> read(String text) {
            return switch (Plain.halfWidth(text).toLowerCase(Locale.ROOT)) {
                case "是", "有", "对", "√", "✓", "✔", "☑", "1", "y", "yes", "t", "true" -> new Read.Good<>(true);
                case "否", "无", "不是", "没有", "×", "✗", "✘", "☐", "x", "0", "n", "no", "f", "false" ->
                    new Read.Good<>(false);
                default -> Read.bad("not-yes-no", Fault.shortened(text));
            };
        }
    }

    record Day(LocalDate first, LocalDate last) implements Kind<LocalDate> {
        @Override
        public Read<LocalDate> read(String text) {
            var day = Days.read(Plain.halfWidth(text));
            if (day == null) {
                return Read.bad("not-a-day", Fault.shortened(text));
            }
            return day.isBefore(first) || day.isAfter(last)
                    ? Read.bad("day-out-of-range", day.toString(), first.toString(), last.toString())
                    : new Read.Good<>(day);
        }
    }

    record Code(int digits) implements Kind<String> {

        private static final Pattern GAPS = Pattern.compile("[\\s']");
        private static final Pattern SCIENTIFIC = Pattern.compile("\\d+(\\.\\d+)?[eE]\\+?\\d+");

        @Override
        public Read<String> read(String text) {
            var plain = GAPS.matcher(Plain.halfWidth(text)).replaceAll("");
            if (plain.length() == digits && Plain.isDigits(plain)) {
                return new Read.Good<>(plain);
            }
            return SCIENTIFIC.matcher(plain).matches()
                    ? Read.bad("shortened-code", Fault.shortened(plain), String.valueOf(digits))
                    : Read.bad("not-a-code", Fault.shortened(text), String.valueOf(digits));
        }
    }

    record Phone() implements Kind<String> {
        @Override
        public Read<String> read(String text) {
            var number = Phones.read(Plain.halfWidth(text));
            return number == null ? Read.bad("not-a-phone", Fault.shortened(text)) : new Read.Good<>(number);
        }
    }

    /** One of some values, written as its Chinese or English word or a synonym; case, width and spaces do not matter. */
    record Choice<T>(List<Option<T>> options, Map<String, T> byWord) implements Kind<T> {

        private static final Pattern BLANKS = Pattern.compile("\\s");

        public Choice(List<Option<T>> options) {
            this(List.copyOf(options), words(options));
        }

        private static <T> Map<String, T> words(List<Option<T>> options) {
            Map<String, T> words = new HashMap<>();
            for (var option : options) {
                option.synonyms().forEach(word -> words.put(word(word), option.value()));
                words.put(word(option.english()), option.value());
                words.put(word(option.chinese()), option.value());
            }
            return Map.copyOf(words);
        }

        private static String word(String text) {
            return BLANKS.matcher(Plain.halfWidth(text).toLowerCase(Locale.ROOT))
                    .replaceAll("");
        }

        @Override
        public Read<T> read(String text) {
            var value = byWord.get(word(text));
            return value == null ? Read.bad("not-a-choice", Fault.shortened(text), words()) : new Read.Good<>(value);
        }

        /** The words offered, in the reader's language. */
        List<String> words(boolean chinese) {
            return options.stream()
                    .map(option -> chinese ? option.chinese() : option.english())
                    .toList();
        }

        /** How a value is written. */
        String word(Object value, boolean chinese) {
            return options.stream()
                    .filter(option -> option.value().equals(value))
                    .map(option -> chinese ? option.chinese() : option.english())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Not an option: " + value));
        }

        /** The first few of the words allowed, both languages where they differ. */
        private Object words() {
            var some = options.stream().limit(12).map(option -> new Fault.Word(option.chinese(), option.english()));
            return new Fault.Words(some.toList(), options.size() > 12);
        }
    }

    record Many<T>(Kind<T> each, int most) implements Kind<List<T>> {

        private static final Pattern SEPARATORS = Pattern.compile("[、，,;；\\n]");

        @Override
        public Read<List<T>> read(String text) {
            List<T> values = new ArrayList<>();
            for (var part : SEPARATORS.split(text, -1)) {
                if (part.isBlank()) {
                    continue;
                }
                switch (each.read(Plain.trimmed(part))) {
                    case Read.Good<T>(T value) -> {
                        if (!values.contains(value)) {
                            values.add(value);
                        }
                    }
                    case Read.Bad<T>(var key, var args) -> {
                        return new Read.Bad<>(key, args);
                    }
                }
                if (values.size() > most) {
                    return Read.bad("too-many", String.valueOf(most));
                }
            }
            return new Read.Good<>(List.copyOf(values));
        }
    }
}
