package lianxin.cases;

/** What a case is by law. A complaint about a cadre is no case: it goes its own way, where neither he nor his unit can see it. */
public enum Kind {
    /** Something to be done (求助). */
    SERVICE,
    /** Something that could be better (建议). */
    SUGGESTION,
    /** A family that may be falling into hardship (困难线索). */
    HARDSHIP,
    /** Two who do not agree (矛盾纠纷): to mediation only if both want it. */
    DISPUTE,
    /** To be handed over to the office for petitions (信访), with the deadlines of the regulation of 2022. */
    PETITION,
    /** Danger: 110, 119 or 120 first, and a desk at once. */
    EMERGENCY
}
