package lianxin.overview;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Door;
import lianxin.platform.Page;
import lianxin.record.Conditions;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.region.Division;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Level;
import lianxin.registry.Household;
import lianxin.staff.Cadres;
import lianxin.staff.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class OverviewPages {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int ROWS = 100;

    private final Sights sights;
    private final Figures figures;
    private final CountyMap map;
    private final Divisions divisions;
    private final Cadres cadres;
    private final Units units;
    private final Reads reads;
    private final Conditions record;

    OverviewPages(
            Sights sights,
            Figures figures,
            CountyMap map,
            Divisions divisions,
            Cadres cadres,
            Units units,
            Reads reads,
            Conditions record) {
        this.sights = sights;
        this.figures = figures;
        this.map = map;
        this.divisions = divisions;
        this.cadres = cadres;
        this.units = units;
        this.reads = reads;
        this.record = record;
    }

    @Bean
    static Door overviewDoor() {
        return new Door(10, "overview.door", "/overview", Right.OVERVIEW_READ.name());
    }

    @GetMapping("/overview")
    @Needs(Right.OVERVIEW_READ)
    ModelAndView overview(
            @RequestParam @Nullable DivisionCode place, @RequestParam @Nullable UUID after, Page page, Caller caller) {
        if (place == null && divisions.top(caller.ground(), page.day()).isEmpty()) {
            return new ModelAndView(
                    "redirect:" + page.link("/region")); // an empty house: there one sees what to do first
        }
        var here = divisions.here(place, page.day(), caller.ground());
        if (caller.unit() != null) {
            return unit(here, caller.unit(), after, page, caller);
        }
        return here.level() == Level.VILLAGE ? village(here, after, page, caller) : place(here, page, caller);
    }

    private ModelAndView place(Division here, Page page, Caller caller) {
        return at(here, page.titled("overview.title"), caller)
                .show(
                        "overview/place",
                        Map.of(
                                "sight",
                                sights.at(here, page.day(), caller),
                                "record",
                                record.now(),
                                "shapes",
                                map.shapes(),
                                "height",
                                map.height()));
    }

    private ModelAndView village(Division here, @Nullable UUID after, Page page, Caller caller) {
        var rows = figures.households(here, page.day(), after == null ? FIRST : after, ROWS + 1, caller);
        reads.of(
                caller,
                Purpose.VILLAGE_PAGE,
                rows.stream().map(row -> row.household().id()).toList());
        return at(here, page.titled(here.name()), caller)
                .show(
                        "overview/village",
                        Map.of(
                                "place",
                                here,
                                "coverage",
                                Coverage.of(figures.villages(here, page.day(), caller)),
                                "rows",
                                rows.stream().limit(ROWS).toList(),
                                "more",
                                rows.size() > ROWS));
    }

    private ModelAndView unit(Division here, UUID unit, @Nullable UUID after, Page page, Caller caller) {
        var rows =
                figures.cadres(here, page.day(), 0, Integer.MAX_VALUE, after == null ? FIRST : after, ROWS + 1, caller);
        return at(here, page.titled("overview.title"), caller)
                .show(
                        "overview/unit",
                        Map.of(
                                "unit", units.require(unit),
                                "place", here,
                                "loads", figures.loads(here, page.day(), caller),
                                "rows", named(rows.stream().limit(ROWS).toList()),
                                "more", rows.size() > ROWS));
    }

    @GetMapping("/overview/gaps")
    @Needs(Right.OVERVIEW_READ)
    ModelAndView gaps(
            @RequestParam @Nullable DivisionCode place,
            @RequestParam(defaultValue = "0") long after,
            Page page,
            Caller caller) {
        var here = divisions.here(place, page.day(), caller.ground());
        var villages = figures.villages(here, page.day(), caller);
        var rows = villages.stream()
                .filter(village -> village.gap() > 0 && village.place() > after)
                .limit(ROWS + 1L)
                .toList();
        var model = new HashMap<String, Object>();
        model.put("place", here);
        model.put("coverage", Coverage.of(villages));
        model.put("rows", rows.stream().limit(ROWS).toList());
        model.put("more", rows.size() > ROWS);
        model.put(
                "names",
                divisions.byId(rows.stream().map(VillageFigure::village).toList(), page.day()));
        var uncovered =
                here.level() == Level.VILLAGE ? figures.uncovered(here, page.day(), 500, caller) : List.<Household>of();
        reads.of(
                caller,
                Purpose.HOUSEHOLD_LIST,
                uncovered.stream().map(Household::id).toList());
        model.put("households", uncovered);
        return at(here, page.titled("overview.gaps"), caller).show("overview/gaps", model);
    }

    @GetMapping("/overview/idle")
    @Needs(Right.OVERVIEW_READ)
    ModelAndView idle(
            @RequestParam @Nullable DivisionCode place, @RequestParam @Nullable UUID after, Page page, Caller caller) {
        return cadresHolding(place, 0, 0, after, page.titled("overview.idle"), caller);
    }

    @GetMapping("/overview/loads")
    @Needs(Right.OVERVIEW_READ)
    ModelAndView loads(
            @RequestParam @Nullable DivisionCode place,
            @RequestParam(defaultValue = "1") int from,
            @RequestParam(defaultValue = "1000000") int to,
            @RequestParam @Nullable UUID after,
            Page page,
            Caller caller) {
        int least = Math.max(0, from);
        return cadresHolding(place, least, Math.max(least, to), after, page.titled("overview.loads"), caller);
    }

    private ModelAndView cadresHolding(
            @Nullable DivisionCode place, int from, int to, @Nullable UUID after, Page page, Caller caller) {
        var here = divisions.here(place, page.day(), caller.ground());
        var rows = figures.cadres(here, page.day(), from, to, after == null ? FIRST : after, ROWS + 1, caller);
        reads.of(
                caller,
                Purpose.CADRE_LIST,
                rows.stream().map(CadreFigure::cadre).toList());
        return at(here, page, caller)
                .show(
                        "overview/cadres",
                        Map.of(
                                "place",
                                here,
                                "loads",
                                figures.loads(here, page.day(), caller),
                                "from",
                                from,
                                "to",
                                to,
                                "rows",
                                named(rows.stream().limit(ROWS).toList()),
                                "more",
                                rows.size() > ROWS));
    }

    @GetMapping("/overview/units")
    @Needs(Right.OVERVIEW_READ)
    ModelAndView unserved(@RequestParam @Nullable DivisionCode place, Page page, Caller caller) {
        var here = divisions.here(place, page.day(), caller.ground());
        var unserved = sights.unserved(here, page.day(), figures.villages(here, page.day(), caller));
        return at(here, page.titled("overview.unserved"), caller)
                .show(
                        "overview/unserved",
                        Map.of(
                                "place", here,
                                "unserved", unserved,
                                "names",
                                        divisions.byId(
                                                unserved.villages().stream()
                                                        .map(VillageFigure::village)
                                                        .toList(),
                                                page.day())));
    }

    /** Where one may go from a place: asked by the list in the page's path, and a page of its own without scripts. */
    @GetMapping("/overview/places")
    @Needs(Right.OVERVIEW_READ)
    ModelAndView places(
            @RequestParam @Nullable DivisionCode place,
            @RequestParam(defaultValue = "/overview") String to,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inside,
            Page page,
            Caller caller) {
        var here = divisions.here(place, page.day(), caller.ground());
        var room = page.doors().stream()
                .map(Door::href)
                .filter(to::equals)
                .findAny()
                .orElse("/overview");
        return at(here, page.titled("app.pick"), caller)
                .show(
                        inside ? "overview/places-list" : "overview/places",
                        Map.of("places", divisions.children(here, page.day()), "room", room));
    }

    private List<NamedCadre> named(List<CadreFigure> rows) {
        var people = cadres.byId(rows.stream().map(CadreFigure::cadre).toList());
        var theirs = units.byId(rows.stream().map(CadreFigure::unit).distinct().toList());
        return rows.stream()
                .map(row -> {
                    var cadre = people.get(row.cadre());
                    var unit = theirs.get(row.unit());
                    return new NamedCadre(
                            row,
                            cadre == null ? "" : cadre.name(),
                            cadre == null ? "" : cadre.post(),
                            unit == null ? "" : unit.name());
                })
                .toList();
    }

    private Page at(Division here, Page page, Caller caller) {
        return page.at(
                divisions.crumbs(here, page.day(), caller.ground()), here.code().toString());
    }
}
