package lianxin.complaint;

import lianxin.platform.Refusal;

final class ComplaintRefusal {
    static final Refusal.Kind NO_SUCH = new Refusal.Kind(404, "no-such-complaint");
    static final Refusal.Kind UNCLEAR = new Refusal.Kind(422, "complaint-unclear");
    static final Refusal.Kind NOT_NOW = new Refusal.Kind(409, "complaint-not-now");
    static final Refusal.Kind MOVED = new Refusal.Kind(409, "complaint-moved");
    static final Refusal.Kind NOT_TO_BE_FOLLOWED = new Refusal.Kind(404, "complaint-not-found-by");
    static final Refusal.Kind NO_SUCH_CADRE = new Refusal.Kind(422, "complaint-no-such-cadre");
    static final Refusal.Kind OTHER_HANDS = new Refusal.Kind(403, "complaint-other-hands");
    static final Refusal.Kind NOT_SIGNED_IN = new Refusal.Kind(403, "complaint-not-signed-in");

    private ComplaintRefusal() {}
}
