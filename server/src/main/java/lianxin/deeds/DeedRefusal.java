package lianxin.deeds;

import lianxin.platform.Refusal;

final class DeedRefusal {

    static final Refusal.Kind NO_SUCH_DEED = new Refusal.Kind(404, "no-such-deed");
    static final Refusal.Kind UNCLEAR = new Refusal.Kind(422, "deed-unclear");
    static final Refusal.Kind NOT_YOUR_PROMISE = new Refusal.Kind(403, "not-your-promise");
    static final Refusal.Kind NOT_FROM_HERE = new Refusal.Kind(409, "deed-not-from-here");
    static final Refusal.Kind MOVED = new Refusal.Kind(409, "deed-moved");
    static final Refusal.Kind FOR_HOUSEHOLDS = new Refusal.Kind(403, "deed-for-households");
    static final Refusal.Kind ONCE = new Refusal.Kind(409, "deed-answered-once");
    static final Refusal.Kind NOT_ASKED = new Refusal.Kind(409, "deed-not-asked");

    private DeedRefusal() {}
}
