package lianxin.privacy;

import lianxin.platform.Refusal;

final class PrivacyRefusal {

    static final Refusal.Kind NOT_FOR_A_BOARD = new Refusal.Kind(422, "not-for-a-board");
    static final Refusal.Kind NOT_READ_BY_YOU = new Refusal.Kind(403, "not-read-by-you");

    private PrivacyRefusal() {}
}
