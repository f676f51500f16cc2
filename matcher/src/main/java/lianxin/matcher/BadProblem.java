package lianxin.matcher;

/** The problem as given makes no sense: an unknown number, limits that do not rise, prices that could overflow. */
public final class BadProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String where;
    private final String what;

    BadProblem(String where, String what) {
        super(where + ": " + what);
        this.where = where;
        this.what = what;
    }

    /** The row, such as {@code household 17}. */
    public String where() {
        return where;
    }

    /** What is wrong with it. */
    public String what() {
        return what;
    }
}
