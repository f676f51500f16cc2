package lianxin.atlas;

import java.util.Map;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.calendar.YearNotice;
import lianxin.platform.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class CalendarPages {

    private final Revisions revisions;

    CalendarPages(Revisions revisions) {
        this.revisions = revisions;
    }

    @GetMapping("/region/calendar")
    @Needs(Right.REGION_READ)
    ModelAndView year(@RequestParam @Nullable Integer year, Page page, Caller caller) {
        var shown = Math.clamp(year == null ? page.day().getYear() : year, 1949, 2099);
        var years = revisions.years(caller);
        var loaded = years.stream().filter(y -> y.year() == shown).findFirst();
        return page.titled("atlas.calendar")
                .show(
                        "atlas/calendar",
                        Map.of(
                                "years", years,
                                "sheet", YearSheet.of(new YearNotice(shown, revisions.specialDays(shown, caller))),
                                "source", loaded.map(y -> y.source()).orElse("")));
    }

    @PostMapping("/region/calendar/preview")
    @Needs(Right.REGION_LOAD)
    ModelAndView preview(
            @RequestParam int year,
            @RequestParam String notice,
            @RequestParam String source,
            Page page,
            Caller caller) {
        return page.titled("atlas.calendar-preview")
                .show(
                        "atlas/calendar-preview",
                        Map.of(
                                "sheet", YearSheet.of(revisions.preview(year, notice, caller)),
                                "notice", notice,
                                "source", source));
    }

    @PostMapping("/region/calendar")
    @Needs(Right.REGION_LOAD)
    String keep(
            @RequestParam int year,
            @RequestParam String notice,
            @RequestParam String source,
            Page page,
            Caller caller,
            RedirectAttributes after) {
        var kept = revisions.importNotice(year, notice, source, caller);
        after.addFlashAttribute("said", page.t("atlas.calendar-kept", Integer.toString(year), kept.workdays()));
        return "redirect:/region/calendar?year=" + year;
    }

    @PostMapping("/region/calendar/bundled")
    @Needs(Right.REGION_LOAD)
    String bundled(Page page, Caller caller, RedirectAttributes after) {
        after.addFlashAttribute("said", page.t("atlas.calendar-loaded", revisions.loadBundledCalendar(caller)));
        return "redirect:/region/calendar";
    }
}
