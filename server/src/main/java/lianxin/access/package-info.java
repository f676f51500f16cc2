/**
 * Access: who is asking, what they may do where, and the trail of what was done.
 *
 * <p>Deny by default: a handler without {@link lianxin.access.Needs} or {@link lianxin.access.Open} answers nobody.
 *
 * <ul>
 *   <li>Keeps: schema {@code access}
 *   <li>Hears: all {@link lianxin.platform.News}, in the transaction that makes it (no trail, no deed)
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"platform", "region"})
package lianxin.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
