package lianxin.intake;

import lianxin.platform.Refusal;

final class IntakeRefusal {

    static final Refusal.Kind NO_SUCH_IMPORT = new Refusal.Kind(404, "no-such-import");
    static final Refusal.Kind NOT_NOW = new Refusal.Kind(409, "import-not-now");
    static final Refusal.Kind BAD_ROWS_LEFT = new Refusal.Kind(422, "import-bad-rows-left");
    static final Refusal.Kind CHECK_AGAIN = new Refusal.Kind(409, "import-check-again");
    static final Refusal.Kind FILE_GONE = new Refusal.Kind(409, "import-file-gone");
    static final Refusal.Kind NO_FILE = new Refusal.Kind(400, "import-no-file");
    static final Refusal.Kind NO_SUCH_COLUMN = new Refusal.Kind(400, "import-no-such-column");
    static final Refusal.Kind NO_SUCH_ROSTER = new Refusal.Kind(404, "no-such-roster");

    private IntakeRefusal() {}
}
