package lianxin.matcher;

/** What came of it: an assignment proven cheapest, the reason why there is none, or nothing because it was called off. */
public sealed interface Outcome permits Matched, Infeasible, Cancelled {}
