/**
 * Filing: what an office must be able to show of the system itself: what people’s data are used for and by which assessment, that nothing is in it that the rules of
 * 2026 forbid, and the papers for its filing (备案). All of it is computed from the running system: its addresses, its columns, its rights, its jobs.
 *
 * <ul>
 *   <li>Keeps: schema {@code filing}: impact assessments
 *   <li>Tells: {@link lianxin.filing.Assessed}
 *   <li>Decided in: ADR 0082
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Filing",
        allowedDependencies = {"platform", "access", "privacy"})
package lianxin.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
