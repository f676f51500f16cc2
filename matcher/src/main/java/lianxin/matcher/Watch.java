package lianxin.matcher;

/** Someone who waits for the answer: hears how far it is, and may call it off. Called on the solving thread, often. */
public interface Watch {

    /** This much of the stage is done. {@code total} may be 0 when the stage cannot know it. */
    void at(Stage stage, long done, long total);

    /** Whether the answer is no longer wanted; the solver then stops within milliseconds with {@link Cancelled}. */
    boolean cancelled();

    /** Nobody waits. */
    static Watch none() {
        return new Watch() {
            @Override
            public void at(Stage stage, long done, long total) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }
}
