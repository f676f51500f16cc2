package lianxin.scheme;

import lianxin.platform.Refusal;

final class SchemeRefusal {

    static final Refusal.Kind SCHEME_UNSOUND = new Refusal.Kind(422, "scheme-unsound");
    static final Refusal.Kind SCHEME_UNREADABLE = new Refusal.Kind(422, "scheme-unreadable");
    static final Refusal.Kind NO_SCHEME = new Refusal.Kind(404, "no-scheme");
    static final Refusal.Kind GROUND_GIVEN_ALREADY = new Refusal.Kind(409, "ground-given-already");
    static final Refusal.Kind GROUND_NOT_GIVEN = new Refusal.Kind(409, "ground-not-given");
    static final Refusal.Kind EXCLUSION_UNSOUND = new Refusal.Kind(422, "exclusion-unsound");
    static final Refusal.Kind NOT_EXCLUDED = new Refusal.Kind(409, "not-excluded");
    static final Refusal.Kind NO_REASON = new Refusal.Kind(422, "ground-end-unsaid");
    static final Refusal.Kind EXCLUDED_ALREADY = new Refusal.Kind(409, "excluded-already");

    private SchemeRefusal() {}
}
