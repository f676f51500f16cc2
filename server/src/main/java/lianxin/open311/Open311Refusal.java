package lianxin.open311;

import lianxin.platform.Refusal;

final class Open311Refusal {

    static final Refusal.Kind NO_KEY = new Refusal.Kind(403, "open311-key");
    static final Refusal.Kind NO_SERVICE = new Refusal.Kind(404, "open311-service");
    static final Refusal.Kind NO_REQUEST = new Refusal.Kind(404, "open311-request");
    static final Refusal.Kind NO_JURISDICTION = new Refusal.Kind(404, "open311-jurisdiction");
    static final Refusal.Kind MISSING = new Refusal.Kind(400, "open311-missing");
    static final Refusal.Kind NO_CLIENT = new Refusal.Kind(404, "open311-client");
    static final Refusal.Kind NO_HOOK = new Refusal.Kind(404, "open311-hook");
    static final Refusal.Kind NOT_ALLOWED = new Refusal.Kind(422, "open311-address");

    private Open311Refusal() {}
}
