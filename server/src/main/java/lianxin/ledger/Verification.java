package lianxin.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks an export without the system it came from: every signed state in it, and every state and receipt that others have kept, must be a
 * state of this very list. One pass; a county's whole history needs no more memory than its first line.
 */
public final class Verification {

    private final @Nullable VerifierKey trusted;
    private final TreeMap<Long, List<Note>> kept = new TreeMap<>();
    private final TreeMap<Long, List<Receipt>> receipts = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    private final Frontier tree = new Frontier();
    private @Nullable VerifierKey key;
    private long checkpoints;
    private long covered;

    /** @param trusted the log’s key as the checker has it from elsewhere; null to take the one in the file, which proves less */
    public Verification(@Nullable VerifierKey trusted) {
        this.trusted = trusted;
        this.key = trusted;
    }

    /** A signed state that somebody outside has kept. */
    public void kept(Note note) {
        kept.computeIfAbsent(note.checkpoint().size(), _ -> new ArrayList<>()).add(note);
    }

    /** A receipt that somebody holds. */
    public void receipt(Receipt receipt) {
        receipts.computeIfAbsent(receipt.index(), _ -> new ArrayList<>()).add(receipt);
        kept(receipt.note());
    }

    /** Reads the export; what was told by {@link #kept} and {@link #receipt} before is held against it. */
    public Outcome read(Path export) throws IOException {
        try (var lines = Files.newBufferedReader(export, StandardCharsets.UTF_8)) {
            return read(lines);
        }
    }

    /** As {@link #read(Path)}. */
    public Outcome read(BufferedReader lines) throws IOException {
        if (!Export.FIRST.equals(lines.readLine())) {
            throw new Broken("not-an-export");
        }
        state();
        var ended = false;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (ended) {
                fault("fault.after-end");
                break;
            } else if (line.startsWith(Export.LEAF)) {
                leaf(line.substring(Export.LEAF.length()).getBytes(StandardCharsets.UTF_8));
            } else if (line.startsWith(Export.CHECKPOINT)) {
                checkpoint(line.substring(Export.CHECKPOINT.length()));
            } else if (line.startsWith(Export.KEY)) {
                key(line.substring(Export.KEY.length()));
            } else if (line.equals(Export.END + tree.size())) {
                ended = true;
            } else {
                fault("fault.line", tree.size());
            }
        }
        if (!ended) {
            fault("fault.half", tree.size());
        }
        kept.tailMap(tree.size(), false).forEach((size, notes) -> fault("fault.shorter", tree.size(), size));
        return new Outcome(tree.size(), covered, checkpoints, trusted != null, List.copyOf(faults));
    }

    private void key(String text) {
        var named = VerifierKey.parse(text);
        if (trusted == null) {
            key = named;
        } else if (!named.toString().equals(trusted.toString())) {
            fault("fault.key");
        }
    }

    private void leaf(byte[] leaf) {
        for (var receipt : receipts.getOrDefault(tree.size(), List.of())) {
            if (key == null || !receipt.holds(key) || !Hash.leaf(leaf).equals(Hash.leaf(receipt.leaf()))) {
                fault("fault.receipt", tree.size());
            }
        }
        tree.add(Hash.leaf(leaf));
        state();
    }

    /** The list as it is now against all that others have kept of this length. */
    private void state() {
        kept.getOrDefault(tree.size(), List.of()).forEach(note -> compare(note, "fault.kept"));
    }

    private void checkpoint(String base64) {
        try {
            var note = Note.parse(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
            checkpoints++;
            if (note.checkpoint().size() != tree.size()) {
                fault("fault.size", note.checkpoint().size(), tree.size());
            } else {
                compare(note, "fault.root");
            }
        } catch (Broken | IllegalArgumentException e) {
            fault("fault.line", tree.size());
        }
    }

    private void compare(Note note, String otherwise) {
        if (key == null || !note.signedBy(key)) {
            fault("fault.unsigned", tree.size());
        } else if (note.checkpoint().root().equals(tree.root())) {
            covered = tree.size();
        } else {
            fault(otherwise, covered, tree.size());
        }
    }

    private void fault(String words, Object... facts) {
        faults.add(Say.it(words, facts));
    }

    /**
     * What came out.
     *
     * @param leaves in the file
     * @param covered so many of them, from the first, stand under a signature
     * @param trusted whether the key came from elsewhere
     * @param faults sentences; none when all holds
     */
    public record Outcome(long leaves, long covered, long checkpoints, boolean trusted, List<String> faults) {

        public boolean holds() {
            return faults.isEmpty();
        }
    }
}
