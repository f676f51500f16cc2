package lianxin.mediation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The papers of a dossier, to be signed by hand. */
@Controller
class PaperPages {

    private final Mediations mediations;
    private final Lists lists;
    private final Divisions divisions;
    private final Paper paper;

    PaperPages(Mediations mediations, Lists lists, Divisions divisions, Paper paper) {
        this.mediations = mediations;
        this.lists = lists;
        this.divisions = divisions;
        this.paper = paper;
    }

    @GetMapping("/mediations/{id}/papers/{form}.pdf")
    @AtMost(perMinute = 20)
    @Needs(Right.MEDIATION_HANDLE)
    void print(@PathVariable UUID id, @PathVariable String form, Page page, Caller caller, HttpServletResponse response)
            throws IOException {
        var story = mediations.print(id, caller);
        var wanted = Papers.ready(story).stream()
                .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(form))
                .findFirst()
                .orElseThrow(MediationRefusal.NO_SUCH_MATTER::because);
        var matter = story.matter();
        var place = divisions
                .find(new DivisionCode(matter.place()), page.today())
                .map(d -> d.name())
                .orElse("—");
        var papers = new Papers(story, lists.called(matter, page.words()), place, lists.terms(), page.words());
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + form + "-" + id + ".pdf\"");
        paper.print(
                "mediation/print.jte",
                Map.of("sheet", papers.sheet(wanted), "words", page.words()),
                response.getOutputStream());
    }
}
