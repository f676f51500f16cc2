package lianxin.visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.pairing.Backup;
import lianxin.pairing.Backups;
import lianxin.pairing.Pairings;
import lianxin.registry.Household;
import lianxin.registry.Households;
import org.springframework.stereotype.Component;

/**
 * Whose door is whose round: a contact cadre’s own households and those he answers for, a First Secretary’s village (R14, R38). A round above
 * {@link #MOST} is a misconfiguration and is cut off there.
 */
@Component
public class Rounds {

    /** Households on one round at most. */
    public static final int MOST = 2_000;

    private static final int A_PAGE = 500;

    private final Pairings pairings;
    private final Backups backups;
    private final Households households;

    Rounds(Pairings pairings, Backups backups, Households households) {
        this.pairings = pairings;
        this.backups = backups;
        this.households = households;
    }

    /** The caller’s round on {@code day}, in the order of household. */
    public List<Round> of(Caller caller, LocalDate day) {
        caller.may(Right.VISIT_RECORD);
        var cadre = caller.cadre();
        if (cadre == null) {
            return village(caller, day);
        }
        var all = new ArrayList<>(held(cadre, day, false));
        for (var away : backups.by(cadre, day)) {
            all.addAll(held(away.cadre(), day, true));
        }
        return all.stream().limit(MOST).toList();
    }

    /** Of these households, by the day somebody was there, those that were on the caller’s round on that day. */
    Set<Stop> among(Set<Stop> stops, Caller caller) {
        var cadre = caller.cadre();
        if (cadre == null) {
            var places = households.byId(stops.stream().map(Stop::household).collect(Collectors.toSet()));
            return stops.stream()
                    .filter(stop -> on(caller, places.get(stop.household()), stop.day()))
                    .collect(Collectors.toSet());
        }
        return stops.stream()
                .collect(Collectors.groupingBy(Stop::day, Collectors.mapping(Stop::household, Collectors.toSet())))
                .entrySet()
                .stream()
                .flatMap(day -> {
                    var answers = backups.by(cadre, day.getKey()).stream()
                            .map(Backup::cadre)
                            .collect(Collectors.toSet());
                    return pairings.contactsOf(day.getValue(), day.getKey()).entrySet().stream()
                            .filter(held -> held.getValue().equals(cadre) || answers.contains(held.getValue()))
                            .map(held -> new Stop(held.getKey(), day.getKey()));
                })
                .collect(Collectors.toSet());
    }

    /** A household on a day. */
    record Stop(UUID household, LocalDate day) {}

    private static boolean on(Caller caller, @org.jspecify.annotations.Nullable Household household, LocalDate day) {
        return household != null && caller.ground().contains(household.place()) && household.lives(day);
    }

    private List<Round> held(UUID cadre, LocalDate day, boolean forAnother) {
        var round = new ArrayList<Round>();
        var last = Pairings.FIRST;
        while (round.size() < MOST) {
            var page = pairings.heldBy(cadre, day, last, A_PAGE);
            page.forEach(p -> round.add(new Round(p.household(), p.since(), forAnother)));
            if (page.size() < A_PAGE) {
                break;
            }
            last = page.getLast().household();
        }
        return round;
    }

    private List<Round> village(Caller caller, LocalDate day) {
        var round = new ArrayList<Round>();
        for (var village : households.perVillage(caller.ground(), day).keySet()) {
            var last = Pairings.FIRST;
            while (round.size() < MOST) {
                var page = households.inVillage(village, day, last, A_PAGE);
                page.forEach(h -> round.add(new Round(h.id(), h.since(), false)));
                if (page.size() < A_PAGE) {
                    break;
                }
                last = Objects.requireNonNull(page.getLast()).id();
            }
        }
        return round.stream().limit(MOST).toList();
    }
}
