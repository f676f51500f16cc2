/**
 * Phone: what a field worker’s phone holds, and what it tells. Takes in what waited there, each item with its own receipt; hands out what changed in
 * one’s round; keeps what could not simply be believed until a person decides. The contract is {@code docs/phone.md}.
 *
 * <ul>
 *   <li>Comes in: {@link lianxin.phone.Sync}
 *   <li>Keeps: schema {@code phone}
 *   <li>Tells: {@link lianxin.phone.ItemsHeld}, {@link lianxin.phone.HeldDecided}
 *   <li>Hears: whatever changes a round or a household on it
 *   <li>Decided in: ADR 0091, ADR 0092
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Phone",
        allowedDependencies = {
            "platform",
            "region",
            "scope",
            "access",
            "signin",
            "privacy",
            "record",
            "vault",
            "registry",
            "staff",
            "particulars",
            "scheme",
            "pairing",
            "visit",
            "cases"
        })
package lianxin.phone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
