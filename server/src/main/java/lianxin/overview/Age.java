package lianxin.overview;

import java.time.Instant;

/**
 * How old figures are.
 *
 * @param checked since when none of them has gone unlooked at
 * @param changed when one of them was last looked at because something changed
 */
public record Age(Instant checked, Instant changed) {}
