package lianxin.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.complaint.ComplaintStore.Limit;
import lianxin.complaint.Writings.Part;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.staff.Cadre;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Complaints at the desk that looks into them. What is about the caller himself, or a unit he has to do with, is refused with 404 as if it were not there.
 */
@Service
public class Complaints {

    static final int SHOWN = 200;

    private final ComplaintStore store;
    private final Writings writings;
    private final Ledger ledger;
    private final Reads reads;
    private final Wall wall;

    Complaints(ComplaintStore store, Writings writings, Ledger ledger, Reads reads, Wall wall) {
        this.store = store;
        this.writings = writings;
        this.ledger = ledger;
        this.reads = reads;
        this.wall = wall;
    }

    /** Those of the caller’s ground, open or ended, the most urgent first. */
    @Transactional
    public List<Listed> list(boolean open, Caller caller) {
        caller.may(Right.COMPLAINT_HANDLE);
        wall.openFor(caller.id());
        var found = store.on(caller.ground(), open, SHOWN);
        var ids = found.stream().map(Complaint::id).toList();
        var clear = writings.of(ids);
        var his = found.stream()
                .filter(one -> !meant(caller, clear.getOrDefault(one.id(), Map.of())))
                .toList();
        reads.of(caller, Purpose.COMPLAINTS, his.stream().map(Complaint::id).toList());
        return his.stream()
                .map(one ->
                        new Listed(one, clear.getOrDefault(one.id(), Map.of()).getOrDefault(Part.WORDS, "")))
                .toList();
    }

    /** One, with all that was said and done. */
    @Transactional
    public Read read(UUID id, Caller caller) {
        var one = require(id, caller);
        reads.of(caller, Purpose.COMPLAINTS, List.of(id));
        var clear = writings.of(List.of(id));
        var own = clear.getOrDefault(id, Map.of());
        return new Read(
                one,
                own.getOrDefault(Part.WORDS, ""),
                own.getOrDefault(Part.WHOM, ""),
                own.getOrDefault(Part.REACH, ""),
                store.steps(id, clear));
    }

    /** It is made out who is meant; from now on he, and his unit, are kept from it. The caller may be one of them. */
    @Transactional
    public void name(UUID id, int version, Supplier<Cadre> meant, Caller caller) {
        var before = seen(id, version, caller);
        var who = meant.get();
        wall.openForTheHouse();
        ledger.move(before, before.about(who.id(), who.unit()), Deed.NAMED, "", caller.id());
    }

    /** Takes it up: it is looked into, and answered within the days the rules say. */
    @Transactional
    public void take(UUID id, int version, Caller caller) {
        var before = seen(id, version, caller);
        if (before.state() == State.ASKED_AGAIN
                && store.steps(id, Map.of()).stream().anyMatch(step -> step.by().equals(caller.id()) && looked(step))) {
            throw ComplaintRefusal.OTHER_HANDS.because(before.number());
        }
        ledger.move(
                before,
                before.to(State.TAKEN, ledger.now(), ledger.due(Limit.ANSWER)).takenBy(caller.id()),
                Deed.TAKEN,
                "",
                caller.id());
    }

    /** Says what was found and what was done. */
    @Transactional
    public void answer(UUID id, int version, Finding finding, String words, Caller caller) {
        var before = seen(id, version, caller);
        ends(before, State.ANSWERED, Deed.ANSWERED, finding, words, caller);
    }

    /** Gives it to an organ outside, and says to which. */
    @Transactional
    public void passOn(UUID id, int version, String to, Caller caller) {
        ends(seen(id, version, caller), State.PASSED_ON, Deed.PASSED_ON, null, to, caller);
    }

    /** Does not take it up, and says why and which way there is instead. */
    @Transactional
    public void decline(UUID id, int version, String why, Caller caller) {
        ends(seen(id, version, caller), State.DECLINED, Deed.DECLINED, null, why, caller);
    }

    private void ends(
            Complaint before, State state, Deed deed, @Nullable Finding finding, String words, Caller caller) {
        ledger.move(
                before,
                before.to(state, ledger.now(), null).found(finding),
                deed,
                ComplaintRules.said(words, ComplaintRules.WORDS),
                caller.id());
    }

    private Complaint seen(UUID id, int version, Caller caller) {
        var one = require(id, caller);
        if (one.version() != version) {
            throw ComplaintRefusal.MOVED.because(one.number());
        }
        return one;
    }

    private Complaint require(UUID id, Caller caller) {
        caller.may(Right.COMPLAINT_HANDLE);
        wall.openFor(caller.id());
        var one = store.byId(id).orElseThrow(ComplaintRefusal.NO_SUCH::because);
        caller.may(Right.COMPLAINT_HANDLE, one.place());
        if (meant(caller, writings.of(List.of(id)).getOrDefault(id, Map.of()))) {
            throw ComplaintRefusal.NO_SUCH.because();
        }
        return one;
    }

    /** Whether the caller’s own name was said, though nobody has made out yet who is meant. */
    private static boolean meant(Caller caller, Map<Part, String> said) {
        return caller.name().length() > 1 && said.getOrDefault(Part.WHOM, "").contains(caller.name());
    }

    private static boolean looked(Step step) {
        return step.deed() == Deed.TAKEN || step.deed() == Deed.ANSWERED || step.deed() == Deed.DECLINED;
    }

    /** One in the list. */
    public record Listed(Complaint complaint, String words) {
        /** Whether its time is over on {@code day}. */
        public boolean late(LocalDate day) {
            return complaint.late(day);
        }
    }

    /** One as whoever looks into it reads it. */
    public record Read(Complaint complaint, String words, String whom, String reach, List<Step> steps) {}
}
