package lianxin.atlas;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Crumb;
import lianxin.platform.Door;
import lianxin.platform.Page;
import lianxin.region.DivisionCode;
import lianxin.region.Redraws.Beginning;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class PlacePages {

    private final Atlas atlas;

    PlacePages(Atlas atlas) {
        this.atlas = atlas;
    }

    @Bean
    static Door regionDoor() {
        return new Door(20, "atlas.door", "/region", Right.REGION_READ.name());
    }

    @GetMapping("/region")
    @Needs(Right.REGION_READ)
    ModelAndView top(@RequestParam @Nullable String place, Page page, Caller caller) {
        if (place == null && atlas.blank(page.day(), caller)) {
            return page.titled("atlas.door").show("atlas/blank", Map.of("ever", !atlas.blank(page.today(), caller)));
        }
        return sheet(place == null ? null : DivisionCode.of(place), page, caller);
    }

    @GetMapping("/region/{code:\\d+}")
    @Needs(Right.REGION_READ)
    ModelAndView place(@PathVariable String code, Page page, Caller caller) {
        return sheet(DivisionCode.of(code), page, caller);
    }

    @GetMapping("/region/{code:\\d+}/redraw")
    @Needs(Right.REGION_LOAD)
    ModelAndView redraw(@PathVariable String code, Page page, Caller caller) {
        var sheet = atlas.sheet(DivisionCode.of(code), page.today(), caller);
        return at(sheet, page, caller).titled("atlas.redraw").show("atlas/redraw", Map.of("sheet", sheet));
    }

    @PostMapping("/region/{code:\\d+}/rename")
    @Needs(Right.REGION_LOAD)
    String rename(
            @PathVariable String code,
            @RequestParam String name,
            @RequestParam String document,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            Page page,
            Caller caller,
            RedirectAttributes after) {
        atlas.rename(DivisionCode.of(code), name, document, day, caller);
        return said(code, "atlas.renamed", page, after, name.strip());
    }

    @PostMapping("/region/{code:\\d+}/recode")
    @Needs(Right.REGION_LOAD)
    String recode(
            @PathVariable String code,
            @RequestParam String now,
            @RequestParam String document,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            Page page,
            Caller caller,
            RedirectAttributes after) {
        atlas.recode(DivisionCode.of(code), DivisionCode.of(now), document, day, caller);
        return said(now, "atlas.recoded", page, after, now);
    }

    @PostMapping("/region/{code:\\d+}/merge")
    @Needs(Right.REGION_LOAD)
    String merge(
            @PathVariable String code,
            @RequestParam String into,
            @RequestParam String document,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            Page page,
            Caller caller,
            RedirectAttributes after) {
        atlas.merge(DivisionCode.of(code), DivisionCode.of(into), document, day, caller);
        return said(into, "atlas.merged", page, after, into);
    }

    @PostMapping("/region/{code:\\d+}/split")
    @Needs(Right.REGION_LOAD)
    String split(
            @PathVariable String code,
            @RequestParam List<String> codes,
            @RequestParam List<String> names,
            @RequestParam String document,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            Page page,
            Caller caller,
            RedirectAttributes after) {
        var parts = Parts.of(codes, names);
        atlas.split(DivisionCode.of(code), parts, document, day, caller);
        return said(codes.getFirst(), "atlas.split", page, after, parts.size());
    }

    @PostMapping("/region/{code:\\d+}/end")
    @Needs(Right.REGION_LOAD)
    String end(
            @PathVariable String code,
            @RequestParam String document,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            Page page,
            Caller caller,
            RedirectAttributes after) {
        atlas.end(DivisionCode.of(code), document, day, caller);
        after.addFlashAttribute("said", page.t("atlas.ended", code));
        return "redirect:/region";
    }

    @PostMapping("/region/{code:\\d+}/begin")
    @Needs(Right.REGION_LOAD)
    String begin(
            @PathVariable String code,
            @RequestParam String fresh,
            @RequestParam String name,
            @RequestParam String document,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            Page page,
            Caller caller,
            RedirectAttributes after) {
        atlas.begin(DivisionCode.of(code), new Beginning(DivisionCode.of(fresh), name.strip()), document, day, caller);
        return said(fresh, "atlas.begun", page, after, name.strip());
    }

    private ModelAndView sheet(@Nullable DivisionCode code, Page page, Caller caller) {
        var sheet = atlas.sheet(code, page.day(), caller);
        return at(sheet, page, caller).titled(sheet.place().name()).show("atlas/place", Map.of("sheet", sheet));
    }

    private static Page at(Atlas.Sheet sheet, Page page, Caller caller) {
        var crumbs = sheet.path().stream()
                .filter(d -> caller.ground().contains(d.code()))
                .map(d -> new Crumb(d.name(), "/region/" + d.code()))
                .toList();
        return page.at(crumbs, sheet.place().code().toString());
    }

    private static String said(String code, String key, Page page, RedirectAttributes after, Object... args) {
        after.addFlashAttribute("said", page.t(key, args));
        return "redirect:/region/" + DivisionCode.of(code);
    }
}
