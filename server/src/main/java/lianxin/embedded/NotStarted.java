package lianxin.embedded;

/** The database cannot run here, for a reason a person can do something about: what is the matter, and what to do. */
public final class NotStarted extends RuntimeException {

    private final String remedy;

    private NotStarted(String matter, String remedy) {
        super(matter);
        this.remedy = remedy;
    }

    /** The two sentences stand in the message bundle as {@code embedded.KEY} and {@code embedded.KEY.do}. */
    static NotStarted because(String key, Object... facts) {
        return new NotStarted(Words.say(key, facts), Words.say(key + ".do", facts));
    }

    /** What the person at the terminal can do about it. */
    public String remedy() {
        return remedy;
    }
}
