/**
 * Privacy: which columns hold people’s data, what each says, why and on which legal basis it is kept, how long, who reads it in clear and how everybody
 * else sees it. One catalogue, from which the masks on the pages, the exports, what is posted on a board, the copy a household is given, erasure and
 * retention all take their answers. A test compares it with the database: a column nobody has accounted for does not get in.
 *
 * <p>Templates of every room ask here what they may show: {@code ${HEAD.shown(household.head(), page)}}.
 *
 * <ul>
 *   <li>Keeps: {@code privacy/columns.txt}, in the program
 *   <li>Decided in: ADR 0080
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Privacy",
        allowedDependencies = {"platform", "access"})
package lianxin.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
