/**
 * Visit: somebody went to a family’s door, or called, and this is what was found there; whose turn it is next, and what was promised.
 *
 * <p>A visit is a fact. Whoever saw it names it, it is written once and never edited; a mistake is put right by another visit that says which one it
 * corrects. Nothing here counts people’s visits for or against anybody (I-NOFORCE, 国办函〔2026〕12号): it says which family waits, not who is slow.
 *
 * <ul>
 *   <li>Comes in: {@link lianxin.visit.Seen}
 *   <li>Keeps: schema {@code visit}
 *   <li>Tells: {@link lianxin.visit.VisitsKept}, {@link lianxin.visit.OccasionNoted}, {@link lianxin.visit.TurnDeferred},
 *       {@link lianxin.visit.PromiseMade}, {@link lianxin.visit.PromiseKept}, {@link lianxin.visit.CalendarOpened}
 *   <li>Decided in: ADR 0090
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Visit",
        allowedDependencies = {
            "platform",
            "region",
            "scope",
            "access",
            "privacy",
            "record",
            "registry",
            "staff",
            "scheme",
            "pairing"
        })
package lianxin.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
