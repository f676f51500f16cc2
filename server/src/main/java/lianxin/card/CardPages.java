package lianxin.card;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.access.AtMost;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Open;
import lianxin.access.Right;
import lianxin.platform.Door;
import lianxin.platform.Page;
import lianxin.platform.Unlisted;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class CardPages {

    private final Cards cards;
    private final CardSheet sheet;
    private final Divisions divisions;

    CardPages(Cards cards, CardSheet sheet, Divisions divisions) {
        this.cards = cards;
        this.sheet = sheet;
        this.divisions = divisions;
    }

    @Bean
    static Door cardDoor() {
        return new Door(70, "card.door", "/cards", Right.CARD_PRINT.name());
    }

    @GetMapping("/cards")
    @Needs(Right.CARD_PRINT)
    ModelAndView cards(@RequestParam @Nullable DivisionCode place, Page page, Caller caller) {
        var here = divisions.here(place, page.day(), caller.ground());
        var crumbs = divisions.crumbs(here, page.day(), caller.ground());
        return here.level() == Level.TOWNSHIP || here.level() == Level.VILLAGE
                ? page.titled("card.title")
                        .at(crumbs, here.code().toString())
                        .show(
                                "card/villages",
                                Map.of(
                                        "villages",
                                        cards.standing(
                                                here.code(),
                                                divisions.on(here.code().ground(), Level.VILLAGE, page.day()),
                                                caller)))
                : page.titled("card.title")
                        .at(crumbs, here.code().toString())
                        .show("card/places", Map.of("places", divisions.children(here, page.day())));
    }

    /** Printing issues cards, so it is a deed and not a look. */
    @PostMapping(value = "/cards/village/{code}.pdf")
    @Needs(Right.CARD_PRINT)
    void village(@PathVariable DivisionCode code, Page page, Caller caller, HttpServletResponse response)
            throws IOException {
        var village = divisions.require(code);
        print(cards.printVillage(code, caller), village.name(), code.toString(), page, response);
    }

    @PostMapping(value = "/cards/household/{household}.pdf")
    @Needs(Right.CARD_PRINT)
    void household(@PathVariable UUID household, Page page, Caller caller, HttpServletResponse response)
            throws IOException {
        var face = cards.print(household, caller);
        var village = divisions.require(face.household().village(), page.today());
        print(List.of(face), village.name(), face.household().key(), page, response);
    }

    /** The household's own page. Large print, no account, nothing about the family. */
    @GetMapping("/h/{code}")
    @AtMost(perMinute = 300)
    @Open(because = "whoever holds the card holds the code; the page names the contact and nobody else")
    ModelAndView mine(@PathVariable String code, Page page, HttpServletResponse response) {
        Unlisted.mark(response);
        return page.titled("card.yours").show("card/household", Map.of("contact", cards.behind(code)));
    }

    private void print(List<Cards.Face> faces, String village, String name, Page page, HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "inline; filename=\"cards-" + name.replaceAll("[^A-Za-z0-9-]", "_") + ".pdf\"");
        sheet.write(faces, village, page.words(), response.getOutputStream());
    }
}
