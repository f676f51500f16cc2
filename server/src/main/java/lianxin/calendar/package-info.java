/**
 * Calendar: which day is a working day. It does not guess: a year whose notice has not been loaded is refused.
 *
 * <ul>
 *   <li>Comes in: the State Council's yearly notices on holidays, as published or as JSON
 *   <li>Keeps: schema {@code calendar}
 *   <li>Tells: nothing
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {"platform"})
package lianxin.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
