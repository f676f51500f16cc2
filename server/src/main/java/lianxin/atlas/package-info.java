/**
 * Atlas: where people look up places and working days, and where an office redraws them.
 *
 * <p>The region room below keeps the places and knows no callers, because access itself stands on it; this room says who may see and redraw
 * what, and shows it.
 *
 * <ul>
 *   <li>Comes in: releases of divisions, single redrawings, notices on holidays
 *   <li>Keeps: nothing; see {@code region} and {@code calendar}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Atlas",
        allowedDependencies = {"platform", "calendar", "region", "access"})
package lianxin.atlas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
