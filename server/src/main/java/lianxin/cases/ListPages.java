package lianxin.cases;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lianxin.access.AtMost;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists of what was heard elsewhere: handed in, looked at, opened, undone. */
@Controller
class ListPages {

    private final CaseLists lists;
    private final Lines lines;

    ListPages(CaseLists lists, Lines lines) {
        this.lists = lists;
        this.lines = lines;
    }

    @GetMapping("/cases/lists")
    @Needs(Right.CASE_TRIAGE)
    ModelAndView all(Page page, Caller caller) {
        var all = lists.lists(caller);
        var model = new HashMap<String, Object>();
        model.put("lists", all);
        model.put("sources", all.stream().map(CaseList::source).distinct().toList());
        return page.titled("cases.lists").show("cases/lists", model);
    }

    @PostMapping("/cases/lists")
    @AtMost(perMinute = 20)
    @Needs(Right.CASE_TRIAGE)
    String read(@RequestParam MultipartFile file, @RequestParam String source, Page page, Caller caller)
            throws IOException {
        if (file.isEmpty()) {
            throw CaseRefusal.NO_LIST.because();
        }
        try (var bytes = file.getInputStream()) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            return "redirect:/cases/lists/" + lists.read(name, source, bytes, page.words(), caller);
        }
    }

    @GetMapping("/cases/lists/template.xlsx")
    @Needs(Right.CASE_TRIAGE)
    void template(Page page, Caller caller, HttpServletResponse response) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(page.t("cases.list.file-name") + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        lists.template(response.getOutputStream(), page.words(), caller);
    }

    @GetMapping("/cases/lists/{id}")
    @Needs(Right.CASE_TRIAGE)
    ModelAndView one(@PathVariable UUID id, Page page, Caller caller) {
        var list = lists.require(id, caller);
        var model = new HashMap<String, Object>();
        model.put("list", list);
        model.put("rows", lines.rows(lists.rows(list, caller), page.today()));
        model.put("opened", lines.of(lists.opened(list, caller), page.today()));
        model.put("undoable", lists.undoable(list, caller));
        return page.titled(list.source()).show("cases/onelist", model);
    }

    @PostMapping("/cases/lists/{id}/keep")
    @Needs(Right.CASE_TRIAGE)
    String keep(
            @PathVariable UUID id,
            @RequestParam int fresh,
            @RequestParam(defaultValue = "") List<UUID> also,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        var kept = lists.keep(id, fresh, Set.copyOf(also), caller);
        next.addFlashAttribute(
                "said", page.t("cases.list.said.kept", page.words().n(kept.opened())));
        return "redirect:/cases/lists/" + id;
    }

    @PostMapping("/cases/lists/{id}/undo")
    @Needs(Right.CASE_TRIAGE)
    String undo(@PathVariable UUID id, Page page, Caller caller, RedirectAttributes next) {
        var undone = lists.undo(id, caller);
        next.addFlashAttribute(
                "said", page.t("cases.list.said.undone", page.words().n(undone.opened())));
        return "redirect:/cases/lists/" + id;
    }
}
