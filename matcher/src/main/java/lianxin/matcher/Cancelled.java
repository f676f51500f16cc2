package lianxin.matcher;

/** The watch no longer wanted an answer. */
public record Cancelled() implements Outcome {}
