/**
 * Staff: who serves. The units with their tree, and the cadres in them.
 *
 * <p>Of a cadre no more is kept than the card says and a fair pairing needs: unit, post, rank, work phone, skills, home village.
 *
 * <ul>
 *   <li>Comes in: rosters through {@link lianxin.roster.RosterLoads}; deeds of one unit or cadre at a time
 *   <li>Keeps: schema {@code staff}
 *   <li>Hears, in the transaction that tells it: {@link lianxin.region.RegionRedrawn}
 *   <li>Tells, in the transaction that does it: {@link lianxin.staff.CadresChanged}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Staff",
        allowedDependencies = {"platform", "region", "scope", "access", "record", "roster", "registry"})
package lianxin.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
