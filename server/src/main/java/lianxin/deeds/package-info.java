/**
 * Deeds: practical deeds (实事) that somebody promised a place in public, whether they were done, and whether the households there say that it is so, at once
 * and again half a year later (R93, I-CONFIRM).
 *
 * <p>Done and confirmed are two states, and whoever promised reaches only the first. Households answer on the page their card opens, each once; only the count
 * of their answers is shown to anybody. The list hangs in public: it has no column a person’s data could stand in.
 *
 * <ul>
 *   <li>Comes in: {@link lianxin.deeds.PromiseDeed}
 *   <li>Keeps: schema {@code deeds}
 *   <li>Tells: {@link lianxin.deeds.DeedPromised}, {@link lianxin.deeds.DeedMoved}, {@link lianxin.deeds.DeedAnswered}
 *   <li>Decided in: ADR 0098
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Deeds",
        allowedDependencies = {"platform", "region", "scope", "access", "privacy", "registry", "staff", "card", "cases"
        })
package lianxin.deeds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
