package lianxin.muster;

import java.util.List;
import lianxin.staff.Cadre;

/** Why there is no pairing, and the cheapest way out, with names. */
public record Shortage(List<Group> groups, List<Lift> lifts, List<Lift> eases) {

    /** How many places more are needed at least. */
    public int places() {
        return lifts.stream().mapToInt(Lift::by).sum();
    }

    /** How many households fewer must be asked for at least. */
    public int asked() {
        return eases.stream().mapToInt(Lift::by).sum();
    }

    /** One group that cannot work out; at most a few names of each kind. */
    public record Group(
            String kind, List<String> villages, List<String> units, int cadres, int households, long need, long room) {

        public long missing() {
            return need - room;
        }
    }

    /** Whose limit to move by how much. */
    public record Lift(Cadre cadre, int by) {}
}
