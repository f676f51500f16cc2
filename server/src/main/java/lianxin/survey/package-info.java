/**
 * Survey: where places lie, so that a way can be weighed. What an office says of a place holds; for the others a point is estimated from the
 * polygon of their county, always the same.
 *
 * <ul>
 *   <li>Comes in: rosters of points
 *   <li>Keeps: schema {@code survey}; the point that holds is kept with the place, in {@code region}
 *   <li>Hears, in the transaction that tells it: {@link lianxin.region.RegionRedrawn}
 *   <li>Tells: {@link lianxin.survey.PointsChanged}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Survey",
        allowedDependencies = {"platform", "region", "scope", "access", "roster"})
package lianxin.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
