package lianxin.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.pairing.Pairings;
import lianxin.region.Division;
import lianxin.registry.Household;
import lianxin.registry.Households;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an office sees of the pairing of a place on a day. */
@Service
public class Coverage {

    /** Exemptions are reviewed quarterly (R35); one that ends within a month wants a decision. */
    private static final int SOON = 30;

    private final Pairings pairings;
    private final NightlyCheck check;
    private final Households households;
    private final Cadres cadres;

    Coverage(Pairings pairings, NightlyCheck check, Households households, Cadres cadres) {
        this.pairings = pairings;
        this.check = check;
        this.households = households;
        this.cadres = cadres;
    }

    /** The figures of a place, and the first of what wants doing. */
    @Transactional(readOnly = true)
    Seen of(Division place, LocalDate day, int shown, Caller caller) {
        caller.may(Right.OVERVIEW_READ, place.code());
        var ground = place.code().ground();
        var inScope = households.count(ground, day);
        var covered = pairings.covered(ground, day);
        return new Seen(
                place,
                inScope,
                covered,
                covered == inScope ? List.of() : gaps(pairings.uncovered(ground, day, shown)),
                check.latest(ground).orElse(null),
                cadres.expiredExemptions(ground, day.plusDays(SOON)).stream()
                        .limit(shown)
                        .toList());
    }

    private List<Gap> gaps(List<Household> uncovered) {
        var changed = pairings.lastChange(uncovered.stream().map(Household::id).toList());
        return uncovered.stream()
                .map(h -> new Gap(h, latest(h.since(), changed.get(h.id()))))
                .toList();
    }

    private static LocalDate latest(LocalDate since, @Nullable LocalDate changed) {
        return changed == null || changed.isBefore(since) ? since : changed;
    }

    /** Households of a village on a day with whoever was their contact, by household; at most {@code limit} after {@code after}. */
    @Transactional(readOnly = true)
    List<Pair> village(Division village, LocalDate day, UUID after, int limit, Caller caller) {
        caller.may(Right.HOUSEHOLDS_READ, village.code());
        var families = households.inVillage(village.code().value(), day, after, limit);
        var contacts = pairings.contactsOf(families.stream().map(Household::id).toList(), day);
        var people = cadres.byId(contacts.values().stream().distinct().toList());
        return families.stream()
                .map(h -> new Pair(h, people.get(contacts.get(h.id()))))
                .toList();
    }

    /**
     * A place's pairing on a day.
     *
     * @param gaps the first households without a contact
     * @param finding what the last check of the place found; null when it was never looked at
     * @param exemptions cadres whose exemption ends soon or has run out
     */
    public record Seen(
            Division place,
            long households,
            long covered,
            List<Gap> gaps,
            @Nullable Finding finding,
            List<Cadre> exemptions) {

        /** Households without a contact. */
        public long uncovered() {
            return households - covered;
        }
    }

    /** A household and its contact; null when it had none. */
    public record Pair(Household household, @Nullable Cadre contact) {}
}
