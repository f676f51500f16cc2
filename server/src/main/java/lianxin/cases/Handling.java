package lianxin.cases;

import java.time.LocalDate;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What whoever has a case does with it. */
@Service
public class Handling {

    private final Moves moves;
    private final Terms terms;

    Handling(Moves moves, Terms terms) {
        this.moves = moves;
        this.terms = terms;
    }

    /** Takes it: from now on it is handled, in as many working days as its category has. */
    @Transactional
    public Case accept(UUID id, int version, Caller caller) {
        var before = moves.onDesk(id, version, caller);
        var today = moves.today();
        var days = before.stage() == Stage.REDO
                ? terms.pace(today).redoDays()
                : before.stage() == Stage.URGED
                        ? terms.pace(today).urgeDays()
                        : terms.term(before.category(), today).handleDays();
        return moves.move(
                before,
                Next.of(before).stage(Stage.HANDLING, moves.now(), terms.due(today, days)),
                Step.Deed.ACCEPTED,
                "",
                caller.id());
    }

    /** Gives it back: it is not ours, and why. After so many returns the county decides whose it is. */
    @Transactional
    public Case giveBack(UUID id, int version, String why, Caller caller) {
        var before = moves.onDesk(id, version, caller);
        var today = moves.today();
        var pace = terms.pace(today);
        var next = Next.of(before)
                .returned()
                .on(before.returned() + 1 >= pace.returns() ? Desk.COUNTY : Desk.TOWNSHIP)
                .stage(Stage.RETURNED, moves.now(), terms.due(today, pace.triageDays()));
        return moves.move(before, next, Step.Deed.RETURNED, CaseRules.said(why, CaseRules.REASON), caller.id());
    }

    /** More time, once, with a reason. */
    @Transactional
    public Case extend(UUID id, int version, String why, Caller caller) {
        var before = moves.onDesk(id, version, caller);
        var due = before.due();
        if (before.extended() || before.stage() != Stage.HANDLING || due == null || before.pausedOn() != null) {
            throw CaseRefusal.ONCE.because(before.number());
        }
        var days = terms.term(before.category(), moves.today()).extendDays();
        return moves.move(
                before,
                Next.of(before).extended(true).due(terms.later(due.on(), days)),
                Step.Deed.EXTENDED,
                CaseRules.said(why, CaseRules.REASON),
                caller.id());
    }

    /** Its time stands still, for a reason that is not the desk’s: a harvest to wait for, a paper somebody else must give. */
    @Transactional
    public Case pause(UUID id, int version, String why, Caller caller) {
        var before = moves.onDesk(id, version, caller);
        if (before.stage() != Stage.HANDLING || before.pausedOn() != null) {
            throw CaseRefusal.NOT_FROM_HERE.because(before.number());
        }
        return moves.move(
                before,
                Next.of(before).paused(moves.today()),
                Step.Deed.PAUSED,
                CaseRules.said(why, CaseRules.REASON),
                caller.id());
    }

    /** Its time goes on: due as many working days later as it stood still. */
    @Transactional
    public Case resume(UUID id, int version, Caller caller) {
        var before = moves.onDesk(id, version, caller);
        var due = before.due();
        if (before.pausedOn() == null || due == null) {
            throw CaseRefusal.NOT_FROM_HERE.because(before.number());
        }
        var stood = terms.between(before.pausedOn(), moves.today());
        return moves.move(
                before,
                Next.of(before).paused(null).due(terms.later(due.on(), stood)),
                Step.Deed.RESUMED,
                "",
                caller.id());
    }

    /**
     * Says what came of it. That is what the desk says; it is solved when the household says so. On the spot, before it was given to anybody, by whoever
     * received it.
     */
    @Transactional
    public Case reply(
            UUID id, int version, Outcome outcome, String words, @Nullable LocalDate reviewOn, Caller caller) {
        var before = moves.onDesk(id, version, caller);
        var today = moves.today();
        CaseRules.sound(outcome, reviewOn, today);
        var said = new Case.Reply(outcome, CaseRules.said(words, CaseRules.WORDS), reviewOn, moves.now());
        return moves.move(
                before,
                Next.of(before)
                        .reply(said)
                        .stage(
                                Stage.REPLIED,
                                moves.now(),
                                terms.due(today, terms.pace(today).answerDays())),
                Step.Deed.REPLIED,
                said.words(),
                caller.id());
    }

    /** The household has been told what came of it, by whoever heard it or its contact. Says nothing about whether it agrees. */
    @Transactional
    public Case told(UUID id, int version, Caller caller) {
        var before = moves.require(id, version, Right.CASE_WRITE, caller);
        if (before.reply() == null || before.toldAt() != null) {
            throw CaseRefusal.NOT_FROM_HERE.because(before.number());
        }
        return moves.move(before, Next.of(before).told(moves.now()), Step.Deed.TOLD, "", caller.id());
    }
}
