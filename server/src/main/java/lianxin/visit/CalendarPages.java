package lianxin.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.access.AtMost;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Open;
import lianxin.access.Right;
import lianxin.platform.Page;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.registry.Household;
import lianxin.registry.Households;
import lianxin.scope.Standing;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One’s round in one’s own calendar: how many households of which village are due on which day; names only if one chose so. */
@Controller
class CalendarPages {

    private static final int DAYS = 90;

    private final CalendarFeeds feeds;
    private final Rounds rounds;
    private final Turns turns;
    private final Households households;
    private final Divisions divisions;
    private final Standing standing;
    private final Reads reads;
    private final Clock clock;

    CalendarPages(
            CalendarFeeds feeds,
            Rounds rounds,
            Turns turns,
            Households households,
            Divisions divisions,
            Standing standing,
            Reads reads,
            Clock clock) {
        this.feeds = feeds;
        this.rounds = rounds;
        this.turns = turns;
        this.households = households;
        this.divisions = divisions;
        this.standing = standing;
        this.reads = reads;
        this.clock = clock;
    }

    @GetMapping("/me/calendar")
    @Needs(Right.VISIT_RECORD)
    ModelAndView mine(Page page, Caller caller) {
        var model = new HashMap<String, Object>();
        model.put("feed", feeds.of(caller.id()).orElse(null));
        return page.titled("visit.calendar").show("visit/calendar", model);
    }

    @PostMapping("/me/calendar")
    @AtMost(perMinute = 10)
    @Needs(Right.VISIT_RECORD)
    String make(@RequestParam(defaultValue = "false") boolean named, Caller caller, RedirectAttributes next) {
        next.addFlashAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/calendar/" + feeds.make(named, caller))
                        .toUriString());
        return "redirect:/me/calendar";
    }

    @PostMapping("/me/calendar/end")
    @Needs(Right.VISIT_RECORD)
    String end(Caller caller) {
        feeds.end(caller);
        return "redirect:/me/calendar";
    }

    /** The calendar itself. An address nobody has and one that was revoked look the same. */
    @GetMapping("/calendar/{token}")
    @AtMost(perMinute = 60)
    @Open(
            because =
                    "calendars cannot sign in; the address is a secret of 128 bits that its owner can revoke, and says how many households are due")
    ResponseEntity<String> calendar(@PathVariable String token, Page page) {
        var reader = feeds.behind(token).orElseThrow(VisitRefusal.NO_SUCH_CALENDAR::because);
        var text =
                standing.as(reader.caller().scope(), () -> text(reader.caller(), reader.named(), page.today(), page));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/calendar; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(text);
    }

    private String text(Caller caller, boolean named, LocalDate today, Page page) {
        var round = rounds.of(caller, today);
        var homes = households.byId(round.stream().map(Round::household).toList());
        if (named) {
            reads.of(caller, Purpose.HOUSEHOLD_LIST, homes.keySet());
        }
        var due = turns.of(round, homes, today).stream()
                .filter(turn -> turn.on().isBefore(today.plusDays(DAYS)))
                .sorted(Comparator.comparing(Turn::on).thenComparing(Turn::household))
                .collect(Collectors.groupingBy(
                        turn -> new Trip(
                                turn.on().isBefore(today) ? today : turn.on(),
                                Objects.requireNonNull(homes.get(turn.household()))
                                        .place()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return ICalendar.of(
                page.t("visit.round"),
                due.entrySet().stream()
                        .map(trip -> entry(trip.getKey(), trip.getValue(), homes, named, today, page))
                        .toList(),
                clock.instant());
    }

    private ICalendar.Entry entry(
            Trip trip, List<Turn> turns, Map<UUID, Household> homes, boolean named, LocalDate today, Page page) {
        var village = divisions
                .find(new DivisionCode(trip.place()), today)
                .map(d -> d.name())
                .orElse("");
        var names = named
                ? turns.stream()
                        .map(turn -> Objects.requireNonNull(homes.get(turn.household()))
                                .head())
                        .collect(Collectors.joining("、"))
                : "";
        return new ICalendar.Entry(
                trip.day() + "-" + trip.place() + "@lianxin",
                trip.day(),
                page.t("visit.calendar.entry", page.words().n(turns.size()), village),
                names);
    }

    /** One way to one village on one day. */
    private record Trip(LocalDate day, long place) {}
}
