package lianxin.particulars;

import lianxin.platform.Refusal;

final class ParticularsRefusal {

    static final Refusal.Kind NOT_AN_ID_NUMBER = new Refusal.Kind(422, "not-an-id-number");
    static final Refusal.Kind NOT_A_PHONE = new Refusal.Kind(422, "not-a-phone");
    static final Refusal.Kind NOT_KEPT = new Refusal.Kind(404, "particular-not-kept");
    static final Refusal.Kind KEPT_ELSEWHERE = new Refusal.Kind(409, "id-number-kept-elsewhere");

    static final Refusal.Kind LOCKED = new Refusal.Kind(409, "particulars-restricted");
    static final Refusal.Kind WHOLE_NUMBER = new Refusal.Kind(422, "whole-number-needed");
    static final Refusal.Kind ASKED_TOO_OFTEN = new Refusal.Kind(429, "asked-too-often");
    static final Refusal.Kind NOT_AGREED_YET = new Refusal.Kind(422, "consent-day");

    private ParticularsRefusal() {}
}
