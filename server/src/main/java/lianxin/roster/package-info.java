/**
 * Roster: how whole lists are taken in, whatever they list. Staged, compared with what is kept, merged and taken back set by set, so that two
 * million rows never pass through this program's memory.
 *
 * <p>The room that keeps a kind of entry says how, as a {@link lianxin.roster.RosterKeeper}; what a list means is its business alone. Entries are
 * found again by the office's own key, so the same roster twice changes nothing the second time.
 *
 * <ul>
 *   <li>Comes in: {@link lianxin.roster.RosterRow}s, poured into {@link lianxin.roster.Staging}
 *   <li>Keeps: schema {@code roster}: what a load has changed, so that it can be taken back; and the tables of loads under way
 *   <li>Tells: nothing of its own; the keeper tells what changed
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Roster",
        allowedDependencies = {"platform", "region", "access"})
package lianxin.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
