/**
 * Scope: what the database lets whoever is asking see. Row-level security keeps every table that knows a place; this room tells the database, at the
 * beginning of each transaction and for that transaction alone, on whose behalf it is asked, and how long it may keep whoever asks.
 *
 * <p>Nobody named: no row, but an error. A room that adds a table with a place fences it in its migration ({@code select scope.by_place('visit.visit')});
 * a test refuses a table that has none.
 *
 * <ul>
 *   <li>Keeps: schema {@code scope}: the functions that fence tables
 *   <li>Decided in: ADR 0062 (whose), ADR 0106 (how long)
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Scope",
        allowedDependencies = {"region"})
package lianxin.scope;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
