package lianxin.deeds;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import lianxin.access.Caller;
import lianxin.privacy.PublicText;
import org.jspecify.annotations.Nullable;

/** What may be promised, whose promise it is, and what the answers come to. */
final class DeedRules {

    static final int TITLE = 60;
    static final int WORDS = 500;
    static final int FUND = 120;
    static final int NAME = 200;
    static final long COST = 9_999_999_999L;

    /** A promise further off than this is a plan. */
    static final int YEARS = 5;

    private DeedRules() {}

    /** Words fit for a notice board, without what no screen shows; refused when too long, empty where something must be said, or with a person’s number in them. */
    static String shown(@Nullable String words, int longest, boolean needed) {
        var said = words == null
                ? ""
                : words.replaceAll("[\\p{Cntrl}\\p{Cs}&&[^\\n]]+", " ").strip();
        if (needed && said.isEmpty() || said.length() > longest) {
            throw DeedRefusal.UNCLEAR.because(longest);
        }
        return PublicText.words(said).text();
    }

    /** The promise as it will hang; refused when its day is over or years away, or money has no source. */
    static PromiseDeed sound(PromiseDeed wish, LocalDate today) {
        var fund = shown(wish.fund(), FUND, wish.cost() != null);
        if (wish.dueOn().isBefore(today)
                || wish.dueOn().isAfter(today.plus(YEARS, ChronoUnit.YEARS))
                || wish.cost() != null && (wish.cost() < 0 || wish.cost() > COST)) {
            throw DeedRefusal.UNCLEAR.because(TITLE);
        }
        return new PromiseDeed(
                wish.id(),
                wish.place(),
                shown(wish.title(), TITLE, true),
                shown(wish.words(), WORDS, false),
                wish.dueOn(),
                wish.cost(),
                fund);
    }

    /** Whether it was promised in the post the caller acts in: the same body, and for a unit the same unit. */
    static boolean his(Deed deed, Caller caller) {
        return Promiser.of(caller).filter(deed.promiser()::equals).isPresent()
                && (deed.unit() == null || deed.unit().equals(caller.unit()))
                && caller.ground().covers(deed.ground());
    }

    /** How many of so many households must answer: the share and the least number the rule names, but never more than there are. */
    static int needed(int asked, Pace pace) {
        var share = (asked * pace.answersPercent() + 99) / 100;
        return Math.max(1, Math.min(asked, Math.max(pace.answersLeast(), share)));
    }

    /** What the answers come to when the asking is over. */
    static Stage verdict(Deed deed) {
        var use = deed.stage().use();
        if (deed.answered() < deed.needed()) {
            return use ? Stage.USE_UNANSWERED : Stage.UNANSWERED;
        }
        return deed.yes() * 100L > (long) deed.answered() * deed.yesPercent()
                ? use ? Stage.KEPT : Stage.CONFIRMED
                : use ? Stage.OUT_OF_USE : Stage.DISPUTED;
    }

    /** Where time takes a deed on {@code today}; null when nowhere. Late answers that have become enough are counted before the next question is asked. */
    static @Nullable Stage next(Deed deed, LocalDate today) {
        return switch (deed.stage()) {
            case DONE, USE_ASKED, PUT_RIGHT -> over(deed, today) ? verdict(deed) : null;
            case UNANSWERED -> enough(deed) ? verdict(deed) : toBeUsed(deed, today) ? Stage.USE_ASKED : null;
            case USE_UNANSWERED -> enough(deed) ? verdict(deed) : null;
            case CONFIRMED -> toBeUsed(deed, today) ? Stage.USE_ASKED : null;
            case PROMISED, DISPUTED, KEPT, OUT_OF_USE, DROPPED -> null;
        };
    }

    private static boolean over(Deed deed, LocalDate today) {
        return deed.askUntil() != null && deed.askUntil().isBefore(today);
    }

    private static boolean enough(Deed deed) {
        return deed.answered() >= deed.needed();
    }

    private static boolean toBeUsed(Deed deed, LocalDate today) {
        return deed.useOn() != null && !deed.useOn().isAfter(today);
    }
}
