package lianxin.atlas;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import lianxin.region.DivisionCode;
import lianxin.region.Fate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ReleasePages {

    private final Revisions revisions;

    ReleasePages(Revisions revisions) {
        this.revisions = revisions;
    }

    @GetMapping("/region/releases")
    @Needs(Right.REGION_LOAD)
    ModelAndView all(Page page, Caller caller) {
        return page.titled("atlas.releases")
                .show(
                        "atlas/releases",
                        Map.of("releases", revisions.releases(caller), "drafts", revisions.drafts(caller)));
    }

    @PostMapping("/region/releases")
    @Needs(Right.REGION_LOAD)
    String handIn(
            @RequestParam MultipartFile file,
            @RequestParam String source,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            Caller caller)
            throws IOException {
        return "redirect:/region/releases/" + revisions.handIn(file.getBytes(), source, day, caller);
    }

    @PostMapping("/region/releases/bundled")
    @Needs(Right.REGION_LOAD)
    String bundled(Page page, Caller caller, RedirectAttributes after) {
        var loaded = revisions.loadBundled(caller);
        after.addFlashAttribute("said", page.t("atlas.loaded", loaded.changes().size()));
        return "redirect:/region";
    }

    @GetMapping("/region/releases/{draft}")
    @Needs(Right.REGION_LOAD)
    ModelAndView compare(@PathVariable UUID draft, Page page, Caller caller) {
        return page.titled("atlas.compare")
                .show(
                        "atlas/compare",
                        Map.of(
                                "draft",
                                revisions.draft(draft, caller),
                                "comparison",
                                revisions.compare(draft, caller)));
    }

    @PostMapping("/region/releases/{draft}/decide")
    @Needs(Right.REGION_LOAD)
    String decide(
            @PathVariable UUID draft,
            @RequestParam UUID place,
            @RequestParam String fate,
            @RequestParam(defaultValue = "") String codes,
            Caller caller) {
        revisions.decide(draft, place, fate(fate, codes), caller);
        return "redirect:/region/releases/" + draft;
    }

    @PostMapping("/region/releases/{draft}/sure")
    @Needs(Right.REGION_LOAD)
    String sure(@PathVariable UUID draft, Page page, Caller caller, RedirectAttributes after) {
        after.addFlashAttribute("said", page.t("atlas.sure-decided", revisions.decideSure(draft, caller)));
        return "redirect:/region/releases/" + draft;
    }

    @PostMapping("/region/releases/{draft}/reconsider")
    @Needs(Right.REGION_LOAD)
    String reconsider(@PathVariable UUID draft, @RequestParam UUID place, Caller caller) {
        revisions.reconsider(draft, place, caller);
        return "redirect:/region/releases/" + draft;
    }

    @PostMapping("/region/releases/{draft}/discard")
    @Needs(Right.REGION_LOAD)
    String discard(@PathVariable UUID draft, Page page, Caller caller, RedirectAttributes after) {
        revisions.discard(draft, caller);
        after.addFlashAttribute("said", page.t("atlas.discarded"));
        return "redirect:/region/releases";
    }

    @PostMapping("/region/releases/{draft}/apply")
    @Needs(Right.REGION_LOAD)
    String apply(@PathVariable UUID draft, Page page, Caller caller, RedirectAttributes after) {
        var applied = revisions.apply(draft, caller);
        after.addFlashAttribute(
                "said", page.t("atlas.applied", applied.changes().size(), applied.unchanged()));
        return "redirect:/region";
    }

    /** The word of the form, and the codes it leads to; whatever cannot be read leads nowhere and is refused as a code. */
    private static Fate fate(String word, String codes) {
        var to = Arrays.stream(codes.split("[\\s,，、]+"))
                .filter(code -> !code.isEmpty())
                .map(DivisionCode::of)
                .toList();
        return switch (word) {
            case "ENDED" -> new Fate.Ended();
            case "SPLIT" -> new Fate.Split(to);
            case "MERGED" -> new Fate.Merged(to.isEmpty() ? DivisionCode.of(codes) : to.getFirst());
            default -> new Fate.Keeps(to.isEmpty() ? DivisionCode.of(codes) : to.getFirst());
        };
    }
}
