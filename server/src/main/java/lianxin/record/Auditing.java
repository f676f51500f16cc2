package lianxin.record;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.ledger.Note;
import lianxin.ledger.Proofs;
import lianxin.ledger.Receipt;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What auditors may do with the record: look something up, take a receipt, take the whole of it away. Package-private on purpose: no other room,
 * least of all one that judges people, has a way to read here. Each look is itself a leaf.
 */
@Service
class Auditing {

    static final int ROWS = 100;

    private final RecordStore store;
    private final Reads reads;
    private final Subjects subjects;
    private final Accounts accounts;
    private final TileStore tiles;

    Auditing(RecordStore store, Reads reads, Subjects subjects, Accounts accounts, TileStore tiles) {
        this.store = store;
        this.reads = reads;
        this.subjects = subjects;
        this.accounts = accounts;
        this.tiles = tiles;
    }

    /** The newest leaves that fit the question, those before {@code question.before} in the tree. */
    @Transactional
    List<Found> search(Question question, Caller caller) {
        caller.may(Right.RECORD_READ);
        var doer = question.who().isBlank() ? null : doer(question.who());
        var about = new ArrayList<UUID>();
        if (question.subject() != null) {
            about.add(question.subject());
        }
        if (doer != null) {
            about.add(doer);
        }
        reads.of(caller, Purpose.RECORD_SEARCH, about);
        var rows = store.find(question, doer, ROWS + 1);
        var names = accounts.names(
                rows.stream().map(row -> row.leaf().by()).distinct().toList());
        var known = subjects.behind(rows.stream()
                .flatMap(row -> tokens(row.leaf()).stream().limit(Found.SHOWN))
                .toList());
        return rows.stream()
                .map(row -> new Found(
                        row.index(),
                        row.leaf().kind() == Leaf.Kind.READ,
                        row.leaf().what(),
                        row.leaf().at(),
                        names.getOrDefault(row.leaf().by(), ""),
                        row.leaf().subjects(),
                        row.leaf().lo() != null,
                        tokens(row.leaf()).stream()
                                .limit(Found.SHOWN)
                                .map(token -> known.get(HexFormat.of().formatHex(token)))
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }

    /** The receipt of the leaf in that place of the tree; refused until it stands under a signature. */
    @Transactional(readOnly = true)
    public Receipt receipt(long index, Caller caller) {
        caller.may(Right.RECORD_READ);
        return receipt(index);
    }

    Receipt receipt(long index) {
        var signed = store.noteOver(index).orElseThrow(() -> RecordRefusal.NOT_SIGNED_YET.because(index));
        var leaf = store.leaf(index).orElseThrow(() -> RecordRefusal.NOT_SIGNED_YET.because(index));
        var note = Note.parse(signed);
        return new Receipt(
                leaf.bytes(), index, Proofs.inclusion(index, note.checkpoint().size(), tiles.tiles()), note);
    }

    /** Refuses whoever may not, and writes down that the whole record is taken away; the rest may then be streamed. */
    @Transactional
    public void mayExport(Caller caller) {
        caller.may(Right.RECORD_READ);
        reads.of(caller, Purpose.RECORD_EXPORT, List.of());
    }

    void export(OutputStream out) throws IOException {
        store.export(out);
    }

    private UUID doer(String login) {
        return accounts.idOf(login.strip()).orElseThrow(() -> RecordRefusal.NO_SUCH_ACCOUNT.because(login.strip()));
    }

    private static List<byte[]> tokens(Leaf leaf) {
        var tokens = new ArrayList<byte[]>();
        for (var at = 0; at < leaf.tokens().length; at += Subjects.TOKEN) {
            tokens.add(Arrays.copyOfRange(leaf.tokens(), at, at + Subjects.TOKEN));
        }
        return tokens;
    }
}
