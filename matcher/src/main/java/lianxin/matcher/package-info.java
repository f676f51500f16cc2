/**
 * The matcher: who is each household's one contact.
 *
 * <p>Pure Java, no dependency, no clock, no SQL. Same input, same output on every machine and thread count. Begin with {@link lianxin.matcher.Problem},
 * which has an example of five lines, and {@link lianxin.matcher.Matcher}; {@code docs/matcher.md} explains the method and names the papers.
 */
@NullMarked
package lianxin.matcher;

import org.jspecify.annotations.NullMarked;
