package lianxin.roster;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.region.Ground;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whole rosters at once: staged, compared, merged and undone set by set, so that 2 million rows never pass through this program's memory.
 *
 * <p>A load goes {@link #stage} → {@link #compare} → {@link #merge} → perhaps {@link #undo}, under one identity of the caller's choice.
 * Entries are found again by their key, so the same roster twice changes nothing the second time.
 */
@Service
public class RosterLoads {

    private final Map<Roster, RosterKeeper> keepers;
    private final RosterStore store;
    private final RosterUndo undo;
    private final DataSource database;
    private final CountyTime time;

    RosterLoads(List<RosterKeeper> keepers, RosterStore store, RosterUndo undo, DataSource database, CountyTime time) {
        this.keepers = keepers.stream().collect(Collectors.toMap(RosterKeeper::roster, Function.identity()));
        this.store = store;
        this.undo = undo;
        this.database = database;
        this.time = time;
    }

    /** What whoever merges such a roster, or takes it back, must hold. */
    public Right right(Roster roster) {
        return keeper(roster).right();
    }

    /** Opens an empty place for the rows of a load; what was staged under this identity before is gone. */
    public Staging stage(UUID load, Roster roster) {
        var keeper = keeper(roster);
        store.shape(load, keeper);
        try {
            return new Staging(new Copy(database.getConnection(), RosterStore.copyInto(load, keeper)));
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("No connection to stage a roster", e);
        }
    }

    /** Compares what was staged with what is kept; changes nothing. Entries kept off {@code ground} are not the caller's to change. */
    @Transactional
    public Compared compare(UUID load, Roster roster, Ground ground) {
        store.fit(load, keeper(roster), ground, time.today());
        return store.compared(load, keeper(roster));
    }

    /** Hands out the rows {@link #compare} cannot take: the line, and why, as the end of a message key {@code roster.row.…}. */
    public void bad(UUID load, BiConsumer<Long, String> visitor) {
        store.bad(load, visitor);
    }

    /**
     * Does what {@link #compare} said, all or nothing, in the caller's transaction. Refused with {@code load-outdated} when an entry it would
     * change has changed since, or one it would add has come. Rows that were bad are left out.
     *
     * @return how many entries were touched
     */
    @Transactional
    public long merge(UUID load, Roster roster, Leaving leaving, LocalDate day, Caller caller) {
        caller.may(right(roster));
        store.oneAtATime(roster);
        var merged = store.merge(load, keeper(roster), leaving, day, caller.id());
        keeper(roster).tell(load, day, merged, caller);
        return merged.touched();
    }

    /**
     * Takes a merged load back: what it added goes, what it changed is as before. Refused when anything of it was changed since
     * ({@code load-built-upon}), when something refers to what it added ({@code load-depended-on}), or when its keeper says that others have acted on it.
     */
    @Transactional
    public void undo(UUID load, Roster roster, LocalDate day, Caller caller) {
        caller.may(right(roster));
        store.oneAtATime(roster);
        var places = undo.undo(load, keeper(roster));
        keeper(roster).tell(load, day, Merged.takenBack(places), caller);
    }

    /** Forgets what was staged. What was merged stays, and can still be undone. */
    @Transactional
    public void drop(UUID load) {
        store.drop(load);
    }

    private RosterKeeper keeper(Roster roster) {
        return Objects.requireNonNull(keepers.get(roster), () -> "nobody keeps " + roster);
    }
}
