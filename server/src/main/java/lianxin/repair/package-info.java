/**
 * Repair: life changes a pairing, and the fewest families notice. A cadre leaves or is ill, a household has nobody or somebody who may no longer
 * be its contact; the repair with the fewest changes, or the cheapest one, is computed at once, proven, shown, and adopted in one click.
 *
 * <ul>
 *   <li>Comes in: a cadre, or a place ({@link lianxin.repair.Repairs})
 *   <li>Keeps: nothing; what is adopted is kept and told by the pairing room
 *   <li>Tells: nothing of its own
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Repair",
        allowedDependencies = {
            "matcher",
            "platform",
            "region",
            "access",
            "record",
            "registry",
            "staff",
            "scheme",
            "pairing",
            "coverage",
            "muster",
            "proposal"
        })
package lianxin.repair;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
