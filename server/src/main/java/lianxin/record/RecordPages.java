package lianxin.record;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.access.StepUp;
import lianxin.platform.Door;
import lianxin.platform.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** How the record stands, for everybody; what is in it, for auditors. */
@Controller
class RecordPages {

    private final Auditing auditing;
    private final Conditions conditions;
    private final Checkpoints checkpoints;

    RecordPages(Auditing auditing, Conditions conditions, Checkpoints checkpoints) {
        this.auditing = auditing;
        this.conditions = conditions;
        this.checkpoints = checkpoints;
    }

    @Bean
    static Door recordDoor() {
        return new Door(90, "record.door", "/record", Right.AUDIT_READ.name());
    }

    @GetMapping("/record")
    @Needs(Right.AUDIT_READ)
    ModelAndView search(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            Page page,
            Caller caller) {
        var question = new Question(who, what, about, from, to, before);
        var found = auditing.search(question, caller);
        var model = new HashMap<String, Object>();
        model.put("question", question);
        model.put("found", found.stream().limit(Auditing.ROWS).toList());
        model.put("more", found.size() > Auditing.ROWS);
        model.put("words", Vocabulary.WORDS);
        return page.titled("record.title").show("record/search", model);
    }

    @GetMapping("/record/condition")
    @Needs(Right.RECORD_CONDITION)
    ModelAndView condition(Page page) {
        var model = new HashMap<String, Object>();
        model.put("condition", conditions.now());
        model.put("note", checkpoints.newest().orElse(""));
        model.put("key", checkpoints.key().orElse(""));
        return page.titled("record.condition").show("record/condition", model);
    }

    @GetMapping(value = "/record/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @Needs(Right.RECORD_CONDITION)
    @ResponseBody
    String checkpoint() {
        return checkpoints.newest().orElseThrow(() -> RecordRefusal.NOT_SIGNED_YET.because(0));
    }

    @GetMapping(value = "/record/receipts/{index}", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @Needs(Right.AUDIT_READ)
    @ResponseBody
    String receipt(@PathVariable long index, Caller caller) {
        return auditing.receipt(index, caller).toString();
    }

    @GetMapping("/record/export")
    @StepUp
    @Needs(Right.AUDIT_READ)
    void export(Caller caller, HttpServletResponse response) throws IOException {
        auditing.mayExport(caller);
        response.setContentType(MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"lianxin-record.txt\"");
        auditing.export(response.getOutputStream());
    }
}
