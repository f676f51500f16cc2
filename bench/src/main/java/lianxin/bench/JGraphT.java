package lianxin.bench;

import java.util.ArrayList;
import java.util.List;
import lianxin.matcher.Flow;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.graph.DirectedWeightedMultigraph;

/** Capacity scaling of the Java library JGraphT. An arc of its graph is the number of ours. */
final class JGraphT implements Peer {

    @Override
    public Solving of(Flow flow) {
        var graph = new DirectedWeightedMultigraph<Integer, Integer>(null, null);
        for (int node = 0; node < flow.nodes(); node++) {
            graph.addVertex(node);
        }
        List<Integer> capacities = new ArrayList<>();
        flow.arcs((from, to, capacity, price) -> {
            int arc = capacities.size();
            capacities.add(capacity);
            graph.addEdge(from, to, arc);
            graph.setEdgeWeight(arc, (double) price);
        });
        var problem = new MinimumCostFlowProblemImpl<>(graph, flow::supply, capacities::get, _ -> 0);
        return () -> {
            try {
                return Math.round(new CapacityScalingMinimumCostFlow<Integer, Integer>()
                        .getMinimumCostFlow(problem)
                        .getCost());
            } catch (IllegalArgumentException e) {
                return NONE; // what it throws where no flow is feasible
            }
        };
    }
}
