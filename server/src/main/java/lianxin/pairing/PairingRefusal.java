package lianxin.pairing;

import lianxin.platform.Refusal;

final class PairingRefusal {

    static final Refusal.Kind NOT_IN_SIGHT = new Refusal.Kind(404, "not-in-sight");
    static final Refusal.Kind NOTHING_TO_ADOPT = new Refusal.Kind(422, "nothing-to-adopt");
    static final Refusal.Kind DAY_TOO_FAR = new Refusal.Kind(422, "pairing-day-too-far");
    static final Refusal.Kind REASON_NOT_BY_HAND = new Refusal.Kind(422, "reason-not-by-hand");
    static final Refusal.Kind OUT_OF_DATE = new Refusal.Kind(409, "pairing-out-of-date");
    static final Refusal.Kind SOMEBODY_ADOPTS = new Refusal.Kind(409, "somebody-adopts");
    static final Refusal.Kind EXCLUDED_PAIR = new Refusal.Kind(409, "excluded-pair");
    static final Refusal.Kind PINNED_BY_HAND = new Refusal.Kind(409, "pinned-by-hand");
    static final Refusal.Kind HOUSEHOLD_NOT_IN_SCOPE = new Refusal.Kind(409, "household-not-in-scope");
    static final Refusal.Kind CADRE_NOT_SERVING = new Refusal.Kind(409, "cadre-not-serving");
    static final Refusal.Kind CONTACT_ALREADY = new Refusal.Kind(409, "contact-already");
    static final Refusal.Kind ENDS_BEFORE_CHANGE = new Refusal.Kind(409, "ends-before-change");
    static final Refusal.Kind BACKUP_UNFIT = new Refusal.Kind(422, "backup-unfit");
    static final Refusal.Kind ABSENCE_OVERLAPS = new Refusal.Kind(409, "absence-overlaps");

    private PairingRefusal() {}
}
