package lianxin.deeds;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import lianxin.access.AtMost;
import lianxin.access.Open;
import lianxin.platform.Page;
import lianxin.platform.Paper;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The list everybody may read, on a screen or on the board. */
@Controller
class PublicDeedPages {

    private final Posters posters;
    private final Divisions divisions;
    private final Paper paper;

    PublicDeedPages(Posters posters, Divisions divisions, Paper paper) {
        this.posters = posters;
        this.divisions = divisions;
        this.paper = paper;
    }

    @GetMapping("/promised/{code}")
    @AtMost(perMinute = 60)
    @Open(because = "what was promised in public is read in public")
    ModelAndView list(@PathVariable DivisionCode code, Page page) {
        var place = divisions.require(code, page.today());
        return page.titled("deeds.public")
                .show("deeds/public", Map.of("poster", posters.of(place, page.words()), "code", code.toString()));
    }

    @GetMapping("/promised/{code}.pdf")
    @AtMost(perMinute = 12)
    @Open(because = "anybody may print what hangs in public")
    void print(@PathVariable DivisionCode code, Page page, HttpServletResponse response) throws IOException {
        var place = divisions.require(code, page.today());
        var poster = posters.of(place, page.words());
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"promised-" + code + ".pdf\"");
        paper.print("deeds/print.jte", Map.of("poster", poster, "words", page.words()), response.getOutputStream());
    }
}
