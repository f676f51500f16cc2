/**
 * Particulars: what of a household is written down only under lock: its telephone, and the identity number of its head, where a policy asks for it.
 *
 * <p>Shown masked; in clear only for a reason that goes into the record, and only to those who keep the roster of the place. Nothing here is in any
 * list, search, export or statistic.
 *
 * <ul>
 *   <li>Keeps: schema {@code particulars}, its values sealed by {@link lianxin.vault.Vault}
 *   <li>Tells: {@link lianxin.particulars.ParticularsChanged}, {@link lianxin.particulars.ConsentGiven}
 *   <li>Decided in: ADR 0071 (keys)
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Particulars",
        allowedDependencies = {"platform", "region", "scope", "access", "privacy", "record", "vault", "registry"})
package lianxin.particulars;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
