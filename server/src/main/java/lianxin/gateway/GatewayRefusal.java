package lianxin.gateway;

import lianxin.platform.Refusal;

final class GatewayRefusal {

    static final Refusal.Kind NOT_SIGNED = new Refusal.Kind(403, "gateway-signature");
    static final Refusal.Kind UNREADABLE = new Refusal.Kind(400, "gateway-unreadable");
    static final Refusal.Kind REPLAYED = new Refusal.Kind(409, "gateway-replayed");
    static final Refusal.Kind NOT_ASKED = new Refusal.Kind(404, "gateway-not-asked");
    static final Refusal.Kind UNCLEAR = new Refusal.Kind(422, "gateway-unclear");
    static final Refusal.Kind CONSENT_DAY = new Refusal.Kind(422, "message-consent-day");
    static final Refusal.Kind NO_QUESTION = new Refusal.Kind(404, "no-such-question");
    static final Refusal.Kind NOT_FAILED = new Refusal.Kind(409, "question-not-failed");

    private GatewayRefusal() {}
}
