package lianxin.platform;

final class PlatformRefusal {

    static final Refusal.Kind NOT_A_DAY = new Refusal.Kind(400, "not-a-day");
    static final Refusal.Kind MALFORMED = new Refusal.Kind(400, "malformed");
    static final Refusal.Kind NOTHING_HERE = new Refusal.Kind(404, "nothing-here");
    static final Refusal.Kind TOO_LARGE = new Refusal.Kind(413, "too-large");
    static final Refusal.Kind RULE_BROKEN = new Refusal.Kind(409, "rule-broken");
    static final Refusal.Kind BUSY = new Refusal.Kind(503, "busy");
    static final Refusal.Kind NOT_NOW = new Refusal.Kind(503, "not-now");
    static final Refusal.Kind DEFECT = new Refusal.Kind(500, "defect");

    private PlatformRefusal() {}
}
