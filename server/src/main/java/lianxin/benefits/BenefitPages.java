package lianxin.benefits;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lianxin.access.AtMost;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Door;
import lianxin.platform.Page;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How much arrived where, and the sheets it comes from. */
@Controller
class BenefitPages {

    private final Benefits benefits;
    private final Divisions divisions;

    BenefitPages(Benefits benefits, Divisions divisions) {
        this.benefits = benefits;
        this.divisions = divisions;
    }

    @Bean
    static Door benefitsDoor() {
        return new Door(37, "benefits.door", "/benefits", Right.HOUSEHOLDS_READ.name());
    }

    @GetMapping("/benefits")
    @Needs(Right.HOUSEHOLDS_READ)
    ModelAndView list(@RequestParam(required = false) @Nullable DivisionCode place, Page page, Caller caller) {
        var here = divisions.here(place, page.today(), caller.ground());
        var model = new HashMap<String, Object>();
        model.put("here", here);
        model.put("figures", benefits.figures(here.code(), caller));
        model.put("batches", benefits.batches(caller));
        return page.titled("benefits.door")
                .at(
                        divisions.crumbs(here, page.today(), caller.ground()),
                        here.code().toString())
                .show("benefits/list", model);
    }

    @PostMapping("/benefits")
    @AtMost(perMinute = 20)
    @Needs(Right.BENEFIT_WRITE)
    String read(@RequestParam MultipartFile file, @RequestParam String source, Page page, Caller caller)
            throws IOException {
        if (file.isEmpty()) {
            throw BenefitRefusal.NO_SHEET.because();
        }
        try (var bytes = file.getInputStream()) {
            return "redirect:/benefits/"
                    + benefits.read(
                            Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                            source,
                            bytes,
                            page.words(),
                            caller);
        }
    }

    @GetMapping("/benefits/template.xlsx")
    @Needs(Right.BENEFIT_WRITE)
    void template(Page page, Caller caller, HttpServletResponse response) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(page.t("benefits.template.file") + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        benefits.template(response.getOutputStream(), page.words(), caller);
    }

    @GetMapping("/benefits/{id}")
    @Needs(Right.BENEFIT_WRITE)
    ModelAndView one(@PathVariable UUID id, Page page, Caller caller) {
        var batch = benefits.require(id, caller);
        return page.titled(batch.source())
                .show("benefits/batch", Map.of("batch", batch, "lines", benefits.lines(batch, caller)));
    }

    @PostMapping("/benefits/{id}/keep")
    @Needs(Right.BENEFIT_WRITE)
    String keep(@PathVariable UUID id, Page page, Caller caller, RedirectAttributes next) {
        var kept = benefits.keep(id, caller);
        next.addFlashAttribute("said", page.t("benefits.said.kept", page.words().n(kept.lines())));
        return "redirect:/benefits/" + id;
    }

    @PostMapping("/benefits/{id}/undo")
    @Needs(Right.BENEFIT_WRITE)
    String undo(@PathVariable UUID id, Page page, Caller caller, RedirectAttributes next) {
        benefits.undo(id, caller);
        next.addFlashAttribute("said", page.t("benefits.said.undone"));
        return "redirect:/benefits/" + id;
    }
}
