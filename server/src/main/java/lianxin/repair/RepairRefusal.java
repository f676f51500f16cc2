package lianxin.repair;

import lianxin.platform.Refusal;

final class RepairRefusal {

    static final Refusal.Kind NOTHING_TO_REPAIR = new Refusal.Kind(422, "nothing-to-repair");
    static final Refusal.Kind NO_REPAIR = new Refusal.Kind(409, "no-repair");
    static final Refusal.Kind REPAIR_CHANGED = new Refusal.Kind(409, "repair-changed");
    static final Refusal.Kind BEYOND_YOUR_GROUND = new Refusal.Kind(403, "beyond-your-ground");

    private RepairRefusal() {}
}
