package lianxin.overview;

import java.util.Map;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class SearchPages {

    private static final int LONGEST = 60;

    private final Search search;

    SearchPages(Search search) {
        this.search = search;
    }

    @GetMapping("/search")
    @Needs(Right.OVERVIEW_READ)
    ModelAndView search(@RequestParam(defaultValue = "") String q, Page page, Caller caller) {
        return page.titled("overview.search")
                .show(
                        "overview/search",
                        Map.of(
                                "hits",
                                search.find(q.length() > LONGEST ? q.substring(0, LONGEST) : q, caller),
                                "each",
                                Search.EACH));
    }
}
