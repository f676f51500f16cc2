/**
 * Desk: who is whose contact, from four files and without a server or a database. {@code ./lianxin pair} pairs, checks a proof and explains a
 * household; an office that keeps its rosters elsewhere, or doubts ours, needs nothing else.
 *
 * <ul>
 *   <li>Comes in: sheets of villages, units, cadres and households, and the rules as YAML
 *   <li>Goes out: a sheet of pairs, and the proof that nothing cheaper exists
 *   <li>Keeps: nothing
 *   <li>Tells: nothing
 *   <li>Decided in: ADR 0040 (the command line is a room)
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Desk",
        allowedDependencies = {"platform", "workbook", "sheet", "matcher"})
package lianxin.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
