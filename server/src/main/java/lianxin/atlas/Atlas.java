package lianxin.atlas;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.region.Division;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Level;
import lianxin.region.Lineage;
import lianxin.region.Redraws;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The places as a caller may see them, and redrawn one at a time. */
@Service
public class Atlas {

    /**
     * A place on a day, with what surrounds it.
     *
     * @param counts places of each level on its ground, itself included
     * @param below the places right under it
     * @param life what it was called and coded, the oldest first
     * @param lineage what befell it, the oldest first
     */
    public record Sheet(
            Division place,
            List<Division> path,
            Map<Level, Long> counts,
            List<Below> below,
            List<Division> life,
            List<Event> lineage) {}

    /** A place right under another, and how many villages lie in it. */
    public record Below(Division place, long villages) {}

    /** One thing that befell a place: the places before and after, as they were called then; null where there was none. */
    public record Event(
            Lineage lineage,
            @Nullable Division before,
            @Nullable Division after) {}

    private final Divisions divisions;
    private final Redraws redraws;

    Atlas(Divisions divisions, Redraws redraws) {
        this.divisions = divisions;
        this.redraws = redraws;
    }

    /** Whether any place at all is loaded on the caller's ground, on any day up to {@code day}. */
    public boolean blank(LocalDate day, Caller caller) {
        caller.may(Right.REGION_READ);
        return divisions.top(caller.ground(), day).isEmpty();
    }

    /** The sheet of the place under {@code code} on {@code day}; without a code, of the top of the caller's ground. */
    public Sheet sheet(@Nullable DivisionCode code, LocalDate day, Caller caller) {
        caller.may(Right.REGION_READ);
        var place = divisions.here(code, day, caller.ground());
        return new Sheet(
                place,
                divisions.path(place, day),
                divisions.count(place.code().ground(), day),
                divisions.children(place, day).stream()
                        .map(child -> new Below(
                                child,
                                divisions.count(child.code().ground(), day).getOrDefault(Level.VILLAGE, 0L)))
                        .toList(),
                divisions.life(place.id()),
                divisions.lineage(place.id()).stream().map(this::event).toList());
    }

    /** Gives a place another name. */
    @Transactional
    public void rename(DivisionCode code, String name, String document, LocalDate day, Caller caller) {
        redraws.rename(mine(code, day, caller), name, order(document, day, caller));
    }

    /** Gives a place another code, and with it another place above; both must lie on the caller's ground. */
    @Transactional
    public void recode(DivisionCode code, DivisionCode now, String document, LocalDate day, Caller caller) {
        caller.may(Right.REGION_LOAD, now);
        redraws.recode(mine(code, day, caller), now, order(document, day, caller));
    }

    /** Merges a place into another. */
    @Transactional
    public void merge(DivisionCode code, DivisionCode into, String document, LocalDate day, Caller caller) {
        redraws.merge(mine(code, day, caller), mine(into, day, caller), order(document, day, caller));
    }

    /** Divides a place among new ones. */
    @Transactional
    public void split(DivisionCode code, List<Redraws.Beginning> parts, String document, LocalDate day, Caller caller) {
        redraws.split(mine(code, day, caller), parts, order(document, day, caller));
    }

    /** Ends a place without a successor. */
    @Transactional
    public void end(DivisionCode code, String document, LocalDate day, Caller caller) {
        redraws.end(mine(code, day, caller), order(document, day, caller));
    }

    /** Begins a place under another. */
    @Transactional
    public void begin(DivisionCode parent, Redraws.Beginning beginning, String document, LocalDate day, Caller caller) {
        redraws.begin(mine(parent, day, caller), beginning, order(document, day, caller));
    }

    private UUID mine(DivisionCode code, LocalDate day, Caller caller) {
        caller.may(Right.REGION_LOAD, code);
        return divisions.require(code, day).id();
    }

    private Event event(Lineage lineage) {
        return new Event(
                lineage,
                named(lineage.predecessor(), lineage.day().minusDays(1)).orElse(null),
                named(lineage.successor(), lineage.day()).orElse(null));
    }

    private Optional<Division> named(@Nullable UUID place, LocalDate day) {
        return place == null
                ? Optional.empty()
                : divisions.byId(List.of(place), day).values().stream().findFirst();
    }

    private static Redraws.Order order(String document, LocalDate day, Caller caller) {
        return new Redraws.Order(document, day, caller.id());
    }
}
