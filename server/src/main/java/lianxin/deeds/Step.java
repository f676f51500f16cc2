package lianxin.deeds;

import java.time.Instant;

/** What was said of a deed, with the count of answers as it stood then. */
public record Step(Stage stage, String words, int asked, int yes, int no, Instant at) {}
