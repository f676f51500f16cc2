package lianxin.cases;

import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.attachment.Attachment;
import lianxin.attachment.Attachments;
import lianxin.attachment.Bounds;
import lianxin.attachment.Given;
import lianxin.attachment.Owner;
import lianxin.platform.Ids;
import lianxin.privacy.Datum;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Photos and letters beside a case. Whoever has it on his desk, or received it, may add one; nobody is asked to, and no step waits for one. */
@Service
public class CaseAttachments {

    private final Cases cases;
    private final Attachments attachments;
    private final StepStore steps;
    private final Moves moves;
    private final Reads reads;
    private final TransactionTemplate transaction;

    CaseAttachments(
            Cases cases,
            Attachments attachments,
            StepStore steps,
            Moves moves,
            Reads reads,
            TransactionTemplate transaction) {
        this.cases = cases;
        this.attachments = attachments;
        this.steps = steps;
        this.moves = moves;
        this.reads = reads;
        this.transaction = transaction;
    }

    /** Adds one; refused when it is no file we take, when there are enough, and when the case is over. It is looked through while nobody’s transaction waits. */
    public void add(UUID id, Given given, Caller caller) {
        caller.may(Right.CASE_HANDLE);
        going(cases.require(id, caller));
        var clean = attachments.clean(given);
        transaction.executeWithoutResult(_ -> {
            var one = going(cases.require(id, caller));
            var added = attachments.add(owner(one), clean, caller.id());
            steps.add(Ids.next(), one, Step.Deed.ATTACHED, caller.id(), moves.now(), name(one, added));
        });
    }

    /** One in clear, for whoever reads the case’s words; that he took it is written down. */
    @Transactional
    public Opened open(UUID id, int number, Caller caller) {
        var one = cases.require(id, caller);
        Datum.ATTACHMENT.mustBeReadBy(caller.role());
        var file = attachments.require(id, number);
        reads.of(caller, Purpose.ATTACHMENT, one.household() == null ? List.of() : List.of(one.household()));
        return new Opened(name(one, file), file.format().mediaType(), attachments.open(file));
    }

    /** Takes one away: by whoever added it, while nobody did anything with the case since; by a desk above, who says why. */
    @Transactional
    public void remove(UUID id, int number, String why, Caller caller) {
        caller.may(Right.CASE_HANDLE);
        var one = cases.require(id, caller);
        var line = line(one, attachments.require(id, number), caller);
        if (!line.own() && !line.above()) {
            throw CaseRefusal.NOT_YOUR_FILE.because();
        }
        var reason = line.own() ? "" : CaseRules.said(why, CaseRules.REASON);
        attachments.remove(line.file(), owner(one), caller.id());
        steps.add(Ids.next(), one, Step.Deed.DETACHED, caller.id(), moves.now(), reason);
    }

    /** All beside a case; none for whoever does not read its words. */
    @Transactional(readOnly = true)
    public List<Line> of(Case one, Caller caller) {
        return Datum.ATTACHMENT.readBy(caller.role())
                ? attachments.of(one.id()).stream()
                        .map(file -> line(one, file, caller))
                        .toList()
                : List.of();
    }

    /** Whether the caller may add one now. */
    boolean adds(Case one, Caller caller) {
        return caller.holds(Right.CASE_HANDLE) && !Stage.OVER.contains(one.stage());
    }

    /** How much is taken. */
    Bounds bounds() {
        return attachments.bounds();
    }

    private Line line(Case one, Attachment file, Caller caller) {
        var handles = caller.holds(Right.CASE_HANDLE);
        return new Line(
                file,
                name(one, file),
                handles && file.by().equals(caller.id()) && !steps.movedSince(one.id(), file.at()),
                handles && one.desk().isBelow(caller, one.place()));
    }

    private static String name(Case one, Attachment file) {
        return one.number() + "-" + file.number() + "." + file.format().ending();
    }

    private static Case going(Case one) {
        if (Stage.OVER.contains(one.stage())) {
            throw CaseRefusal.NOT_FROM_HERE.because(one.number());
        }
        return one;
    }

    private static Owner owner(Case one) {
        return new Owner(one.id(), one.household(), one.place());
    }

    /**
     * One of them on a page.
     *
     * @param name ours; how it was called at home is not kept
     * @param own whether whoever looks added it and may still take it away
     * @param above whether whoever looks may take it away with a reason
     */
    public record Line(Attachment file, String name, boolean own, boolean above) {}

    /** One in clear. */
    record Opened(String name, String mediaType, byte[] bytes) {}
}
