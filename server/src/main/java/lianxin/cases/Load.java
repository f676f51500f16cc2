package lianxin.cases;

/** What lies on a desk: open, over its time, and falling due within a week. A desk is an office, not a person. */
public record Load(String desk, int open, int late, int soon) {}
