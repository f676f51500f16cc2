/**
 * What we measure, each beside its peer in the same run. One subcommand of {@link lianxin.bench.Bench} is one benchmark; it prints what it
 * measured as a table of {@code docs/performance.md}. Nothing here runs in the tests or for people.
 */
@NullMarked
package lianxin.bench;

import org.jspecify.annotations.NullMarked;
