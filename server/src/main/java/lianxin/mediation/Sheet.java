package lianxin.mediation;

import java.util.List;

/**
 * A paper of the dossier, as the printer gets it.
 *
 * @param desk which committee’s
 * @param rows what it says, label by label
 * @param says sentences of the law, or of the form
 * @param signs who signs, one line each
 */
public record Sheet(String title, String desk, String number, List<Row> rows, List<String> says, List<String> signs) {

    /** A label and what is written beside it. */
    public record Row(String label, String text) {}
}
