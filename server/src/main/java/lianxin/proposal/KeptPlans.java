package lianxin.proposal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.matcher.Matcher;
import lianxin.region.Ground;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is kept of a plan beside its pairs, so that a repair can go on where the search ended, after any restart: what a place with each cadre costs by it, and
 * which engine and which scheme say so (ADR 0061).
 */
@Service
public class KeptPlans {

    private final RunStore runs;
    private final LoadStore loads;

    KeptPlans(RunStore runs, LoadStore loads) {
        this.runs = runs;
        this.loads = loads;
    }

    /**
     * The prices, in metres, of the plan adopted last on the ground for those of these cadres who had a part in it; empty when there is none or it is of another
     * engine or another scheme. They need not be trusted: a search that begins with wrong prices ends with the same best, only later.
     */
    @Transactional(readOnly = true)
    public Map<UUID, Long> prices(Ground ground, UUID scheme, Collection<UUID> cadres) {
        return runs.adoptedLast(ground)
                .filter(plan ->
                        plan.engine() == Matcher.VERSION && plan.scheme().equals(scheme))
                .map(plan -> loads.of(plan.id(), List.copyOf(cadres)).stream()
                        .collect(Collectors.toMap(load -> load.post().cadre(), Load::price)))
                .orElse(Map.of());
    }
}
