package lianxin.egress;

import java.io.IOException;

/** The house does not call there. The message says why, for the operator’s log; nobody else is told, since it says what lies where. */
public final class Forbidden extends IOException {

    private static final long serialVersionUID = 1;

    Forbidden(String why) {
        super(why);
    }
}
