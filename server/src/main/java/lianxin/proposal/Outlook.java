package lianxin.proposal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.registry.Cadre;
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

    /** The pairs of a village. */
    public record Village(String name, Proposed proposed, List<Pair> pairs) {}

    /** A cadre, what he would hold, and where. */
    public record Holder(Cadre cadre, String unit, Load load, Map<String, List<Pair>> byVillage) {}

    /** A cadre whose load changes. */
    public record Change(Cadre cadre, Load load) {}

    /** One group that cannot work out, with names; at most a few of them. */
    public record Short(
            String kind, List<String> villages, List<String> units, int cadres, int households, long need, long room) {

        public long missing() {
            return need - room;
        }
    }

    /** Whose limit to raise by how much. */
    public record Lift(Cadre cadre, int by) {}

    /** Why there is no pairing, and the cheapest way out. */
    public record Reason(List<Short> groups, List<Lift> lifts) {

        public int places() {
            return lifts.stream().mapToInt(Lift::by).sum();
        }
    }

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

    /** One step of a repair, with names. */
    public record Step(Repair.Step step, String head, String village, String from, String to) {}

    /** A repair, with names. */
    public record Mended(
            Repair repair, List<Step> steps, @Nullable Reason why) {}
}
