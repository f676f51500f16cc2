package lianxin.board;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import lianxin.access.AtMost;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import lianxin.platform.Paper;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class BoardPages {

    private final Notices notices;
    private final Divisions divisions;
    private final Paper paper;

    BoardPages(Notices notices, Divisions divisions, Paper paper) {
        this.notices = notices;
        this.divisions = divisions;
        this.paper = paper;
    }

    @GetMapping("/board/{code}")
    @Needs(Right.BOARD_PRINT)
    ModelAndView form(@PathVariable DivisionCode code, Page page, Caller caller) {
        var village = divisions.here(code, page.today(), caller.ground());
        return page.titled("board.door")
                .at(divisions.crumbs(village, page.today(), caller.ground()), code.toString())
                .show("board/form", Map.of("village", village));
    }

    @PostMapping("/board/{code}.pdf")
    @AtMost(perMinute = 20)
    @Needs(Right.BOARD_PRINT)
    void print(
            @PathVariable DivisionCode code,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String note,
            Page page,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        var village = divisions.here(code, page.today(), caller.ground());
        var sheet = notices.contacts(village, title, note, page.words(), caller);
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"board-" + code + ".pdf\"");
        paper.print("board/print.jte", Map.of("sheet", sheet, "words", page.words()), response.getOutputStream());
    }
}
