package lianxin.matcher;

/** The box around each unit's cadres, to bound distances without looking at every pair. */
final class Reach {

    private final Problem p;
    private final int[] box;

    Reach(Problem p) {
        this.p = p;
        box = new int[p.units * 4];
        for (int u = 0; u < p.units; u++) {
            int left = Integer.MAX_VALUE;
            int right = Integer.MIN_VALUE;
            int low = Integer.MAX_VALUE;
            int high = Integer.MIN_VALUE;
            for (int i = p.unitCadreStart[u]; i < p.unitCadreStart[u + 1]; i++) {
                int c = p.unitCadre[i];
                left = Math.min(left, p.cadreX[c]);
                right = Math.max(right, p.cadreX[c]);
                low = Math.min(low, p.cadreY[c]);
                high = Math.max(high, p.cadreY[c]);
            }
            box[u * 4] = left;
            box[u * 4 + 1] = right;
            box[u * 4 + 2] = low;
            box[u * 4 + 3] = high;
        }
    }

    /** No cadre who may serve the village is farther than this. */
    int farthest(int village) {
        int farthest = 0;
        int x = p.villageX[village];
        int y = p.villageY[village];
        for (int i = p.villageUnitStart[village]; i < p.villageUnitStart[village + 1]; i++) {
            int u = p.villageUnit[i];
            if (p.unitCadreStart[u] < p.unitCadreStart[u + 1]) {
                int dx = Math.max(Math.abs(x - box[u * 4]), Math.abs(x - box[u * 4 + 1]));
                int dy = Math.max(Math.abs(y - box[u * 4 + 2]), Math.abs(y - box[u * 4 + 3]));
                farthest = Math.max(farthest, Problem.metres(0, 0, dx, dy) + 1);
            }
        }
        return farthest;
    }
}
