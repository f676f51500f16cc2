package lianxin.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.access.AtMost;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.access.StepUp;
import lianxin.platform.Door;
import lianxin.platform.Page;
import lianxin.region.DivisionCode;
import lianxin.roster.Leaving;
import lianxin.roster.Roster;
import lianxin.sheet.Column;
import lianxin.workbook.Format;
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

@Controller
class ImportPages {

    private final Imports imports;
    private final Exports exports;
    private final RosterFiles rosters;
    private final Clock clock;

    ImportPages(Imports imports, Exports exports, RosterFiles rosters, Clock clock) {
        this.imports = imports;
        this.exports = exports;
        this.rosters = rosters;
        this.clock = clock;
    }

    @Bean
    static Door importsDoor() {
        return new Door(40, "intake.door", "/imports", Right.INTAKE_RUN.name());
    }

    @GetMapping("/imports")
    @Needs(Right.INTAKE_RUN)
    ModelAndView list(
            @RequestParam(required = false) @Nullable Roster roster,
            @RequestParam(required = false) @Nullable DivisionCode place,
            Page page,
            Caller caller) {
        var model = new HashMap<String, Object>();
        model.put("imports", imports.recent(caller));
        model.put("roster", roster == null ? Roster.HOUSEHOLDS : roster);
        model.put("place", place == null ? new DivisionCode(caller.ground().lo()) : place);
        return page.titled("intake.door").show("intake/imports", model);
    }

    @PostMapping("/imports")
    @Needs(Right.INTAKE_RUN)
    String receive(@RequestParam Roster roster, @RequestParam MultipartFile file, Caller caller) throws IOException {
        if (file.isEmpty()) {
            throw IntakeRefusal.NO_FILE.because();
        }
        try (InputStream bytes = file.getInputStream()) {
            return to(
                    imports.receive(roster, Objects.requireNonNullElse(file.getOriginalFilename(), ""), bytes, caller));
        }
    }

    @GetMapping("/imports/{id}")
    @Needs(Right.INTAKE_RUN)
    ModelAndView one(@PathVariable UUID id, Page page, Caller caller) {
        var it = imports.require(id, caller);
        var names = rosters.columns(it.roster()).all().stream()
                .collect(
                        Collectors.toMap(Column::key, c -> c.header(page.words().chinese())));
        return page.titled(it.fileName())
                .show("intake/import", Map.of("it", it, "names", names, "now", clock.instant()));
    }

    /** The part of the page that moves; when the machine is done, the whole page is asked for again. */
    @GetMapping("/imports/{id}/progress")
    @Needs(Right.INTAKE_RUN)
    ModelAndView progress(@PathVariable UUID id, Page page, Caller caller, HttpServletResponse response) {
        var it = imports.require(id, caller);
        if (!it.running()) {
            response.setHeader("HX-Refresh", "true");
        }
        return page.show("intake/progress", Map.of("it", it, "now", clock.instant()));
    }

    @PostMapping("/imports/{id}/settle")
    @Needs(Right.INTAKE_RUN)
    String settle(@PathVariable UUID id, @RequestParam Map<String, String> form, Caller caller) {
        var chosen = form.entrySet().stream()
                .filter(e -> e.getKey().startsWith("column-") && e.getValue().matches("-?\\d{1,3}"))
                .collect(Collectors.toMap(
                        e -> e.getKey().substring("column-".length()), e -> Integer.valueOf(e.getValue())));
        imports.settle(id, chosen, caller);
        return to(id);
    }

    @PostMapping("/imports/{id}/apply")
    @Needs(Right.INTAKE_RUN)
    String apply(@PathVariable UUID id, @RequestParam(defaultValue = "NOBODY") Leaving leaving, Caller caller) {
        imports.apply(id, leaving, caller);
        return to(id);
    }

    @PostMapping("/imports/{id}/again")
    @Needs(Right.INTAKE_RUN)
    String again(@PathVariable UUID id, Caller caller) {
        imports.again(id, caller);
        return to(id);
    }

    @PostMapping("/imports/{id}/undo")
    @Needs(Right.INTAKE_RUN)
    String undo(@PathVariable UUID id, Caller caller) {
        imports.undo(id, caller);
        return to(id);
    }

    @PostMapping("/imports/{id}/cancel")
    @Needs(Right.INTAKE_RUN)
    String cancel(@PathVariable UUID id, Caller caller) {
        imports.cancel(id, caller);
        return to(id);
    }

    @GetMapping("/imports/{id}/reasons")
    @Needs(Right.INTAKE_RUN)
    void reasons(@PathVariable UUID id, Page page, Caller caller, HttpServletResponse response) throws IOException {
        var it = imports.require(id, caller);
        var format = imports.format(id, caller);
        head(response, format, page.t("intake.reasons.file", it.fileName().replaceFirst("\\.[^.]*$", "")));
        imports.reasons(id, page.words(), response.getOutputStream(), caller);
    }

    @GetMapping("/imports/templates/{roster}.xlsx")
    @Needs(Right.INTAKE_RUN)
    void template(@PathVariable String roster, Page page, Caller caller, HttpServletResponse response)
            throws IOException {
        head(response, Format.XLSX, page.t("intake.template.file", page.t("roster." + named(roster))));
        exports.template(named(roster), Format.XLSX, page.words(), response.getOutputStream(), caller);
    }

    @GetMapping("/imports/export/{roster}.{ending}")
    @AtMost(perMinute = 20)
    @StepUp
    @Needs(Right.INTAKE_RUN)
    void export(
            @PathVariable String roster,
            @PathVariable String ending,
            @RequestParam DivisionCode place,
            Page page,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        exports.mayExport(named(roster), place, caller);
        var format = ending.equals("csv") ? Format.CSV : Format.XLSX;
        head(response, format, page.t("roster." + named(roster)) + "-" + place + "-" + page.today());
        exports.write(named(roster), place, format, page.words(), response.getOutputStream(), caller);
    }

    private static Roster named(String name) {
        return Arrays.stream(Roster.values())
                .filter(r -> r.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> IntakeRefusal.NO_SUCH_ROSTER.because(name));
    }

    private static void head(HttpServletResponse response, Format format, String name) {
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + format.ending(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static String to(UUID id) {
        return "redirect:/imports/" + id;
    }
}
