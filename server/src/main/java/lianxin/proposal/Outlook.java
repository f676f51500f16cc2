package lianxin.proposal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.staff.Cadre;
import org.jspecify.annotations.Nullable;

/** What pages show of a proposal: its numbers with the names behind them. */
public final class Outlook {

    private Outlook() {}

    /** A run and the name of its place. */
    public record Listed(Run run, String place) {}

    /** A township or village and its numbers. */
    public record Place(String name, VillageFigures figures) {}

    /** A household and whom it would get. */
    public record Pair(
            UUID household,
            String head,
            int group,
            UUID cadre,
            String contact,
            long metres,
            @Nullable UUID previous,
            String before,
            boolean pinned,
            boolean moved) {

        public boolean kept() {
            return cadre.equals(previous);
        }
    }

    /**
     * Pairs of a village.
     *
     * @param next where the next page begins; 0 when this is the last
     */
    public record Village(String name, Proposed proposed, List<Pair> pairs, int next) {}

    /** A cadre, what he would hold, and where. */
    public record Holder(Cadre cadre, String unit, Load load, Map<String, List<Pair>> byVillage) {}

    /** A cadre whose load changes. */
    public record Change(Cadre cadre, Load load) {}

    /** A unit and what its cadres would bear. */
    public record Unit(String name, UnitLoad load) {}

    /** Where two proposals differ: households with another cadre, per township or village. */
    public record Difference(String name, long place, int households, int differing) {}

    /** Explanation of one household, with names. */
    public record Because(
            Why why, String head, long place, String village, Map<UUID, Cadre> cadres, Map<UUID, String> heads) {

        public String name(@Nullable UUID cadre) {
            var found = cadre == null ? null : cadres.get(cadre);
            return found == null ? "—" : found.name();
        }

        public String head(@Nullable UUID household) {
            return household == null ? "—" : heads.getOrDefault(household, "—");
        }
    }
}
