/**
 * Matching: which unit serves which villages (帮包村, R96), why, and what adopting it would change.
 *
 * <p>The pairing one level up, by the same engine: each unit's people pooled into one, each village's families alike. A match changes nothing
 * for anybody until a person adopts it; then units may serve the villages it says, and the pairing proposed afterwards has a solution.
 *
 * <ul>
 *   <li>Comes in: a ground and a day ({@link lianxin.matching.Matchings#ask}); villages given to units by hand ({@link lianxin.matching.Pins})
 *   <li>Keeps: schema {@code matching}
 *   <li>Tells: {@link lianxin.matching.MatchingAdjusted}, {@link lianxin.matching.MatchingAdopted}
 *   <li>Decided in: ADR 0030 (shares are exact, relations are few)
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Matching",
        allowedDependencies = {
            "matcher",
            "platform",
            "region",
            "access",
            "registry",
            "staff",
            "scheme",
            "scope",
            "pairing",
            "muster",
            "proposal"
        })
package lianxin.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
