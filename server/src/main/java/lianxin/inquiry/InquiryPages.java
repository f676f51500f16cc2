package lianxin.inquiry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import lianxin.access.AtMost;
import lianxin.access.Open;
import lianxin.platform.Page;
import lianxin.platform.PageMaker;
import lianxin.platform.Refusal;
import lianxin.platform.Unlisted;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A case by its number, for whoever has no card to scan: large print, no account. Number and digits are sent in the body of a form; no address and no log names them. */
@Controller
class InquiryPages {

    private final Inquiries inquiries;
    private final PageMaker pages;
    private final MessageSource messages;

    InquiryPages(Inquiries inquiries, PageMaker pages, MessageSource messages) {
        this.inquiries = inquiries;
        this.pages = pages;
        this.messages = messages;
    }

    @GetMapping("/ask")
    @AtMost(perMinute = 60)
    @Open(because = "asks for a number and four digits, shows nothing")
    ModelAndView ask(Page page, HttpServletResponse response) {
        Unlisted.mark(response);
        return page.titled("inquiry.title").show("inquiry/ask", Map.of());
    }

    @PostMapping("/ask")
    @AtMost(perMinute = 10)
    @Open(
            because =
                    "whoever knows the number of a case and the last digits of its household’s telephone sees that case")
    ModelAndView look(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String four,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Unlisted.mark(response);
        var found = inquiries.look(number, four, request.getRemoteAddr());
        return page.titled("inquiry.title").show("inquiry/case", Map.of("one", found));
    }

    /** What is refused is said above the form, in the same large print: whoever mistyped stands where he was. */
    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        refusal.getHeaders().toSingleValueMap().forEach(response::setHeader);
        var page = pages.of(request);
        var said = refusal.updateAndGetBody(messages, page.words().locale());
        var view = page.titled("inquiry.title").show("inquiry/ask", Map.of("problem", said));
        view.setStatus(refusal.getStatusCode());
        return view;
    }
}
