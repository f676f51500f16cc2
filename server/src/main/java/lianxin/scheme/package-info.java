/**
 * Scheme: by which rules a county pairs. The contact scheme with its versions, which units serve which villages, and which pairs must not be.
 *
 * <p>A rule is data with a day and a source. Changing one changes nobody's contact: the next plan or repair does, and a person adopts it.
 *
 * <ul>
 *   <li>Comes in: versions of the scheme, grounds of units and exclusions, by hand or as a roster
 *   <li>Keeps: schema {@code scheme}
 *   <li>Hears, in the transaction that tells it: {@link lianxin.region.RegionRedrawn}, {@link
 *       lianxin.registry.HouseholdsChanged}
 *   <li>Tells: {@link lianxin.scheme.RulesChanged}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Scheme",
        allowedDependencies = {"platform", "region", "scope", "access", "roster", "registry", "staff"})
package lianxin.scheme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
