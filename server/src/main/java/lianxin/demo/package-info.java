/**
 * Demo: a county that does not exist, on divisions that do.
 *
 * <p>Everything but the divisions is made up: units, cadres, households and names come from a seed, the same every time. No identity
 * number, no phone that could ring, no person. Present only when the application was started as a demonstration.
 *
 * <ul>
 *   <li>Comes in: {@link lianxin.demo.DemoSettings}
 *   <li>Keeps: schema {@code demo}, one row: what was made and how far
 *   <li>Does everything else through the services of the rooms below, as an office would
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "platform",
            "calendar",
            "region",
            "scope",
            "access",
            "roster",
            "registry",
            "staff",
            "scheme",
            "pairing",
            "benefits",
            "card",
            "cases",
            "complaint",
            "deeds",
            "coverage",
            "proposal",
            "matching",
            "mediation"
        })
package lianxin.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
