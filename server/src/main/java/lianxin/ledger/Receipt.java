package lianxin.ledger;

import java.util.Base64;
import java.util.List;

/**
 * Shows to its holder for ever that a leaf is in the log: the leaf, its place, the way up to a signed root (C2SP tlog-proof, the leaf as
 * {@code extra}).
 */
public record Receipt(byte[] leaf, long index, List<Hash> proof, Note note) {

    private static final String FIRST = "c2sp.org/tlog-proof@v1";

    public Receipt {
        proof = List.copyOf(proof);
    }

    /** Reads a receipt. */
    public static Receipt parse(String text) {
        var gap = text.indexOf("\n\n");
        var lines = gap < 0 ? List.<String>of() : text.substring(0, gap).lines().toList();
        if (lines.size() < 3
                || !lines.get(0).equals(FIRST)
                || !lines.get(1).startsWith("extra ")
                || !lines.get(2).matches("index (0|[1-9][0-9]{0,17})")) {
            throw new Broken("not-a-receipt");
        }
        return new Receipt(
                Base64.getDecoder().decode(lines.get(1).substring("extra ".length())),
                Long.parseLong(lines.get(2).substring("index ".length())),
                lines.stream().skip(3).map(Hash::parse).toList(),
                Note.parse(text.substring(gap + 2)));
    }

    /** Whether a receipt begins so. */
    static boolean looksLike(String text) {
        return text.startsWith(FIRST);
    }

    /** Whether it leads from the leaf to a root that the log of that key has signed. */
    public boolean holds(VerifierKey log) {
        var checkpoint = note.checkpoint();
        return note.signedBy(log)
                && Proofs.includes(Hash.leaf(leaf), index, checkpoint.size(), checkpoint.root(), proof);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(FIRST)
                .append("\nextra ")
                .append(Base64.getEncoder().encodeToString(leaf))
                .append("\nindex ")
                .append(index)
                .append('\n');
        proof.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(note).toString();
    }
}
