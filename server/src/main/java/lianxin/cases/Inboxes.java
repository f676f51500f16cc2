package lianxin.cases;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.region.Division;
import lianxin.region.Divisions;
import lianxin.region.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All that a page of cases shows, asked in one transaction, as {@link Dossiers} for one case. */
@Service
public class Inboxes {

    private final Cases cases;
    private final Filters filters;
    private final Lines lines;
    private final Terms terms;
    private final Divisions divisions;

    Inboxes(Cases cases, Filters filters, Lines lines, Terms terms, Divisions divisions) {
        this.cases = cases;
        this.filters = filters;
        this.lines = lines;
        this.terms = terms;
        this.divisions = divisions;
    }

    /** By the names the page knows it by: words before a filter, a filter before a view. */
    @Transactional
    Map<String, @Nullable Object> of(Cases.View view, String q, Filter filter, LocalDate today, Caller caller) {
        var found = !q.isBlank()
                ? few(cases.search(q, caller))
                : filter.none() ? few(cases.in(view, caller)) : filters.find(filter, caller);
        var down = divisions.down(caller.ground(), today);
        var top = down.isEmpty() ? null : down.firstEntry().getKey();
        var categories = terms.categories(today);
        var model = new HashMap<String, @Nullable Object>();
        model.put("view", view);
        model.put("q", q);
        model.put("filter", q.isBlank() ? filter : Filter.NONE);
        model.put("kept", filters.kept(caller));
        model.put("lines", lines.of(found.cases(), Terms.byCode(categories)));
        model.put("more", found.more());
        model.put("sortable", sortable(found.cases(), caller));
        model.put("categories", categories);
        model.put("places", places(top, down));
        model.put("place", filter.place() == null ? "" : lines.place(filter.place()));
        model.put(
                "desks",
                top == null || caller.role() == Role.HANDLER
                        ? List.of()
                        : lines.choices(top.code().value(), today));
        model.put(
                "board",
                top != null && top.level() == Level.TOWNSHIP ? top.code().toString() : "");
        return model;
    }

    /** A view reads no further than it shows: where it is full there may be more. */
    private static Filters.Found few(List<Case> some) {
        return new Filters.Found(some, some.size() == Cases.SHOWN);
    }

    /** Cases the caller may give to somebody from a list. */
    private static Set<UUID> sortable(List<Case> found, Caller caller) {
        return found.stream()
                .filter(one -> Triage.gives(one, caller))
                .map(Case::id)
                .collect(Collectors.toSet());
    }

    /** Where one may look: the parts of one’s ground, and the parts of each; below a city that ends with townships. */
    private static Map<Division, List<Division>> places(
            @Nullable Division top, SequencedMap<Division, List<Division>> down) {
        var places = new LinkedHashMap<>(down);
        if (top != null && top.level() == Level.TOWNSHIP) {
            places.keySet().retainAll(Set.of(top));
        } else if (top != null) {
            places.remove(top);
        }
        return places;
    }
}
