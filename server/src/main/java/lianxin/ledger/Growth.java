package lianxin.ledger;

import java.util.List;

/**
 * What a witness is asked: sign along that a log has grown from {@code old} leaves to this note (C2SP tlog-witness, the body of
 * {@code add-checkpoint}).
 */
public record Growth(long old, List<Hash> proof, Note note) {

    public Growth {
        proof = List.copyOf(proof);
    }

    /** Reads the body. */
    public static Growth parse(String text) {
        var gap = text.indexOf("\n\n");
        if (gap < 0 || !text.matches("(?s)old (0|[1-9][0-9]{0,17})\n.*")) {
            throw new Broken("not-a-growth");
        }
        var lines = text.substring(0, gap).lines().toList();
        return new Growth(
                Long.parseLong(lines.getFirst().substring("old ".length())),
                lines.stream().skip(1).map(Hash::parse).toList(),
                Note.parse(text.substring(gap + 2)));
    }

    @Override
    public String toString() {
        var text = new StringBuilder("old ").append(old).append('\n');
        proof.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(note).toString();
    }
}
