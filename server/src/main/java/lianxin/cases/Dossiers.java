package lianxin.cases;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lianxin.access.Caller;
import lianxin.mediation.Lists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All that the page of one case shows, asked in one transaction: asked one by one, the transactions took longer than the questions. */
@Service
public class Dossiers {

    private final Cases cases;
    private final Triage triage;
    private final Histories histories;
    private final Lines lines;
    private final Terms terms;
    private final Lists disputes;
    private final CaseAttachments attachments;

    Dossiers(
            Cases cases,
            Triage triage,
            Histories histories,
            Lines lines,
            Terms terms,
            Lists disputes,
            CaseAttachments attachments) {
        this.cases = cases;
        this.triage = triage;
        this.histories = histories;
        this.lines = lines;
        this.terms = terms;
        this.disputes = disputes;
        this.attachments = attachments;
    }

    /** A case, and what its page shows, by the names the page knows it by. */
    record Dossier(Case one, Map<String, @Nullable Object> model) {}

    /** Refused with 404 off the caller’s ground, or where it is none of his. */
    @Transactional
    Dossier of(UUID id, LocalDate today, Caller caller) {
        var one = cases.require(id, caller);
        var sorts = Triage.sorts(one, caller);
        var merged = cases.mergedInto(one);
        var alike = sorts && one.stage().work() ? cases.alike(one, caller) : List.<Case>of();
        var categories = terms.categories(today);
        var named = lines.of(together(one, merged, alike), Terms.byCode(categories));
        var model = new HashMap<String, @Nullable Object>();
        model.put("line", named.getFirst());
        model.put("history", histories.of(one));
        model.put("merged", named.subList(1, 1 + merged.size()));
        model.put("mine", one.desk().isOf(caller, one.place()));
        model.put("sorts", sorts);
        model.put("takes", triage.takes(one, caller));
        model.put("alike", named.subList(1 + merged.size(), named.size()));
        model.put("choices", sorts ? lines.choices(one.place(), today) : List.of());
        model.put("suggested", sorts ? triage.suggested(one) : null);
        model.put("likely", sorts && one.stage().work() ? triage.likely(one) : null);
        model.put("disputes", sorts && one.kind() == Kind.DISPUTE ? disputes.kinds(today) : List.of());
        model.put("files", attachments.of(one, caller));
        model.put("adds", attachments.adds(one, caller));
        model.put("bounds", attachments.bounds());
        model.put("categories", categories);
        model.put("term", terms.term(one.category(), today));
        model.put("lawful", terms.lawful(one.kind(), today).orElse(null));
        return new Dossier(one, model);
    }

    /** Their names are asked for at once. */
    private static List<Case> together(Case one, List<Case> merged, List<Case> alike) {
        return Stream.of(List.of(one), merged, alike).flatMap(List::stream).toList();
    }
}
