package lianxin.cases;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Handled, confirmed, disputed and unanswered, side by side, with how sure one can be of it. No ranking of places or people. */
@Controller
class FigurePages {

    private static final int MONTHS = 12;

    private final Figures figures;
    private final Divisions divisions;
    private final Terms terms;
    private final Messages gateway;
    private final Boards boards;

    FigurePages(Figures figures, Divisions divisions, Terms terms, Messages gateway, Boards boards) {
        this.figures = figures;
        this.divisions = divisions;
        this.terms = terms;
        this.gateway = gateway;
        this.boards = boards;
    }

    @GetMapping("/cases/figures")
    @Needs(Right.OVERVIEW_READ)
    ModelAndView figures(
            @RequestParam @Nullable DivisionCode place,
            @RequestParam(required = false) @Nullable LocalDate from,
            Page page,
            Caller caller) {
        var here = divisions.here(place, page.day(), caller.ground());
        var to = page.day().plusDays(1);
        var since = from == null || !from.isBefore(to) ? to.minusMonths(MONTHS) : from;
        var model = new HashMap<String, Object>();
        model.put("tallies", figures.tally(here.code(), since, to, caller));
        model.put("calls", figures.calls(here.code(), since, to, caller));
        model.put("load", figures.load(here.code(), page.today(), caller));
        model.put("from", since);
        model.put("byMessage", gateway.on());
        model.put(
                "categories",
                terms.categories(page.day()).stream().collect(Collectors.toMap(Terms.Category::code, c -> c)));
        model.put(
                "townships",
                here.level() == Level.COUNTY
                        ? divisions.children(here, page.day())
                        : here.level() == Level.TOWNSHIP ? List.of(here) : List.of());
        return page.titled("cases.figures")
                .at(
                        divisions.crumbs(here, page.day(), caller.ground()),
                        here.code().toString())
                .show("cases/figures", model);
    }

    /** A township’s cases at a glance. */
    @GetMapping("/cases/township/{code}")
    @Needs(Right.OVERVIEW_READ)
    ModelAndView township(@PathVariable DivisionCode code, Page page, Caller caller) {
        var township = boards.township(code, page.today(), caller);
        var model = new HashMap<String, Object>();
        model.put("township", township);
        model.put("board", boards.of(township, page.today(), caller));
        return page.titled("cases.board-page")
                .at(divisions.crumbs(township, page.today(), caller.ground()), code.toString())
                .show("cases/township", model);
    }
}
