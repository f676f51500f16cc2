/**
 * Region: which place is in which, and since when.
 *
 * <p>A place has an identity of its own; its 12-digit code, name and parent hold for a stretch of time, because villages merge, split
 * and are renamed (Wenshang had 493 villages in 2013 and 372 in 2023). The code is how files name a place, and, kept as a number, how a
 * subtree is one index range.
 *
 * <ul>
 *   <li>Keeps: schema {@code region}
 *   <li>Tells: {@link lianxin.region.RegionRedrawn}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Region",
        allowedDependencies = {"platform"})
package lianxin.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
