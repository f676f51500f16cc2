package lianxin.registry;

import lianxin.platform.Refusal;

final class RegistryRefusal {

    static final Refusal.Kind NO_SUCH_HOUSEHOLD = new Refusal.Kind(404, "no-such-household");
    static final Refusal.Kind NO_SUCH_CADRE = new Refusal.Kind(404, "no-such-cadre");
    static final Refusal.Kind NO_SUCH_UNIT = new Refusal.Kind(404, "no-such-unit");
    static final Refusal.Kind HOUSEHOLDS_BY_CONTACT = new Refusal.Kind(403, "households-by-contact");
    static final Refusal.Kind CHANGED_MEANWHILE = new Refusal.Kind(409, "changed-meanwhile");
    static final Refusal.Kind KEY_TAKEN = new Refusal.Kind(409, "key-taken");
    static final Refusal.Kind NOT_A_KEY = new Refusal.Kind(422, "not-a-key");
    static final Refusal.Kind NAME_MISSING = new Refusal.Kind(422, "name-missing");
    static final Refusal.Kind SIZE_UNLIKELY = new Refusal.Kind(422, "size-unlikely");
    static final Refusal.Kind NO_SUCH_NEED = new Refusal.Kind(422, "no-such-need");
    static final Refusal.Kind REVIEW_PAST = new Refusal.Kind(422, "review-past");
    static final Refusal.Kind DAY_TO_COME = new Refusal.Kind(422, "day-to-come");
    static final Refusal.Kind DAY_TOO_EARLY = new Refusal.Kind(422, "day-too-early");
    static final Refusal.Kind HOUSEHOLD_ENDED = new Refusal.Kind(409, "household-ended");
    static final Refusal.Kind NOT_A_VILLAGE = new Refusal.Kind(422, "not-a-village");
    static final Refusal.Kind ALREADY_THERE = new Refusal.Kind(422, "already-there");
    static final Refusal.Kind SPLIT_LEAVES_NOBODY = new Refusal.Kind(422, "split-leaves-nobody");
    static final Refusal.Kind MERGE_APART = new Refusal.Kind(422, "merge-apart");
    static final Refusal.Kind CADRE_LEFT = new Refusal.Kind(409, "cadre-left");
    static final Refusal.Kind CADRE_HOLDS_HOUSEHOLDS = new Refusal.Kind(409, "cadre-holds-households");
    static final Refusal.Kind NOT_A_RANK = new Refusal.Kind(422, "not-a-rank");
    static final Refusal.Kind CAPACITY_UNLIKELY = new Refusal.Kind(422, "capacity-unlikely");
    static final Refusal.Kind EXEMPTION_WITHOUT_END = new Refusal.Kind(422, "exemption-without-end");
    static final Refusal.Kind UNIT_IN_ITSELF = new Refusal.Kind(422, "unit-in-itself");
    static final Refusal.Kind UNIT_HAS_CADRES = new Refusal.Kind(409, "unit-has-cadres");
    static final Refusal.Kind NOT_A_UNIT_KIND = new Refusal.Kind(422, "not-a-unit-kind");
    static final Refusal.Kind PLACE_STILL_LIVED_IN = new Refusal.Kind(409, "place-still-lived-in");
    static final Refusal.Kind LOAD_OUTDATED = new Refusal.Kind(409, "load-outdated");
    static final Refusal.Kind LOAD_DEPENDED_ON = new Refusal.Kind(409, "load-depended-on");
    static final Refusal.Kind LOAD_BUILT_UPON = new Refusal.Kind(409, "load-built-upon");
    static final Refusal.Kind LOAD_MOVED_HOUSEHOLDS = new Refusal.Kind(409, "load-moved-households");

    private RegistryRefusal() {}
}
