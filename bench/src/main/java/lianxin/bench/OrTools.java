package lianxin.bench;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import lianxin.matcher.Flow;

/** Google's cost-scaling push-relabel (Goldberg 1997), through its Java binding. */
final class OrTools implements Peer {

    OrTools() {
        Loader.loadNativeLibraries();
    }

    @Override
    public Solving of(Flow flow) {
        var solver = new MinCostFlow();
        flow.arcs((from, to, capacity, price) -> solver.addArcWithCapacityAndUnitCost(from, to, capacity, price));
        for (int node = 0; node < flow.nodes(); node++) {
            solver.setNodeSupply(node, flow.supply(node));
        }
        return () -> switch (solver.solve()) {
            case MinCostFlowBase.Status.OPTIMAL -> solver.getOptimalCost();
            case MinCostFlowBase.Status.INFEASIBLE -> NONE;
            case MinCostFlowBase.Status status -> throw new IllegalStateException("OR-Tools: " + status);
        };
    }
}
