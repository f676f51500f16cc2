package lianxin.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.card.Cards;
import lianxin.platform.Ids;
import lianxin.registry.Household;
import lianxin.scope.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What households say themselves: by the page their card opens, without an account; written once, beside what the handler says and never in its place
 * (I-CONFIRM). Nobody who is signed in here may say it for them.
 */
@Service
public class Answers {

    /** As many as one family may have waiting at once that it wrote itself; more is told to a person. */
    static final int WAITING = 5;

    private final CaseStore store;
    private final AnswerStore answers;
    private final Cases cases;
    private final Moves moves;
    private final Terms terms;
    private final Cards cards;
    private final Standing standing;
    private final ApplicationEventPublisher house;

    Answers(
            CaseStore store,
            AnswerStore answers,
            Cases cases,
            Moves moves,
            Terms terms,
            Cards cards,
            Standing standing,
            ApplicationEventPublisher house) {
        this.store = store;
        this.answers = answers;
        this.cases = cases;
        this.moves = moves;
        this.terms = terms;
        this.cards = cards;
        this.standing = standing;
        this.house = house;
    }

    /** What a household has said and what became of it, for whoever holds its card. */
    @Transactional(readOnly = true)
    public List<Case> of(String card) {
        return standing.house(() -> store.of(List.of(cards.whose(card).id()), Cases.SHOWN));
    }

    /** A trouble said once, on the household’s own page; refused while too many wait. */
    @Transactional
    public Case open(String card, String category, String words) {
        return standing.house(() -> {
            var home = cards.whose(card);
            if (store.openOf(home.id()) >= WAITING) {
                throw CaseRefusal.TOO_MANY_OPEN.because(WAITING);
            }
            var heard = new Heard(
                    Ids.next(),
                    Kind.SERVICE,
                    category,
                    home.place(),
                    home.id(),
                    null,
                    Channel.CARD,
                    words,
                    Caller.NOBODY,
                    moves.now(),
                    "");
            return Objects.requireNonNull(cases.keep(heard, Desk.TOWNSHIP));
        });
    }

    /** The household says whether it is so, on its own page. */
    @Transactional
    public Case byCard(String card, UUID id, Voice voice, String words) {
        return standing.house(() -> {
            var home = cards.whose(card);
            var before = ofHousehold(id, home);
            return voice == Voice.UNANSWERED || !before.stage().asking()
                    ? refuse(before)
                    : say(before, voice, Way.CARD, words, null, Caller.NOBODY);
        });
    }

    /** The household has it opened again; refused when it ended too long ago. */
    @Transactional
    public Case reopen(String card, UUID id, String words) {
        return standing.house(() -> {
            var before = ofHousehold(id, cards.whose(card));
            var said = CaseRules.said(words, CaseRules.REASON);
            var today = moves.today();
            var pace = terms.pace(today);
            if (!Life.leads(before.stage(), Stage.REDO) || before.stage() == Stage.DISPUTED) {
                return refuse(before);
            }
            if (tooOld(before.stageSince(), pace.reopenDays())) {
                throw CaseRefusal.TOO_LATE.because(pace.reopenDays());
            }
            return moves.move(
                    before,
                    Next.of(before).again().stage(Stage.REDO, moves.now(), terms.due(today, pace.acceptDays())),
                    Step.Deed.REOPENED,
                    said,
                    Caller.NOBODY);
        });
    }

    /**
     * Keeps what was said and moves the case: confirmed stays so; disputed goes back to the desk that replied, and when it was done again already, to the
     * one above, with urging (督办).
     */
    Case say(Case before, Voice voice, Way way, String words, @Nullable UUID draw, UUID by) {
        var said = words.isBlank() ? "" : CaseRules.said(words, CaseRules.REASON);
        answers.add(Ids.next(), before, voice, way, said, draw, by, moves.now());
        house.publishEvent(
                new CaseAnswered(before.id(), by, moves.now(), before.household(), before.place(), voice, way));
        var answered = moves.move(
                before,
                Next.of(before).voice(voice).stage(voice.stage(), moves.now(), null),
                Step.Deed.valueOf(voice.name()),
                said,
                by);
        return voice == Voice.DISPUTED ? again(answered, by) : answered;
    }

    private Case again(Case disputed, UUID by) {
        var today = moves.today();
        var pace = terms.pace(today);
        var next = Next.of(disputed);
        return disputed.redone() == 0
                ? moves.move(
                        disputed,
                        next.again().stage(Stage.REDO, moves.now(), terms.due(today, pace.acceptDays())),
                        Step.Deed.REDO,
                        "",
                        by)
                : moves.move(
                        disputed,
                        next.again()
                                .on(disputed.desk().above())
                                .stage(Stage.URGED, moves.now(), terms.due(today, pace.urgeDays())),
                        Step.Deed.URGED,
                        "",
                        by);
    }

    private Case ofHousehold(UUID id, Household home) {
        return store.byId(id)
                .filter(c -> home.id().equals(c.household()))
                .orElseThrow(CaseRefusal.NO_SUCH_CASE::because);
    }

    private boolean tooOld(Instant ended, int days) {
        return ended.plus(Duration.ofDays(days)).isBefore(moves.now());
    }

    private static Case refuse(Case one) {
        throw CaseRefusal.NOT_FROM_HERE.because(one.number());
    }
}
