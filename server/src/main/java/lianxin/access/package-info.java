/**
 * Access: who is asking, and what they may do where. How they proved who they are is {@code signin}.
 *
 * <p>Deny by default: a handler without {@link lianxin.access.Needs} or {@link lianxin.access.Open} answers nobody.
 *
 * <ul>
 *   <li>Keeps: schema {@code access}
 *   <li>Tells: {@link lianxin.access.AccountChanged}, {@link lianxin.access.MandateChanged}, {@link lianxin.access.MandateUsed},
 *       {@link lianxin.access.PasswordChosen}
 *   <li>Hears, in the transaction that tells it: {@link lianxin.region.RegionRedrawn}
 *   <li>Asks: {@link lianxin.access.Posts}, which the registry answers
 *   <li>Decided in: ADR 0060 (mandates), ADR 0062 (scope in the database)
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"platform", "region", "scope"})
package lianxin.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
