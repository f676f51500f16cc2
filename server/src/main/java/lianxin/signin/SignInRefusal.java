package lianxin.signin;

import lianxin.platform.Refusal;

final class SignInRefusal {

    static final Refusal.Kind LINK_OVER = new Refusal.Kind(404, "link-over");
    static final Refusal.Kind PASSWORD_WEAK = new Refusal.Kind(422, "password-weak");
    static final Refusal.Kind TOO_SOON = new Refusal.Kind(429, "too-soon");
    static final Refusal.Kind CODE_WRONG = new Refusal.Kind(422, "code-wrong");
    static final Refusal.Kind PROVE_AGAIN = new Refusal.Kind(403, "prove-again");
    static final Refusal.Kind PASSWORD_WRONG = new Refusal.Kind(422, "password-wrong");
    static final Refusal.Kind TOO_MANY = new Refusal.Kind(429, "too-many");

    static final Refusal.Kind PHONE_UNKNOWN = new Refusal.Kind(401, "phone-unknown");
    static final Refusal.Kind PHONE_CLOCK = new Refusal.Kind(401, "phone-clock");
    static final Refusal.Kind PHONE_KEY = new Refusal.Kind(422, "phone-key");
    static final Refusal.Kind PHONE_TOO_MUCH = new Refusal.Kind(413, "phone-too-much");
    static final Refusal.Kind PHONES_WAIT = new Refusal.Kind(503, "phones-wait");

    private SignInRefusal() {}
}
