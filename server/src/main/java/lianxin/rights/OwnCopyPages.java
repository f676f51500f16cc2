package lianxin.rights;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import lianxin.access.Account;
import lianxin.access.AtMost;
import lianxin.access.Callers;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.access.StepUp;
import lianxin.platform.Page;
import lianxin.platform.Paper;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** One’s own data: what there is, why, and a copy. */
@Controller
class OwnCopyPages {

    private final OwnCopies copies;
    private final Callers callers;
    private final CopySheet sheet;
    private final Paper paper;

    OwnCopyPages(OwnCopies copies, Callers callers, CopySheet sheet, Paper paper) {
        this.copies = copies;
        this.callers = callers;
        this.sheet = sheet;
        this.paper = paper;
    }

    @GetMapping("/me/copy")
    @Needs(Right.OWN_ACCOUNT)
    ModelAndView page(Page page) {
        return page.titled("rights.own").show("rights/own", Map.of());
    }

    @GetMapping("/me/copy.json")
    @AtMost(perMinute = 20)
    @Needs(Right.OWN_ACCOUNT)
    @StepUp
    @ResponseBody
    OwnCopy file(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"own-copy.json\"");
        return copies.of(account(request));
    }

    @GetMapping("/me/copy.pdf")
    @AtMost(perMinute = 20)
    @Needs(Right.OWN_ACCOUNT)
    @StepUp
    void paper(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var copy = copies.of(account(request));
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"own-copy.pdf\"");
        paper.print(
                "rights/own-print.jte",
                Map.of("copy", copy, "chapters", sheet.read(copy.data(), page.words()), "words", page.words()),
                response.getOutputStream());
    }

    private Account account(HttpServletRequest request) {
        return callers.account(request).orElseThrow();
    }
}
