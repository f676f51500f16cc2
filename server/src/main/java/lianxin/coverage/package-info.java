/**
 * Coverage: whether the promises hold. Every household in scope has a contact, every cadre who is not excused has households, no chain has a
 * gap, nobody holds more than he may; every night, and what a change of the rules would do to it.
 *
 * <ul>
 *   <li>Keeps: schema {@code coverage}: what the nightly check found
 *   <li>Tells: nothing
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Coverage",
        allowedDependencies = {
            "platform",
            "region",
            "scope",
            "access",
            "record",
            "registry",
            "staff",
            "scheme",
            "pairing"
        })
package lianxin.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
