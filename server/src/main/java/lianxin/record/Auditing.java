package lianxin.record;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.ledger.Note;
import lianxin.ledger.Proofs;
import lianxin.ledger.Receipt;
import lianxin.scope.Scope;
import lianxin.scope.Standing;
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
    private final Called called;
    private final TileStore tiles;
    private final Standing standing;

    Auditing(RecordStore store, Reads reads, Called called, TileStore tiles, Standing standing) {
        this.store = store;
        this.reads = reads;
        this.called = called;
        this.tiles = tiles;
        this.standing = standing;
    }

    /** The newest leaves that fit the question, those before {@code question.before} in the tree. */
    @Transactional
    List<Found> search(Question question, Caller caller) {
        caller.may(Right.AUDIT_READ);
        var doer = question.who().isBlank() ? null : called.doer(question.who().strip());
        var about = question.about().isBlank()
                ? List.<UUID>of()
                : called.about(question.about().strip());
        reads.of(
                caller,
                Purpose.RECORD_SEARCH,
                Stream.concat(about.stream(), Stream.ofNullable(doer)).toList());
        return called.all(standing.as(ground(caller), () -> store.find(question, doer, about, ROWS + 1)));
    }

    /** The receipt of the leaf in that place of the tree; refused until it stands under a signature. */
    @Transactional(readOnly = true)
    public Receipt receipt(long index, Caller caller) {
        caller.may(Right.AUDIT_READ);
        return standing.as(ground(caller), () -> receipt(index));
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
        caller.may(Right.AUDIT_READ);
        reads.of(caller, Purpose.RECORD_EXPORT, List.of());
    }

    /** All of it, whosever ground it is about: it names nobody, and a part of it proves nothing. */
    void export(OutputStream out) throws IOException {
        standing.houseDoes(() -> store.export(out));
    }

    /** What an auditor finds lies on his ground; an administrator among them has one here, though he sees no household. */
    private static Scope ground(Caller caller) {
        return new Scope(caller.ground(), null, null);
    }
}
