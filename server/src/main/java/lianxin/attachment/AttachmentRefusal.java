package lianxin.attachment;

import lianxin.platform.Refusal;

final class AttachmentRefusal {

    static final Refusal.Kind EMPTY = new Refusal.Kind(422, "attachment-empty");
    static final Refusal.Kind KIND = new Refusal.Kind(415, "attachment-kind");
    static final Refusal.Kind TOO_LARGE = new Refusal.Kind(413, "attachment-too-large");
    static final Refusal.Kind TOO_MANY = new Refusal.Kind(409, "attachment-too-many");
    static final Refusal.Kind PIXELS = new Refusal.Kind(422, "attachment-pixels");
    static final Refusal.Kind BROKEN = new Refusal.Kind(422, "attachment-broken");
    static final Refusal.Kind ACTIVE = new Refusal.Kind(422, "attachment-active");
    static final Refusal.Kind LOCKED = new Refusal.Kind(422, "attachment-locked");
    static final Refusal.Kind PAGES = new Refusal.Kind(422, "attachment-pages");
    static final Refusal.Kind BUSY = new Refusal.Kind(503, "attachment-busy");
    static final Refusal.Kind NO_SUCH = new Refusal.Kind(404, "no-such-attachment");

    private AttachmentRefusal() {}
}
