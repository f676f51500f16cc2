/**
 * Access: who is asking, and what they may do where.
 *
 * <p>Deny by default: a handler without {@link lianxin.access.Needs} or {@link lianxin.access.Open} answers nobody.
 *
 * <ul>
 *   <li>Keeps: schema {@code access}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"platform", "region"})
package lianxin.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
