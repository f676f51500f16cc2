package lianxin.record;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lianxin.ledger.Frontier;
import lianxin.ledger.Hash;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts committed leaves into the tree and has its states signed, behind the backs of those who write them.
 *
 * <p>A leaf gets its place as soon as it can be seen; one whose transaction lasts long gets a later place and keeps nobody waiting. Killed
 * between any two steps it goes on where it was: places are committed before anything is signed.
 */
@Component
class Sequencer {

    private static final int BATCH = 5_000;

    private final EntryStore entries;
    private final TileStore tiles;
    private final Keys keys;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sequencer(EntryStore entries, TileStore tiles, Keys keys, TransactionTemplate transaction, Clock clock) {
        this.entries = entries;
        this.tiles = tiles;
        this.keys = keys;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Gives every committed leaf its place and signs the tree if it has grown. */
    void catchUp() {
        while (Boolean.TRUE.equals(transaction.execute(_ -> fold()))) {}
        transaction.executeWithoutResult(_ -> sign());
    }

    /** One batch; says whether there may be more. */
    private boolean fold() {
        entries.takeTurn();
        var window = entries.window();
        var waiting = entries.waiting(window, BATCH);
        if (!waiting.isEmpty()) {
            var first = entries.size();
            var tree = tiles.tiles();
            var frontier = new Frontier(first, tree);
            waiting.forEach(w -> frontier.add(Hash.leaf(w.leaf().bytes()), tree));
            tree.write();
            entries.place(first, waiting);
            mention(first, waiting);
        }
        var more = waiting.size() == BATCH;
        if (!more) {
            entries.raiseFloor(window);
        }
        return more;
    }

    private void mention(long first, List<EntryStore.Waiting> waiting) {
        var who = new ArrayList<byte[]>();
        var indexes = new ArrayList<Long>();
        for (var i = 0; i < waiting.size(); i++) {
            var leaf = waiting.get(i).leaf();
            who.add(Subjects.bytes(leaf.by()));
            indexes.add(first + i);
            for (var at = 0; at < leaf.tokens().length; at += Subjects.TOKEN) {
                who.add(Arrays.copyOfRange(leaf.tokens(), at, at + Subjects.TOKEN));
                indexes.add(first + i);
            }
        }
        entries.mention(who.toArray(byte[][]::new), indexes.toArray(Long[]::new));
    }

    private void sign() {
        entries.takeTurn();
        var size = entries.size();
        if (size > entries.lastSigned().map(EntryStore.Signed::size).orElse(0L)) {
            var scribe = keys.scribe();
            var note = scribe.sign(size, tiles.tiles());
            entries.keep(
                    size, clock.instant(), note.toString(), scribe.verifier().toString());
        }
    }
}
