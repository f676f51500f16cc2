package lianxin.cases;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What may be said and done, whoever asks. */
final class CaseRules {

    static final int WORDS = 1_000;
    static final int REASON = 500;

    private CaseRules() {}

    /** What was said, without what no screen shows; refused when nothing is left or it is too long. */
    static String said(@Nullable String words, int longest) {
        var said = words == null ? "" : plain(words);
        if (said.isEmpty() || said.length() > longest) {
            throw CaseRefusal.UNCLEAR.because(longest);
        }
        return said;
    }

    /** Words without what no screen shows. */
    static String plain(String words) {
        return words.replaceAll("[\\p{Cntrl}\\p{Cs}&&[^\\n]]+", " ").strip();
    }

    /** Refused unless a case may go from where it is to there. */
    static void leads(Case from, Stage to) {
        if (!Life.leads(from.stage(), to)) {
            throw CaseRefusal.NOT_FROM_HERE.because(from.number());
        }
    }

    /** A reply says what came of it; what is not solvable now is looked at again on a day to come, within a year. */
    static void sound(Outcome outcome, @Nullable LocalDate reviewOn, LocalDate today) {
        if ((outcome == Outcome.NOT_NOW) != (reviewOn != null)
                || reviewOn != null
                        && (!reviewOn.isAfter(today) || reviewOn.isAfter(today.plus(1, ChronoUnit.YEARS)))) {
            throw CaseRefusal.UNCLEAR.because(WORDS);
        }
    }
}
