package lianxin.cases;

import java.util.UUID;
import lianxin.access.Caller;
import lianxin.attachment.Attachments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes out of the cases what is a complaint about somebody who works here. */
@Service
public class TakingOut {

    private final CaseStore store;
    private final Moves moves;
    private final Triage triage;
    private final Attachments attachments;

    TakingOut(CaseStore store, Moves moves, Triage triage, Attachments attachments) {
        this.store = store;
        this.moves = moves;
        this.triage = triage;
        this.attachments = attachments;
    }

    /**
     * Its words are struck for good and what was added to it is gone: nobody reads it among the cases any more, and what was added goes nowhere, since whoever
     * added it may be the one it is about.
     *
     * @return where it was said and what, for the route it goes
     */
    @Transactional
    public TakenOut takeOut(UUID id, int version, Caller caller) {
        var before = triage.require(id, version, caller);
        store.strikeWords(id);
        attachments.strike(id);
        moves.move(
                before,
                Next.of(before).stage(Stage.HANDED_OVER, moves.now(), null),
                Step.Deed.HANDED_OVER,
                "",
                caller.id());
        return new TakenOut(before.place(), before.words());
    }

    /** What was taken out of the cases. */
    public record TakenOut(long place, String words) {}
}
