package lianxin.inquiry;

import lianxin.platform.Refusal;

final class InquiryRefusal {

    static final Refusal.Kind NO_MATCH = new Refusal.Kind(404, "inquiry-no-match");
    static final Refusal.Kind TOO_SOON = new Refusal.Kind(429, "inquiry-too-soon");

    private InquiryRefusal() {}
}
