/**
 * Muster: everyone who takes part in a search, called together as numbers for the matcher, and the matcher's no turned back into names.
 *
 * <p>A proposal and a repair stand on the same roster, the same prices and the same fingerprint, so that neither can see another world than
 * the other.
 *
 * <ul>
 *   <li>Comes in: a ground and a day ({@link lianxin.muster.RollCall})
 *   <li>Keeps: nothing
 *   <li>Tells: nothing
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Muster",
        allowedDependencies = {"matcher", "platform", "region", "registry", "staff", "scheme", "pairing"})
package lianxin.muster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
