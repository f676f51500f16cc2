package lianxin.platform;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pinyin initials, so that 济宁市 is found by jns and 单建国 by sjg.
 *
 * <p>Each character is read by itself, as ICU reads it; a surname is read as surnames are (单 as shàn, 曾 as zēng), which is where the two
 * differ most. Letters and digits stand for themselves in lower case, everything else is left out.
 */
public final class Initials {

    private static final Transliterator LATIN = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
    private static final Map<Integer, String> READ = new ConcurrentHashMap<>();

    private static final Map<String, String> COMPOUND = Map.ofEntries(
            Map.entry("尉迟", "yc"),
            Map.entry("万俟", "mq"),
            Map.entry("长孙", "zs"),
            Map.entry("澹台", "tt"),
            Map.entry("单于", "cy"),
            Map.entry("宗政", "zz"));

    private static final Map<String, String> SURNAME = Map.ofEntries(
            Map.entry("单", "s"),
            Map.entry("曾", "z"),
            Map.entry("解", "x"),
            Map.entry("仇", "q"),
            Map.entry("区", "o"),
            Map.entry("查", "z"),
            Map.entry("翟", "z"),
            Map.entry("乐", "y"),
            Map.entry("盖", "g"),
            Map.entry("朴", "p"),
            Map.entry("种", "c"),
            Map.entry("繁", "p"),
            Map.entry("缪", "m"),
            Map.entry("覃", "q"),
            Map.entry("员", "y"),
            Map.entry("贠", "y"),
            Map.entry("祭", "z"),
            Map.entry("召", "s"),
            Map.entry("折", "s"),
            Map.entry("秘", "b"),
            Map.entry("句", "g"),
            Map.entry("谌", "c"),
            Map.entry("晁", "c"),
            Map.entry("郇", "x"),
            Map.entry("逄", "p"),
            Map.entry("洗", "x"),
            Map.entry("冼", "x"),
            Map.entry("车", "c"),
            Map.entry("石", "s"),
            Map.entry("沈", "s"),
            Map.entry("叶", "y"),
            Map.entry("贾", "j"),
            Map.entry("薄", "b"),
            Map.entry("柏", "b"),
            Map.entry("阚", "k"),
            Map.entry("隗", "k"),
            Map.entry("牟", "m"),
            Map.entry("宓", "m"),
            Map.entry("郗", "x"),
            Map.entry("臧", "z"),
            Map.entry("令", "l"),
            Map.entry("卜", "b"),
            Map.entry("俞", "y"),
            Map.entry("尹", "y"),
            Map.entry("褚", "c"),
            Map.entry("宁", "n"),
            Map.entry("万", "w"),
            Map.entry("那", "n"),
            Map.entry("尉", "w"));

    private Initials() {}

    /** Behind everything that begins with {@code words}, in the order of characters. */
    public static String beyond(String words) {
        return words + Character.toString(Character.MAX_CODE_POINT);
    }

    /** The initials of a place, an organisation or a word. */
    public static String of(String text) {
        var initials = new StringBuilder(text.length());
        text.codePoints().forEach(c -> initials.append(first(c)));
        return initials.toString();
    }

    /** The initials of a person: the surname comes first and is read as a surname. */
    public static String ofPerson(String name) {
        for (int length = 2; length > 0; length--) {
            if (name.length() > length || name.length() == 1) {
                var surname = name.substring(0, Math.min(length, name.length()));
                var read = length == 2 ? COMPOUND.get(surname) : SURNAME.get(surname);
                if (read != null) {
                    return read + of(name.substring(surname.length()));
                }
            }
        }
        return of(name);
    }

    private static String first(int character) {
        return character < 0x80 && Character.isLetterOrDigit(character)
                ? Character.toString(character).toLowerCase(Locale.ROOT)
                : Objects.requireNonNull(READ.computeIfAbsent(character, Initials::read));
    }

    private static String read(int character) {
        if (!Character.isLetterOrDigit(character)) {
            return "";
        }
        var latin = LATIN.transliterate(Character.toString(character));
        return latin.isEmpty() || !Character.isLetterOrDigit(latin.codePointAt(0))
                ? ""
                : latin.substring(0, latin.offsetByCodePoints(0, 1));
    }
}
