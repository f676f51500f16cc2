package lianxin.desk;

import java.util.List;

/** Rows that cannot be used, in sentences. */
final class BadRows extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> said;

    BadRows(List<String> said) {
        super(String.join("\n", said));
        this.said = said;
    }

    List<String> said() {
        return said;
    }
}
