package lianxin.region;

/**
 * What may have become of a place. A person decides; a name alone never does, for names repeat (辛庄村 stands eight times in one city).
 *
 * @param why what speaks for it
 */
public record Suggestion(Fate fate, DivisionRow target, Why why) {

    /** What speaks for a suggestion, the strongest first. */
    public enum Why {
        /** The only place that bears this name in the same township, before and after. */
        SAME_NAME_SAME_TOWNSHIP,
        /** The only place that bears this name in the township that took over this one's, as somebody decided. */
        SAME_NAME_SUCCEEDING_TOWNSHIP,
        /** The only place that bears this name in the same county, before and after. */
        SAME_NAME_SAME_COUNTY,
        /** A new place in the same township whose name shares a character. */
        NEW_NEARBY,
        /** The place next to it by code in the same township. */
        NEXT_BY_CODE;

        /** Whether it may be taken together with others of its kind, without a look at each. */
        public boolean sure() {
            return this == SAME_NAME_SAME_TOWNSHIP || this == SAME_NAME_SUCCEEDING_TOWNSHIP;
        }
    }
}
