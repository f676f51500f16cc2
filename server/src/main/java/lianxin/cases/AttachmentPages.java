package lianxin.cases;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import lianxin.access.AtMost;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.attachment.Given;
import lianxin.platform.Page;
import lianxin.platform.Unlisted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files beside a case: handed out to be saved, never shown as a page of ours. */
@Controller
class AttachmentPages {

    private static final String NOTHING = "sandbox; default-src 'none'";

    private final CaseAttachments attachments;

    AttachmentPages(CaseAttachments attachments) {
        this.attachments = attachments;
    }

    @PostMapping("/cases/{id}/attachments")
    @AtMost(perMinute = 30)
    @Needs(Right.CASE_HANDLE)
    String add(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Page page,
            Caller caller,
            RedirectAttributes next)
            throws IOException {
        attachments.add(id, Given.of(file), caller);
        next.addFlashAttribute("said", page.t("cases.said.attached"));
        return "redirect:/cases/" + id;
    }

    @GetMapping("/cases/{id}/attachments/{number}")
    @AtMost(perMinute = 60)
    @Needs(Right.CASE_READ)
    void open(@PathVariable UUID id, @PathVariable int number, Caller caller, HttpServletResponse response)
            throws IOException {
        var opened = attachments.open(id, number, caller);
        Unlisted.mark(response);
        response.setHeader("Content-Security-Policy", NOTHING);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + opened.name() + "\"");
        response.setContentType(opened.mediaType());
        response.setContentLength(opened.bytes().length);
        response.getOutputStream().write(opened.bytes());
    }

    @PostMapping("/cases/{id}/attachments/{number}/remove")
    @Needs(Right.CASE_HANDLE)
    String remove(
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String why,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        attachments.remove(id, number, why, caller);
        next.addFlashAttribute("said", page.t("cases.said.detached"));
        return "redirect:/cases/" + id;
    }
}
