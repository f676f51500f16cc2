/**
 * Mediation: those who are at odds come to an agreement of their own will, without paying, by the People’s Mediation Law of 2010 (R58, R59).
 *
 * <p>Voluntary to the last: nobody mediates before every party agreed, any party stops it when it likes, and after a refusal there is nothing left but to say
 * which other ways there are. Confidential: the mediators of a matter and the desk that keeps its file read it, enforced by a wall of the database that is shut
 * unless the room opens it for one of them; every name and word lies under lock; other rooms learn that it ended, and how, never why.
 *
 * <ul>
 *   <li>Comes in: {@link lianxin.mediation.NoteClue}, {@link lianxin.mediation.TakeStep}; from other rooms {@link lianxin.mediation.Referral}
 *   <li>Keeps: schema {@code mediation}, its words sealed by {@link lianxin.vault.Vault}
 *   <li>Tells: {@link lianxin.mediation.MediationStep}, {@link lianxin.mediation.MediationEnded}
 *   <li>Decided in: ADR 0095
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Mediation",
        allowedDependencies = {"platform", "region", "scope", "access", "privacy", "record", "vault", "registry"})
package lianxin.mediation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
