package lianxin.open311;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lianxin.cases.CaseMoved;
import lianxin.cases.CaseOpened;
import lianxin.cases.CasesMoved;
import lianxin.cases.Inlet;
import lianxin.cases.Step;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.scope.Standing;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down what is to be sent, in the transaction that moved the case: either both are there afterwards or neither. A message says what GeoReport says of a
 * case that somebody else handed in, and no more.
 */
@Component
class Outbox {

    /** What changes nothing of what is told. */
    private static final Set<Step.Deed> QUIET =
            EnumSet.of(Step.Deed.PAUSED, Step.Deed.RESUMED, Step.Deed.ESCALATED, Step.Deed.TOLD, Step.Deed.MEDIATED);

    private final HookStore store;
    private final Inlet inlet;
    private final Reports reports;
    private final Shapes shapes;
    private final Standing standing;
    private final JsonMapper json;
    private final Clock clock;

    Outbox(
            HookStore store,
            Inlet inlet,
            Reports reports,
            Shapes shapes,
            Standing standing,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.inlet = inlet;
        this.reports = reports;
        this.shapes = shapes;
        this.standing = standing;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    void on(CaseOpened news) {
        put("request.opened", List.of(news.subject()));
    }

    @EventListener
    void on(CaseMoved news) {
        if (!QUIET.contains(news.deed())) {
            put("request.changed", List.of(news.subject()));
        }
    }

    @EventListener
    void on(CasesMoved news) {
        put("request.changed", news.cases());
    }

    private void put(String type, Collection<UUID> cases) {
        standing.houseDoes(() -> {
            var hooks = store.live();
            if (hooks.isEmpty()) {
                return;
            }
            var concerned = inlet.byId(cases).stream()
                    .filter(one -> hooks.stream().anyMatch(hook -> hook.at(one.place())))
                    .toList();
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var bodies = bodies(type, reports.others(concerned), now);
            for (var i = 0; i < concerned.size(); i++) {
                var one = concerned.get(i);
                for (var hook : hooks) {
                    if (hook.at(one.place())) {
                        store.add(hook.id(), Ids.next(), one.id(), one.place(), one.number(), bodies.get(i), now);
                    }
                }
            }
        });
    }

    private List<String> bodies(String type, List<Reports.Told> told, Instant now) {
        var today = LocalDate.ofInstant(now, CountyTime.ZONE);
        return shapes.requests(told, today, Locale.CHINESE).items().stream()
                .map(request ->
                        json.writeValueAsString(Tree.of("type", type, "timestamp", now.toString(), "data", request)))
                .toList();
    }
}
