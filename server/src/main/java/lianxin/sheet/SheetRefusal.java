package lianxin.sheet;

import lianxin.platform.Refusal;

/** Why what stands in a file is not understood. */
final class SheetRefusal {

    static final Refusal.Kind TOO_MANY_ROWS = new Refusal.Kind(413, "sheet-too-many-rows");
    static final Refusal.Kind NO_HEADER = new Refusal.Kind(422, "sheet-no-header");
    static final Refusal.Kind DUPLICATE_HEADER = new Refusal.Kind(422, "sheet-duplicate-header");
    static final Refusal.Kind UNSETTLED_HEADER = new Refusal.Kind(422, "sheet-unsettled-header");
    static final Refusal.Kind OTHER_HEADER = new Refusal.Kind(422, "sheet-other-header");

    private SheetRefusal() {}
}
