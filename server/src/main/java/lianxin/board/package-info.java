/**
 * Board: what hangs on a village’s notice board: whose contact is whom. Most of what leaks of villagers’ data in this country leaks here, so a sheet is
 * made of {@link lianxin.privacy.PublicText} alone: there is no way to put a full name, a number or an address on it.
 *
 * <ul>
 *   <li>Keeps: nothing
 *   <li>Decided in: ADR 0080
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Board",
        allowedDependencies = {"platform", "region", "access", "privacy", "record", "registry", "staff", "pairing"})
package lianxin.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
