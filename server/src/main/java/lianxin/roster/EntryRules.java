package lianxin.roster;

import java.time.LocalDate;

/** What holds for every entry an office keeps, whatever it is of. Pure. */
public final class EntryRules {

    private static final int LONGEST_KEY = 40;

    private EntryRules() {}

    public static void keyed(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw RosterRefusal.NOT_A_KEY.because(key);
        }
    }

    /** @param added whether it could be written under its key */
    public static void fresh(boolean added, String key) {
        if (!added) {
            throw RosterRefusal.KEY_TAKEN.because(key);
        }
    }

    public static void named(String name, int longest) {
        if (name.isEmpty() || name.length() > longest) {
            throw RosterRefusal.NAME_MISSING.because(longest);
        }
    }

    /** Nobody has changed the entry since the caller saw it. */
    public static void unchanged(int version, int seen, String key) {
        if (version != seen) {
            throw RosterRefusal.CHANGED_MEANWHILE.because(key);
        }
    }

    /** A change holds from a day that has come, and not from before the last change: history is added to, never rewritten. */
    public static void timely(LocalDate day, LocalDate lastChange, LocalDate today) {
        if (day.isAfter(today)) {
            throw RosterRefusal.DAY_TO_COME.because(day);
        }
        if (day.isBefore(lastChange)) {
            throw RosterRefusal.DAY_TOO_EARLY.because(day, lastChange);
        }
    }

    /** Whoever ends has been in scope for a day at least. */
    public static void ending(LocalDate day, LocalDate since) {
        if (!day.isAfter(since)) {
            throw RosterRefusal.DAY_TOO_EARLY.because(day, since.plusDays(1));
        }
    }
}
