package lianxin.filing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lianxin.access.AtMost;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.access.Role;
import lianxin.platform.Page;
import lianxin.platform.Paper;
import lianxin.privacy.Aim;
import lianxin.privacy.Catalogue;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the system is and does not do, for everybody who works with it; on paper for whoever files it. */
@Controller
class FilingPages {

    private final SelfCheck check;
    private final Purposes purposes;
    private final Inventory inventory;
    private final Components components;
    private final Paper paper;

    FilingPages(SelfCheck check, Purposes purposes, Inventory inventory, Components components, Paper paper) {
        this.check = check;
        this.purposes = purposes;
        this.inventory = inventory;
        this.components = components;
        this.paper = paper;
    }

    @GetMapping("/filing")
    @Needs(Right.SELF_CHECK)
    ModelAndView filing(Page page) {
        return page.titled("filing.title")
                .show("filing/filing", Map.of("findings", check.look(), "purposes", purposes.all()));
    }

    @PostMapping("/filing/assessments")
    @Needs(Right.SCHEME_WRITE)
    String assessed(
            @RequestParam Aim aim,
            @RequestParam String number,
            @RequestParam LocalDate doneOn,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        purposes.assessed(aim, number, doneOn, caller);
        next.addFlashAttribute("said", page.t("filing.said"));
        return "redirect:/filing";
    }

    @GetMapping("/filing/pack.pdf")
    @AtMost(perMinute = 10)
    @Needs(Right.SELF_CHECK)
    void pack(Page page, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"filing.pdf\"");
        paper.print(
                "filing/print.jte",
                Map.of(
                        "page", page,
                        "findings", check.look(),
                        "purposes", purposes.all(),
                        "addresses", inventory.addresses(),
                        "tables", Catalogue.TABLES,
                        "roles", List.of(Role.values()),
                        "rights", List.of(Right.values()),
                        "jobs", inventory.jobs(),
                        "components", components.all()),
                response.getOutputStream());
    }
}
