/**
 * Overview: what a level sees, at a place, on a day. Figures, the map, the tiles, the search. Listens to every room; no room knows of it.
 *
 * <p>Figures are kept per village and per cadre, looked at anew whenever something there changes, so hearing news twice changes nothing.
 * A day gone by is asked of the rooms themselves.
 *
 * <ul>
 *   <li>Keeps: schema {@code overview}, all of which can be thrown away and computed again
 *   <li>Hears: everything that changes who is there and who looks after whom
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Overview",
        allowedDependencies = {
            "platform",
            "region",
            "scope",
            "access",
            "record",
            "registry",
            "staff",
            "scheme",
            "pairing",
            "coverage",
            "proposal"
        })
package lianxin.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
