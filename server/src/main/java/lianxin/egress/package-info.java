/**
 * Egress: the one way out. Whatever the house calls, it calls through here, and only where its operator has said it may.
 *
 * <ul>
 *   <li>Offers: {@link lianxin.egress.Outward}, to rooms that tell machines elsewhere; {@link lianxin.egress.Signature}, by which either side knows the other
 *   <li>Keeps: nothing; where one may go is in the settings, {@code lianxin.egress}
 *   <li>Decided in: ADR 0064
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Egress",
        allowedDependencies = {})
package lianxin.egress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
