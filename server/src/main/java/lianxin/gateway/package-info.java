/**
 * Gateway: a household that agreed to it is asked by a short message, or by voice, whether what was replied to it is so, and answers by one key.
 *
 * <p>What goes out names the number of the case and nothing else; what comes in is signed by the provider, belongs to one question and one telephone, and is
 * one digit. Off unless the operator has named a provider. Nobody who works here can send a question or answer one; what could not
 * be handed over may be tried once more, to the same household and by the same rules, or left to the lot.
 *
 * <ul>
 *   <li>Comes in: answers, from the provider
 *   <li>Keeps: schema {@code gateway}
 *   <li>Tells: {@link lianxin.gateway.AskingAgreed}, {@link lianxin.gateway.HouseholdAsked}, {@link lianxin.gateway.FailureSettled}
 *   <li>Hears: {@link lianxin.cases.CaseMoved}, in the transaction that tells it
 *   <li>Decided in: ADR 0101, ADR 0104 (questions that could not be handed over)
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Gateway",
        allowedDependencies = {
            "platform",
            "region",
            "scope",
            "access",
            "egress",
            "vault",
            "record",
            "registry",
            "particulars",
            "cases"
        })
package lianxin.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
