package lianxin.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.region.DivisionCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules that say who handles what where: tried on the cases of the last month before they hold, ended and never deleted. */
@Service
public class Routing {

    /** Days a trial looks back. */
    static final int MONTH = 30;

    private final Routes routes;
    private final Lines lines;
    private final Moves moves;
    private final ApplicationEventPublisher house;

    Routing(Routes routes, Lines lines, Moves moves, ApplicationEventPublisher house) {
        this.routes = routes;
        this.lines = lines;
        this.moves = moves;
        this.house = house;
    }

    /** The rules that hold on the caller’s ground, or will. */
    @Transactional(readOnly = true)
    public List<Named> list(Caller caller) {
        caller.may(Right.CASE_RULE);
        return routes.on(caller.ground(), moves.today()).stream()
                .map(rule -> new Named(
                        rule,
                        lines.place(new DivisionCode(rule.lo())),
                        lines.desk(new Desk(rule.level(), rule.unit()), new DivisionCode(rule.lo()))))
                .toList();
    }

    /** What a rule would have done with the cases of the last month it would have applied to. */
    @Transactional(readOnly = true)
    public Trial tried(Wish wish, Caller caller) {
        sound(wish, caller);
        var since = moves.today().minusDays(MONTH).atStartOfDay(CountyTime.ZONE).toInstant();
        var lay = routes.lay(wish.category(), wish.place().ground(), since, moves.today());
        return new Trial(
                lay.stream().mapToInt(Routes.Lay::cases).sum(),
                lay.stream()
                        .filter(l -> l.given() && l.desk().equals(wish.to()))
                        .mapToInt(Routes.Lay::cases)
                        .sum(),
                lay.stream().filter(l -> !l.given()).mapToInt(Routes.Lay::cases).sum(),
                lay.stream()
                        .filter(l -> l.given() && !l.desk().equals(wish.to()))
                        .map(l -> new Elsewhere(l.desk(), lines.desk(l.desk(), wish.place()), l.cases()))
                        .toList());
    }

    /** From its day on the rule holds; where another one holds for a narrower ground, that one does. */
    @Transactional
    public void add(Wish wish, Caller caller) {
        sound(wish, caller);
        var ground = wish.place().ground();
        var rule = new Routes.Route(
                Ids.next(),
                wish.category(),
                ground.lo(),
                ground.hi(),
                wish.to().level(),
                wish.to().unit(),
                wish.since(),
                CaseRules.said(wish.source(), CaseRules.REASON));
        routes.add(rule, caller.id());
        house.publishEvent(new RouteChanged(rule.id(), caller.id(), moves.now(), false));
    }

    /** From today on it holds no more. */
    @Transactional
    public void end(UUID id, Caller caller) {
        caller.may(Right.CASE_RULE);
        var rule = routes.byId(id).orElseThrow(CaseRefusal.NO_SUCH_ROUTE::because);
        caller.may(Right.CASE_RULE, rule.lo());
        caller.may(Right.CASE_RULE, rule.hi() - 1);
        routes.end(id, moves.today());
        house.publishEvent(new RouteChanged(id, caller.id(), moves.now(), true));
    }

    private void sound(Wish wish, Caller caller) {
        caller.may(Right.CASE_RULE, wish.place());
        if (wish.since().isBefore(moves.today())) {
            throw CaseRefusal.ROUTE_IN_THE_PAST.because();
        }
        if (!lines.categories(moves.today()).containsKey(wish.category())) {
            throw CaseRefusal.UNCLEAR.because(CaseRules.WORDS);
        }
        if (lines.choices(wish.place().value(), moves.today()).stream()
                .noneMatch(choice -> choice.desk().equals(wish.to()))) {
            throw CaseRefusal.NO_SUCH_DESK.because();
        }
    }

    /** A rule somebody wishes for: cases of a category at a place go to a desk from a day on, as a document says. */
    public record Wish(String category, DivisionCode place, Desk to, LocalDate since, String source) {}

    /** A rule with what its place and its desk are called; the desk is empty where each part has its own. */
    public record Named(Routes.Route rule, String place, String desk) {}

    /**
     * What came of a trial.
     *
     * @param cases of the last month it would have applied to
     * @param same that lie where it would have given them
     * @param waiting that nobody has given to anybody yet
     */
    public record Trial(int cases, int same, int waiting, List<Elsewhere> elsewhere) {}

    /** Cases that lie on another desk. */
    public record Elsewhere(Desk desk, String name, int cases) {}
}
