/**
 * Cases: what troubles people, who has it at this minute, and whether they themselves say that it is solved (R16, R83, R97; I-CONFIRM).
 *
 * <p>Handled and confirmed are two states. A handler says what he did; only the household says what came of it, by its own page or by a call that was drawn
 * by lot and is made from elsewhere. Who does not answer is counted as unanswered, never as satisfied.
 *
 * <ul>
 *   <li>Comes in: {@link lianxin.cases.Heard}; many at once from a list ({@link lianxin.cases.CaseLists})
 *   <li>Keeps: schema {@code cases}
 *   <li>Tells: {@link lianxin.cases.CaseOpened}, {@link lianxin.cases.CaseMoved}, {@link lianxin.cases.CaseAnswered}, {@link lianxin.cases.CallsDrawn},
 *       {@link lianxin.cases.CasesStruck}, {@link lianxin.cases.CasesMoved}, {@link lianxin.cases.CasesBrought}, {@link lianxin.cases.RouteChanged}
 *   <li>Hears: {@link lianxin.visit.VisitsKept} and {@link lianxin.mediation.MediationEnded}, in the transactions that tell them
 *   <li>Decided in: ADR 0096, ADR 0103 (lists, filters, boards), ADR 0104 (attachments)
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Cases",
        allowedDependencies = {
            "platform",
            "workbook",
            "region",
            "calendar",
            "sheet",
            "scope",
            "access",
            "privacy",
            "record",
            "attachment",
            "registry",
            "staff",
            "card",
            "mediation",
            "visit"
        })
package lianxin.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
