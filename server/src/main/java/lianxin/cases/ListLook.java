package lianxin.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.scope.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of a list beside what is known already: what an earlier list brought, what looks like an open case of the village, what the words are about. */
@Component
class ListLook {

    private static final Duration RECENT = Duration.ofDays(90);

    private final ListStore store;
    private final CaseStore cases;
    private final Suggestions suggestions;
    private final Standing standing;

    ListLook(ListStore store, CaseStore cases, Suggestions suggestions, Standing standing) {
        this.store = store;
        this.cases = cases;
        this.suggestions = suggestions;
        this.standing = standing;
    }

    /** The rows with what their words suggest, where the list does not say what they are about. */
    List<CaseList.Entry> about(List<CaseList.Entry> entries) {
        return entries.stream()
                .map(entry -> entry.said()
                        ? entry
                        : entry.suggested(suggestions.of(entry.words()).orElse("")))
                .toList();
    }

    /**
     * All rows of a list that waits. That a row was brought is known wherever in the county it was; what became of it, only on one’s own ground. Asks four questions, however
     * long the list is.
     */
    List<CaseList.Looked> at(CaseList list, Instant now, Caller caller) {
        var entries = store.entries(list.id());
        var brought = standing.house(
                () -> store.brought(entries.stream().map(CaseList.Entry::mark).toList()));
        var alike = store.alike(list.id(), now.minus(RECENT));
        var ids = new HashSet<>(brought.values());
        ids.addAll(alike.values());
        var known = cases.byId(ids).stream()
                .filter(one -> caller.ground().contains(one.place()))
                .collect(Collectors.toMap(Case::id, Function.identity()));
        return entries.stream()
                .map(entry -> new CaseList.Looked(
                        entry,
                        brought.containsKey(entry.mark())
                                ? new CaseList.Brought(known(known, brought.get(entry.mark())))
                                : null,
                        known(known, alike.get(entry.id()))))
                .toList();
    }

    private static @Nullable Case known(Map<UUID, Case> known, @Nullable UUID id) {
        return id == null ? null : known.get(id);
    }
}
