package lianxin.cases;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.Ids;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.region.DivisionCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calling back (回访): households are drawn by lot with a seed that is kept, and called by interviewers from another county (异地交叉) who had no hand in the
 * case. Who was not reached after three tries is unanswered.
 */
@Service
public class Calls {

    static final int TRIES = 3;

    private static final int SHOWN = 50;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CallStore calls;
    private final CaseStore store;
    private final StepStore steps;
    private final Moves moves;
    private final Answers answers;
    private final Accounts accounts;
    private final Reads reads;
    private final ApplicationEventPublisher house;

    Calls(
            CallStore calls,
            CaseStore store,
            StepStore steps,
            Moves moves,
            Answers answers,
            Accounts accounts,
            Reads reads,
            ApplicationEventPublisher house) {
        this.calls = calls;
        this.store = store;
        this.steps = steps;
        this.moves = moves;
        this.answers = answers;
        this.accounts = accounts;
        this.reads = reads;
        this.house = house;
    }

    /** Says from which county an interviewer is: he is never given a case of it. */
    @Transactional
    public void name(String login, DivisionCode county, Caller caller) {
        caller.may(Right.CASE_DRAW);
        var account = accounts.idOf(login.strip()).orElseThrow(CaseRefusal.NO_INTERVIEWER::because);
        calls.name(account, county.value(), caller.id(), moves.now());
    }

    /** Who calls, and from which county each is. */
    @Transactional(readOnly = true)
    public Map<String, Long> interviewers(Caller caller) {
        caller.may(Right.CASE_DRAW);
        var all = calls.interviewers();
        var names =
                accounts.names(all.stream().map(CallStore.Interviewer::account).toList());
        var named = new TreeMap<String, Long>();
        all.forEach(i -> named.put(names.getOrDefault(i.account(), i.account().toString()), i.county()));
        return named;
    }

    /** Draws that many of the replied cases on a ground, and gives each to an interviewer from elsewhere; refused when there is none. */
    @Transactional
    public Draw draw(DivisionCode place, int wanted, Caller caller) {
        caller.may(Right.CASE_DRAW, place);
        if (wanted < 1 || wanted > 10_000) {
            throw CaseRefusal.UNCLEAR.because(10_000);
        }
        var seed = new byte[32];
        RANDOM.nextBytes(seed);
        var hex = HexFormat.of().formatHex(seed);
        var population = calls.population(place.ground());
        var drawn = calls.draw(place.ground(), hex, wanted);
        var draw = new Draw(
                Ids.next(),
                place.ground().lo(),
                place.ground().hi(),
                hex,
                population,
                wanted,
                drawn.size(),
                moves.now());
        calls.add(draw, caller.id());
        var cases = store.byId(drawn).stream().collect(Collectors.toMap(Case::id, Function.identity()));
        var interviewers = calls.interviewers();
        var turn = 0;
        for (var id : drawn) {
            var one = cases.get(id);
            if (one != null) {
                call(draw, one, interviewers, turn++, caller);
            }
        }
        house.publishEvent(new CallsDrawn(draw.id(), caller.id(), moves.now(), population, drawn.size()));
        return draw;
    }

    private void call(Draw draw, Case one, List<CallStore.Interviewer> interviewers, int turn, Caller caller) {
        var hands = Set.copyOf(steps.hands(one.id()));
        var elsewhere = interviewers.stream()
                .filter(i -> i.county() != one.place() / 1_000_000L * 1_000_000L)
                .filter(i -> !hands.contains(i.account()))
                .toList();
        if (elsewhere.isEmpty()) {
            throw CaseRefusal.NO_INTERVIEWER.because();
        }
        calls.add(draw.id(), one, elsewhere.get(turn % elsewhere.size()).account());
        moves.move(
                one,
                Next.of(one).stage(Stage.CALL_BACK, one.stageSince(), one.due()),
                Step.Deed.DRAWN,
                "",
                caller.id());
    }

    /** The draws on a ground, the latest first. */
    @Transactional(readOnly = true)
    public List<Draw> draws(Caller caller) {
        caller.may(Right.CASE_READ);
        return calls.draws(caller.ground(), SHOWN);
    }

    /** Whom the caller still has to call. */
    @Transactional
    public List<Case> mine(Caller caller) {
        caller.may(Right.CASE_CALL);
        var found = store.byId(calls.waiting(caller.id()));
        reads.of(
                caller,
                Purpose.CASES,
                found.stream().flatMap(c -> Stream.ofNullable(c.household())).toList());
        return found;
    }

    /** What the household said on the telephone, to whom it was given; {@link Voice#UNANSWERED} is one try, and the third ends it. */
    @Transactional
    public Case said(UUID id, Voice voice, String words, Caller caller) {
        caller.may(Right.CASE_CALL);
        var one = store.byId(id).orElseThrow(CaseRefusal.NO_SUCH_CASE::because);
        caller.may(Right.CASE_CALL, one.place());
        var call = calls.open(id)
                .filter(c -> c.interviewer().equals(caller.id()))
                .orElseThrow(CaseRefusal.NOT_YOUR_CALL::because);
        if (steps.hands(id).contains(caller.id())) {
            throw CaseRefusal.NOT_YOUR_CALL.because();
        }
        if (!one.stage().asking()) {
            calls.done(call, moves.now());
            return one;
        }
        if (voice == Voice.UNANSWERED && call.tries() + 1 < TRIES) {
            calls.tried(call);
            return one;
        }
        calls.done(call, moves.now());
        return answers.say(one, voice, Way.CALL_BACK, words, call.draw(), caller.id());
    }
}
