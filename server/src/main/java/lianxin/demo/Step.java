package lianxin.demo;

/** What is made, in this order; each step is kept before the next begins, and may be begun anew. */
enum Step {
    PLACES,
    ACCOUNTS,
    UNITS,
    CADRES,
    HOUSEHOLDS,
    GROUNDS,
    LAST_YEAR,
    KINSHIP,
    PROPOSAL,
    ADOPTION,
    STORIES,
    DISPUTES,
    DEEDS,
    CHECK
}
