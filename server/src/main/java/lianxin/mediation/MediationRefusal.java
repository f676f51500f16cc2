package lianxin.mediation;

import lianxin.platform.Refusal;

final class MediationRefusal {

    static final Refusal.Kind NO_SUCH_MATTER = new Refusal.Kind(404, "no-such-matter");
    static final Refusal.Kind NO_DESK = new Refusal.Kind(422, "mediation-desk");
    static final Refusal.Kind UNCLEAR = new Refusal.Kind(422, "mediation-unclear");
    static final Refusal.Kind NO_SUCH_KIND = new Refusal.Kind(422, "mediation-kind");
    static final Refusal.Kind NOT_NOW = new Refusal.Kind(409, "mediation-not-now");
    static final Refusal.Kind REWRITTEN = new Refusal.Kind(409, "mediation-rewritten");
    static final Refusal.Kind WRONG_DAY = new Refusal.Kind(422, "mediation-day");
    static final Refusal.Kind NOT_ALL = new Refusal.Kind(422, "mediation-not-all");
    static final Refusal.Kind NEVER_CONFIRMED = new Refusal.Kind(422, "mediation-never-confirmed");
    static final Refusal.Kind TOO_LATE_FOR_COURT = new Refusal.Kind(422, "mediation-confirmation-late");
    static final Refusal.Kind NO_CONSENT = new Refusal.Kind(422, "mediation-without-consent");
    static final Refusal.Kind NO_SUCH_PERSON = new Refusal.Kind(422, "mediation-person");
    static final Refusal.Kind TOLD_FIRST = new Refusal.Kind(409, "mediation-remedies-first");
    static final Refusal.Kind NOT_TAKEN_BACK = new Refusal.Kind(409, "mediation-not-taken-back");

    private MediationRefusal() {}
}
