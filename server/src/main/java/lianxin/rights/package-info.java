/**
 * Rights: what a family, and whoever works here, may ask about their own data (PIPL arts. 44–50), by when it is answered, and what becomes of data whose time is over. What is
 * copied and what is erased the catalogue of {@link lianxin.privacy.Catalogue} says, column by column: this is the one room that reads and
 * empties the tables of others, by that catalogue and within the walls of whoever asks.
 *
 * <ul>
 *   <li>Keeps: schema {@code rights}
 *   <li>Tells: {@link lianxin.rights.RightsAsked}, {@link lianxin.rights.RightsAnswered}, {@link lianxin.rights.HouseholdErased},
 *       {@link lianxin.rights.HoldChanged}, {@link lianxin.rights.OwnCopyTaken}
 *   <li>Decided in: ADR 0081
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Rights",
        allowedDependencies = {
            "platform",
            "region",
            "scope",
            "access",
            "calendar",
            "privacy",
            "record",
            "attachment",
            "registry",
            "staff",
            "particulars",
            "card",
            "visit"
        })
package lianxin.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
