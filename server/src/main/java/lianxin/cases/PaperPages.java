package lianxin.cases;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.access.AtMost;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import lianxin.platform.Paper;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** On paper: a letter for whoever has no telephone, and what a village may read on its board. */
@Controller
class PaperPages {

    private static final int MONTHS = 12;

    private final Cases cases;
    private final Lines lines;
    private final Figures figures;
    private final Divisions divisions;
    private final Paper paper;
    private final String address;

    PaperPages(
            Cases cases,
            Lines lines,
            Figures figures,
            Divisions divisions,
            Paper paper,
            @Value("${lianxin.card.public-url}") String address) {
        this.cases = cases;
        this.lines = lines;
        this.figures = figures;
        this.divisions = divisions;
        this.paper = paper;
        this.address = address;
    }

    @GetMapping("/cases/{id}/letter.pdf")
    @AtMost(perMinute = 20)
    @Needs(Right.CASE_WRITE)
    void letter(@PathVariable UUID id, Page page, Caller caller, HttpServletResponse response) throws IOException {
        var one = cases.require(id, caller);
        var line = lines.of(List.of(one), page.today()).getFirst();
        answer(response, one.number());
        paper.print(
                "cases/letterprint.jte",
                Map.of("line", line, "today", page.today(), "words", page.words(), "asking", address + "/ask"),
                response.getOutputStream());
    }

    @GetMapping("/cases/board/{code}.pdf")
    @AtMost(perMinute = 20)
    @Needs(Right.BOARD_PRINT)
    void board(@PathVariable DivisionCode code, Page page, Caller caller, HttpServletResponse response)
            throws IOException {
        var here = divisions.here(code, page.today(), caller.ground());
        var to = page.today().plusDays(1);
        var tallies = figures.tally(here.code(), to.minusMonths(MONTHS), to, caller);
        answer(response, "board-" + code);
        paper.print(
                "cases/boardprint.jte",
                Map.of(
                        "sheet",
                        BoardSheet.of(here, page, tallies, lines.categories(page.today())),
                        "words",
                        page.words()),
                response.getOutputStream());
    }

    private static void answer(HttpServletResponse response, String name) {
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"");
    }
}
