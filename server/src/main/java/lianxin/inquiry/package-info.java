/**
 * Inquiry: a household without a card in its hand, or without anything that reads one, finds one case of its own by the number of the case and the last four digits of the
 * telephone that is kept for it (R16).
 *
 * <p>It reads and says nothing: four digits are known to whoever calls the household, so they prove less than the card, and nobody’s word is taken for the household’s on
 * them. Whatever does not fit is answered alike, and whoever tries on waits longer each time, by the number and by where he sits.
 *
 * <ul>
 *   <li>Comes in: a form; never an address
 *   <li>Keeps: schema {@code inquiry}: how often it did not fit
 *   <li>Tells: {@link lianxin.inquiry.CaseShown}
 *   <li>Decided in: ADR 0104
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Inquiry",
        allowedDependencies = {"platform", "scope", "access", "particulars", "cases"})
package lianxin.inquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
