/**
 * Intake: rosters come in and go out as offices keep them, in Excel and CSV.
 *
 * <p>A file is read twice before anything changes: once by the machine, which says what it would add, change and leave alone and gives every
 * row it cannot take back with the reason; and once by a person, who looks at that and applies it. Applied is all or nothing. The same file
 * twice changes nothing the second time. An import can be undone until something later depends on it.
 *
 * <ul>
 *   <li>Comes in: a file of units, cadres, households, grounds of units, exclusions or points of places
 *   <li>Keeps: schema {@code intake}; the file itself in {@code lianxin.imports.dir} until it is applied or two weeks have passed
 *   <li>Tells: nothing of its own; the room that keeps the entries tells what changed
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {
            "platform",
            "region",
            "scope",
            "access",
            "record",
            "roster",
            "registry",
            "staff",
            "scheme",
            "survey",
            "workbook",
            "sheet"
        })
package lianxin.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
