package lianxin.visit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Door;
import lianxin.platform.Page;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.registry.Household;
import lianxin.registry.Households;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Whose turn it is on one’s own round, bundled by village so that one way serves many; on the console as on the phone, by the same rule. */
@Controller
class RoundPages {

    private final Rounds rounds;
    private final Turns turns;
    private final Households households;
    private final Divisions divisions;
    private final Reads reads;

    RoundPages(Rounds rounds, Turns turns, Households households, Divisions divisions, Reads reads) {
        this.rounds = rounds;
        this.turns = turns;
        this.households = households;
        this.divisions = divisions;
        this.reads = reads;
    }

    @Bean
    static Door roundDoor() {
        return new Door(5, "visit.round", "/round", Right.VISIT_RECORD.name());
    }

    @GetMapping("/round")
    @Needs(Right.VISIT_RECORD)
    ModelAndView round(Page page, Caller caller) {
        var round = rounds.of(caller, page.today());
        var homes = households.byId(round.stream().map(Round::household).toList());
        var all = turns.of(round, homes, page.today());
        reads.of(caller, Purpose.HOUSEHOLD_LIST, homes.keySet());
        return page.titled("visit.round")
                .show(
                        "visit/round",
                        Map.of(
                                "villages",
                                villages(all, homes, page.today()),
                                "figures",
                                turns.figures(all, page.today())));
    }

    /** By village, whoever has waited longest first; villages in the order of their most urgent household. */
    private Map<String, List<Waiting>> villages(List<Turn> turns, Map<UUID, Household> homes, LocalDate today) {
        return turns.stream()
                .sorted(Comparator.comparing(Turn::on).thenComparing(Turn::household))
                .map(turn -> new Waiting(Objects.requireNonNull(homes.get(turn.household())), turn))
                .collect(Collectors.groupingBy(
                        stop -> divisions
                                .find(new DivisionCode(stop.household().place()), today)
                                .map(d -> d.name())
                                .orElse("—"),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }
}
