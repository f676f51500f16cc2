package lianxin.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lianxin.matcher.Flow;
import lianxin.matcher.Problem;

/**
 * Any min-cost flow, said as a pairing (after Wagner 1959). An arc is a village with as many households as it has capacity; each household goes to the
 * node at the arc's head, which means that it flows, or stays with the one at its tail, which means that it does not. The tail was last year's contact and
 * the arc's price is what leaving him costs; where that is negative it is the other way round. A node holds exactly what the arcs out of it
 * could carry, less its supply.
 *
 * <p>It shows that the matcher is exact on structures it was never made for. It is not fast there: one household for each unit of capacity.
 */
final class FlowAsPairing {

    private final Flow flow;
    private final List<List<Integer>> villagesOf = new ArrayList<>();
    private final Map<Long, Integer> classes = new HashMap<>();
    private final long[] holds;
    private int villages;
    private long households;
    private long constant;

    FlowAsPairing(Flow flow) {
        this.flow = flow;
        holds = new long[flow.nodes()];
        for (int node = 0; node < flow.nodes(); node++) {
            villagesOf.add(new ArrayList<>());
            holds[node] = -flow.supply(node);
        }
        flow.arcs((from, to, capacity, price) -> {
            villagesOf.get(from).add(villages);
            villagesOf.get(to).add(villages);
            villages++;
            classes.putIfAbsent(Math.abs(price), classes.size());
            holds[from] += capacity;
            households += capacity;
            constant += Math.min(0, price) * capacity;
        });
    }

    /** What to add to the price of the pairing to get that of the flow. */
    long constant() {
        return constant + flow.constant();
    }

    /** Whether some node would have to hold fewer than nobody: then no flow is feasible. */
    boolean hopeless() {
        for (long most : holds) {
            if (most < 0) {
                return true;
            }
        }
        return false;
    }

    Problem problem() {
        int nodes = flow.nodes();
        var b = Problem.builder(villages, classes.size(), 1, nodes, nodes, Math.toIntExact(households));
        classes.forEach((price, needClass) -> b.needClass(needClass, 0, price));
        for (int node = 0; node < nodes; node++) {
            int all = Math.toIntExact(holds[node]);
            b.unit(
                    node,
                    villagesOf.get(node).stream().mapToInt(Integer::intValue).toArray());
            b.cadre(node, node, 0, 0, 0, all, all, all, 0);
        }
        var next = new int[2]; // village, household
        flow.arcs((from, to, capacity, price) -> {
            int village = next[0]++;
            b.village(village, 0, 0);
            for (int i = 0; i < capacity; i++) {
                b.household(
                        next[1]++,
                        village,
                        Objects.requireNonNull(classes.get(Math.abs(price))),
                        price < 0 ? to : from);
            }
        });
        return b.build();
    }
}
