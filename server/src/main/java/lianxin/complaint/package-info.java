/**
 * Complaints: what somebody says against a person who works for the programme, by a route of its own (Regulation on petitions of 2022, arts. 22, 30, 34–36).
 *
 * <p>Whoever is complained of, and his unit, see nothing of it, whatever other post they hold: a wall of the database is shut to them, and for everybody unless
 * the room opens it. Every word lies under lock; no row says which household it came from, and nothing of it is on the page the household’s card opens, since
 * the cadre has held that card in his hands. Whoever complained follows it with a number and a secret told once.
 *
 * <ul>
 *   <li>Comes in: on a household’s own page, by a clerk, or out of {@code cases}
 *   <li>Keeps: schema {@code complaint}, its words sealed by {@link lianxin.vault.Vault}
 *   <li>Tells: {@link lianxin.complaint.ComplaintStep}
 *   <li>Decided in: ADR 0100
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Complaints",
        allowedDependencies = {
            "platform",
            "region",
            "scope",
            "access",
            "privacy",
            "record",
            "vault",
            "registry",
            "staff",
            "pairing",
            "card",
            "cases"
        })
package lianxin.complaint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
