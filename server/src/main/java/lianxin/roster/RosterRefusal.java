package lianxin.roster;

import lianxin.platform.Refusal;

final class RosterRefusal {

    static final Refusal.Kind NOT_A_KEY = new Refusal.Kind(422, "not-a-key");
    static final Refusal.Kind KEY_TAKEN = new Refusal.Kind(409, "key-taken");
    static final Refusal.Kind NAME_MISSING = new Refusal.Kind(422, "name-missing");
    static final Refusal.Kind DAY_TO_COME = new Refusal.Kind(422, "day-to-come");
    static final Refusal.Kind DAY_TOO_EARLY = new Refusal.Kind(422, "day-too-early");
    static final Refusal.Kind CHANGED_MEANWHILE = new Refusal.Kind(409, "changed-meanwhile");
    static final Refusal.Kind LOAD_OUTDATED = new Refusal.Kind(409, "load-outdated");
    static final Refusal.Kind LOAD_DEPENDED_ON = new Refusal.Kind(409, "load-depended-on");
    static final Refusal.Kind LOAD_BUILT_UPON = new Refusal.Kind(409, "load-built-upon");

    private RosterRefusal() {}
}
