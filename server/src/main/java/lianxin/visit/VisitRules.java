package lianxin.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lianxin.registry.Household;
import org.jspecify.annotations.Nullable;

/** What can be said of a visit, and what can be believed. */
final class VisitRules {

    /** Phones drift. More than ten minutes ahead is a wrong date, not a fast clock. */
    static final Duration CLOCK_SLACK = Duration.ofMinutes(10);

    static final int TOPICS = 8;
    static final int WORDS = 500;

    private VisitRules() {}

    /** What is said, in the one shape in which it is kept; refused with what is missing or does not fit together. */
    static Said sound(LogVisit said, Set<String> topics) {
        var talked = said.topics() == null
                ? List.<String>of()
                : said.topics().stream().distinct().toList();
        if (said.household() == null || said.way() == null || said.met() == null || said.finding() == null) {
            throw VisitRefusal.UNCLEAR.because("household, way, met, finding");
        }
        if ((said.finding() == Finding.NOBODY_HOME) != (said.met() == Met.NOBODY)) {
            throw VisitRefusal.UNCLEAR.because("met, finding");
        }
        if ((said.finding() == Finding.NEED) != (said.need() != null)) {
            throw VisitRefusal.UNCLEAR.because("finding, need");
        }
        if (talked.size() > TOPICS) {
            throw VisitRefusal.UNCLEAR.because("topics");
        }
        talked.forEach(topic -> known(topic, topics));
        var words = line(said.words(), "words", WORDS);
        String topic = null;
        String heard = null;
        if (said.need() != null) {
            topic = known(said.need().topic(), topics);
            heard = line(said.need().words(), "need.words", WORDS);
            if (heard.isEmpty()) {
                throw VisitRefusal.UNCLEAR.because("need.words");
            }
        }
        return new Said(
                said.household(),
                said.way(),
                said.met(),
                said.finding(),
                talked,
                words,
                topic,
                heard,
                said.occasion(),
                said.corrects());
    }

    /** Why it cannot simply be believed; null when it can. */
    static @Nullable Doubt doubt(
            Instant seenAt, Instant begin, Instant now, @Nullable Household household, boolean may) {
        if (household == null) {
            return Doubt.NO_HOUSEHOLD;
        }
        if (seenAt.isAfter(now.plus(CLOCK_SLACK))) {
            return Doubt.FUTURE;
        }
        if (seenAt.isBefore(begin)) {
            return Doubt.TOO_EARLY;
        }
        return may ? null : Doubt.NOT_CONTACT;
    }

    /** One line of at most {@code longest} characters; what no screen shows is left out. */
    static String line(@Nullable String words, String field, int longest) {
        var line = words == null
                ? ""
                : words.replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ").strip();
        if (line.length() > longest) {
            throw VisitRefusal.UNCLEAR.because(field);
        }
        return line;
    }

    private static String known(@Nullable String code, Set<String> codes) {
        if (code == null || !codes.contains(code)) {
            throw VisitRefusal.NO_SUCH_WORD.because(String.valueOf(code));
        }
        return code;
    }

    /** What {@link LogVisit} says, when it is sound. */
    record Said(
            UUID household,
            Way way,
            Met met,
            Finding finding,
            List<String> topics,
            String words,
            @Nullable String needTopic,
            @Nullable String needWords,
            @Nullable UUID occasion,
            @Nullable UUID corrects) {}
}
