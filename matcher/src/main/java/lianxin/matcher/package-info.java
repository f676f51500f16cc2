/**
 * The matcher: who is each household's one contact.
 *
 * <p>Pure Java, no dependency, no clock, no SQL. Same input, same output on every machine and thread count.
 */
@NullMarked
package lianxin.matcher;

import org.jspecify.annotations.NullMarked;
