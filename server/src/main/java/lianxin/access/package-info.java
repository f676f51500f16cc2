/**
 * Access: who is asking, what they may do where, and the trail of what was done.
 *
 * <p>Deny by default: a handler without {@link lianxin.access.Needs} or {@link lianxin.access.Open} answers nobody.
 *
 * <ul>
 *   <li>Keeps: schema {@code access}
 *   <li>Hears, in the transaction that tells it: all {@link lianxin.platform.News} (no trail, no deed), and {@link
 *       lianxin.region.RegionRedrawn}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"platform", "region"})
package lianxin.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
