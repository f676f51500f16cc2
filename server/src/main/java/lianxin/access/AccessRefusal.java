package lianxin.access;

import lianxin.platform.Refusal;

final class AccessRefusal {

    static final Refusal.Kind NOT_YOURS = new Refusal.Kind(403, "not-yours");
    static final Refusal.Kind NOT_HERE = new Refusal.Kind(404, "not-here");
    static final Refusal.Kind NO_SUCH_ACCOUNT = new Refusal.Kind(404, "no-such-account");
    static final Refusal.Kind NO_MANDATE = new Refusal.Kind(403, "no-mandate");
    static final Refusal.Kind NOT_A_LOGIN = new Refusal.Kind(422, "not-a-login");
    static final Refusal.Kind ACCOUNT_WITHOUT_NAME = new Refusal.Kind(422, "account-without-name");
    static final Refusal.Kind LOGIN_TAKEN = new Refusal.Kind(409, "login-taken");
    static final Refusal.Kind NOT_TO_ONESELF = new Refusal.Kind(403, "not-to-oneself");
    static final Refusal.Kind MANDATE_INCOMPLETE = new Refusal.Kind(422, "mandate-incomplete");
    static final Refusal.Kind MANDATE_OVER = new Refusal.Kind(422, "mandate-over");
    static final Refusal.Kind NO_REASON = new Refusal.Kind(422, "no-reason");
    static final Refusal.Kind ABSENCE_TOO_LONG = new Refusal.Kind(422, "absence-too-long");
    static final Refusal.Kind NO_SUCH_DEPUTY = new Refusal.Kind(422, "no-such-deputy");

    private AccessRefusal() {}
}
