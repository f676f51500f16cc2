package lianxin.accounts;

/**
 * What somebody gets on paper, folded and closed, so that nobody on the way reads it.
 *
 * @param password good once, for choosing one's own
 */
public record Letter(String name, String unit, String post, String login, String password) {

    @Override
    public String toString() {
        return "Letter to " + login;
    }
}
