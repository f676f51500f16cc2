package lianxin.cases;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import lianxin.access.AtMost;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.access.StepUp;
import lianxin.platform.Page;
import lianxin.region.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Cases as a file. */
@Controller
class ExportPages {

    private final Export export;

    ExportPages(Export export) {
        this.export = export;
    }

    @GetMapping("/cases/export.{ending}")
    @AtMost(perMinute = 20)
    @StepUp
    @Needs(Right.CASE_READ)
    void export(
            @PathVariable String ending,
            @RequestParam(required = false) @Nullable DivisionCode place,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable Stage stage,
            Page page,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        if (!CaseFile.ENDINGS.contains(ending)) {
            throw CaseRefusal.NO_SUCH_CASE.because();
        }
        var wanted = export.may(place, from, to, category, stage, caller);
        response.setContentType(CaseFile.mediaType(ending));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                page.t("cases.export.name") + "-" + page.today() + "." + ending, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        export.write(wanted, ending, page, response.getOutputStream());
    }
}
