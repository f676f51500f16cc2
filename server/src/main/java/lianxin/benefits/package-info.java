/**
 * Benefits: what an office says it sent to households (惠农补贴, 救助, 项目收益), and whether they themselves say that it arrived (R43, I-CONFIRM).
 *
 * <p>An office hands in a sheet, looks at what was understood, keeps it, and may undo it while no household has said anything. A household says on the page its
 * card opens whether it arrived; what did not can be made a case there with one press. Sent, arrived, not arrived and not answered stand side by side.
 *
 * <ul>
 *   <li>Comes in: a sheet
 *   <li>Keeps: schema {@code benefits}
 *   <li>Tells: {@link lianxin.benefits.BenefitsChanged}, {@link lianxin.benefits.BenefitAnswered}
 *   <li>Decided in: ADR 0098
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Benefits",
        allowedDependencies = {
            "platform",
            "region",
            "scope",
            "access",
            "workbook",
            "sheet",
            "privacy",
            "record",
            "registry",
            "card",
            "cases"
        })
package lianxin.benefits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
