package lianxin.record;

import lianxin.platform.Refusal;

final class RecordRefusal {

    static final Refusal.Kind NOT_SIGNED_YET = new Refusal.Kind(404, "not-signed-yet");
    static final Refusal.Kind NO_SUCH_LOGIN = new Refusal.Kind(422, "no-such-login");
    static final Refusal.Kind NOBODY_CALLED_SO = new Refusal.Kind(422, "nobody-called-so");

    private RecordRefusal() {}
}
