package lianxin.accounts;

import lianxin.platform.Refusal;

final class AccountsRefusal {

    static final Refusal.Kind NO_SUCH_KEY = new Refusal.Kind(422, "no-such-key");
    static final Refusal.Kind NOBODY_TO_WRITE_TO = new Refusal.Kind(422, "nobody-to-write-to");
    static final Refusal.Kind CANNOT_BE_WRITTEN = new Refusal.Kind(422, "cannot-be-written");

    private AccountsRefusal() {}
}
