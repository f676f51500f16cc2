/**
 * Registry: who are the households.
 *
 * <p>Minimal by law (PIPL arts. 5, 6): no health, no account; ID number and phone of a household only under lock, in the room {@code particulars}. What a household was before a
 * change stays readable as of any day.
 *
 * <ul>
 *   <li>Comes in: rosters through {@link lianxin.roster.RosterLoads}; deeds of one household at a time
 *   <li>Keeps: schema {@code registry}
 *   <li>Tells, in the transaction that does it: {@link lianxin.registry.HouseholdsChanged}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Registry",
        allowedDependencies = {"platform", "region", "scope", "access", "record", "roster"})
package lianxin.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
