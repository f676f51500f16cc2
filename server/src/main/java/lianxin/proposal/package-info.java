/**
 * Proposal: who should be whose contact, why, and what adopting it would change.
 *
 * <p>Registry rows go into the matcher and its answer comes out as sentences. A proposal changes nothing for anybody until a person
 * adopts it; every proposal carries the matcher's proof, checked before anyone sees it and again before it is adopted.
 *
 * <ul>
 *   <li>Comes in: a ground and a day ({@link lianxin.proposal.Proposals#ask})
 *   <li>Keeps: schema {@code proposal}
 *   <li>Tells: {@link lianxin.proposal.ProposalAsked}, {@link lianxin.proposal.ProposalEdited}; what is adopted is told by the pairing room
 *   <li>Decided in: ADR 0005 (a proposed village is one row)
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Proposal",
        allowedDependencies = {
            "matcher",
            "platform",
            "region",
            "scope",
            "access",
            "record",
            "registry",
            "staff",
            "scheme",
            "pairing",
            "muster"
        })
package lianxin.proposal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
