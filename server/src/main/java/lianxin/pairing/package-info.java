/**
 * Pairing: which cadre is which household's one fixed contact, since when and why.
 *
 * <p>The stretches of a household form one unbroken chain, kept by the database: a second contact at any time, or a gap between two, cannot be
 * written down. So whoever changes a contact says who comes next, why, and from which day.
 *
 * <ul>
 *   <li>Comes in: {@link lianxin.pairing.Pairings.Adoption}; deeds by hand
 *   <li>Keeps: schema {@code pairing}
 *   <li>Hears, in the transaction that tells it: {@link lianxin.registry.HouseholdsChanged}, {@link lianxin.staff.CadresChanged}, {@link
 *       lianxin.region.RegionRedrawn}
 *   <li>Tells: {@link lianxin.pairing.PairingsAdopted}, {@link lianxin.pairing.ContactChanged}
 *   <li>Decided in: ADR 0003 (a chain, not an exclusion)
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Pairing",
        allowedDependencies = {"platform", "region", "scope", "access", "record", "registry", "staff", "scheme"})
package lianxin.pairing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
