package lianxin.registry;

import lianxin.platform.Refusal;

final class RegistryRefusal {

    static final Refusal.Kind NO_SUCH_HOUSEHOLD = new Refusal.Kind(404, "no-such-household");
    static final Refusal.Kind HOUSEHOLDS_BY_CONTACT = new Refusal.Kind(403, "households-by-contact");
    static final Refusal.Kind SIZE_UNLIKELY = new Refusal.Kind(422, "size-unlikely");
    static final Refusal.Kind NO_SUCH_NEED = new Refusal.Kind(422, "no-such-need");
    static final Refusal.Kind REVIEW_PAST = new Refusal.Kind(422, "review-past");
    static final Refusal.Kind HOUSEHOLD_ENDED = new Refusal.Kind(409, "household-ended");
    static final Refusal.Kind NOT_A_VILLAGE = new Refusal.Kind(422, "not-a-village");
    static final Refusal.Kind ALREADY_THERE = new Refusal.Kind(422, "already-there");
    static final Refusal.Kind SPLIT_LEAVES_NOBODY = new Refusal.Kind(422, "split-leaves-nobody");
    static final Refusal.Kind MERGE_APART = new Refusal.Kind(422, "merge-apart");
    static final Refusal.Kind PLACE_STILL_LIVED_IN = new Refusal.Kind(409, "place-still-lived-in");
    static final Refusal.Kind LOAD_MOVED_HOUSEHOLDS = new Refusal.Kind(409, "load-moved-households");

    private RegistryRefusal() {}
}
