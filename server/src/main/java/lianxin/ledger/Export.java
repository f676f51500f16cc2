package lianxin.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A whole log as a file anybody can check: lines of text, each a word and what belongs to it.
 *
 * <pre>
 * lianxin-audit-export 1
 * key NAME+HASH+KEY            who signs the log; the checker should have it from elsewhere
 * leaf …                       the leaf’s own bytes to the end of the line, in the order of the tree
 * checkpoint BASE64            a signed state, after the leaves it speaks of
 * end COUNT                    so that half a file is not taken for a whole one
 * </pre>
 */
public final class Export {

    static final String FIRST = "lianxin-audit-export 1";
    static final String KEY = "key ";
    static final String LEAF = "leaf ";
    static final String CHECKPOINT = "checkpoint ";
    static final String END = "end ";

    private final OutputStream out;
    private long leaves;

    /** Begins the file. */
    public Export(OutputStream out, VerifierKey key) throws IOException {
        this.out = out;
        line(FIRST);
        line(KEY + key);
    }

    public void leaf(byte[] leaf) throws IOException {
        out.write(LEAF.getBytes(StandardCharsets.UTF_8));
        out.write(leaf);
        out.write('\n');
        leaves++;
    }

    public void checkpoint(String note) throws IOException {
        line(CHECKPOINT + Base64.getEncoder().encodeToString(note.getBytes(StandardCharsets.UTF_8)));
    }

    /** Ends the file. The stream stays open. */
    public void end() throws IOException {
        line(END + leaves);
        out.flush();
    }

    private void line(String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
