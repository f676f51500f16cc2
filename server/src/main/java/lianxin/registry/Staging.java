package lianxin.registry;

import java.util.List;
import lianxin.platform.Ids;
import lianxin.platform.Initials;
import lianxin.registry.RosterRow.CadreRow;
import lianxin.registry.RosterRow.HouseholdRow;
import lianxin.registry.RosterRow.UnitRow;
import org.jspecify.annotations.Nullable;

/** Where the rows of a roster wait to be compared. Closed without {@link #finish}, nothing of them is kept. */
public final class Staging implements AutoCloseable {

    private final Copy copy;

    Staging(Copy copy) {
        this.copy = copy;
    }

    /** The columns of the roster's shape, in the order in which {@link #put} gives them. */
    static String columns(Roster roster) {
        return switch (roster) {
            case UNITS -> "line, id, key, name, initials, parent_key, level, kind, place, lon, lat, since";
            case CADRES ->
                "line, id, key, unit, place, name, initials, post, rank, leader, phone, skills, home_village, capacity_min, "
                        + "capacity_max, since";
            case HOUSEHOLDS -> "line, id, key, village, place, group_no, head, initials, size, needs, review_on, since";
        };
    }

    /** One row more. */
    public void put(RosterRow row) {
        copy.put(row.line()).put(Ids.next());
        switch (row) {
            case UnitRow u ->
                copy.put(u.key())
                        .put(u.name())
                        .put(Initials.of(u.name()))
                        .put(u.parentKey())
                        .put(u.level())
                        .put(u.kind())
                        .put(u.place())
                        .put(u.lon())
                        .put(u.lat())
                        .put(u.since());
            case CadreRow c ->
                copy.put(c.key())
                        .put(c.unit())
                        .put(c.place())
                        .put(c.name())
                        .put(Initials.ofPerson(c.name()))
                        .put(c.post())
                        .put(c.rank())
                        .put(c.leader())
                        .put(c.phone())
                        .put(sorted(c.skills()))
                        .put(c.homeVillage())
                        .put(c.capacityMin())
                        .put(c.capacityMax())
                        .put(c.since());
            case HouseholdRow h ->
                copy.put(h.key())
                        .put(h.village())
                        .put(h.place())
                        .put(h.group())
                        .put(h.head())
                        .put(Initials.ofPerson(h.head()))
                        .put(h.size())
                        .put(sorted(h.needs()))
                        .put(h.reviewOn())
                        .put(h.since());
        }
        copy.end();
    }

    /** All rows are there; says how many. */
    public long finish() {
        return copy.finish();
    }

    @Override
    public void close() {
        copy.close();
    }

    private static @Nullable List<String> sorted(@Nullable List<String> codes) {
        return codes == null ? null : codes.stream().distinct().sorted().toList();
    }
}
