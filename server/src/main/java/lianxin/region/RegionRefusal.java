package lianxin.region;

import lianxin.platform.Refusal;

final class RegionRefusal {

    static final Refusal.Kind NOT_A_CODE = new Refusal.Kind(400, "not-a-division-code");
    static final Refusal.Kind NO_DIVISIONS = new Refusal.Kind(404, "no-divisions-yet");
    static final Refusal.Kind NO_SUCH_DIVISION = new Refusal.Kind(404, "no-such-division");

    static final Refusal.Kind FILE_EMPTY = new Refusal.Kind(422, "divisions-empty");
    static final Refusal.Kind FILE_TOO_LONG = new Refusal.Kind(413, "divisions-too-long");
    static final Refusal.Kind FILE_COLUMNS = new Refusal.Kind(422, "divisions-columns");
    static final Refusal.Kind FILE_ENCODING = new Refusal.Kind(422, "divisions-encoding");
    static final Refusal.Kind ROW_UNREADABLE = new Refusal.Kind(422, "divisions-row-unreadable");
    static final Refusal.Kind ROW_CODE = new Refusal.Kind(422, "divisions-row-code");
    static final Refusal.Kind ROW_LEVEL = new Refusal.Kind(422, "divisions-row-level");
    static final Refusal.Kind ROW_NAME = new Refusal.Kind(422, "divisions-row-name");
    static final Refusal.Kind ROW_TWICE = new Refusal.Kind(422, "divisions-row-twice");
    static final Refusal.Kind ROW_PARENT = new Refusal.Kind(422, "divisions-row-parent");

    static final Refusal.Kind NO_SOURCE = new Refusal.Kind(422, "drawing-without-source");
    static final Refusal.Kind NO_SUCH_DRAFT = new Refusal.Kind(404, "no-such-draft");
    static final Refusal.Kind FATE_LEADS_NOWHERE = new Refusal.Kind(422, "fate-leads-nowhere");
    static final Refusal.Kind CODE_CLAIMED_TWICE = new Refusal.Kind(409, "code-claimed-twice");
    static final Refusal.Kind UNDECIDED = new Refusal.Kind(409, "drawing-undecided");
    static final Refusal.Kind NOTHING_CHANGES = new Refusal.Kind(409, "drawing-changes-nothing");
    static final Refusal.Kind NOT_YET = new Refusal.Kind(422, "drawing-not-yet");
    static final Refusal.Kind TOO_EARLY = new Refusal.Kind(409, "drawing-too-early");
    static final Refusal.Kind ENDS_AS_IT_BEGINS = new Refusal.Kind(409, "place-ends-as-it-begins");
    static final Refusal.Kind ALREADY_LOADED = new Refusal.Kind(409, "divisions-already-loaded");
    static final Refusal.Kind OTHER_LEVEL = new Refusal.Kind(422, "place-of-another-level");
    static final Refusal.Kind SPLIT_INTO_ONE = new Refusal.Kind(422, "split-into-one");
    static final Refusal.Kind PLACES_UNDER_IT = new Refusal.Kind(409, "places-under-it");
    static final Refusal.Kind NOTHING_ABOVE = new Refusal.Kind(409, "nothing-above-it");
    static final Refusal.Kind NOT_UNDER = new Refusal.Kind(422, "code-not-under-place");

    private RegionRefusal() {}
}
