package lianxin.cases;

import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.access.Role;
import lianxin.platform.Ids;
import lianxin.region.DivisionCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases by what one asks for, and the filters somebody keeps for himself. */
@Service
public class Filters {

    /** As many as one finds again. */
    static final int KEPT = 20;

    static final int LABEL = 30;

    private final FilterStore store;
    private final Cases cases;
    private final Moves moves;

    Filters(FilterStore store, Cases cases, Moves moves) {
        this.store = store;
        this.cases = cases;
        this.moves = moves;
    }

    /** Cases on the caller’s ground that fit; a department’s, those on its own desk. */
    @Transactional
    public Found find(Filter filter, Caller caller) {
        caller.may(Right.CASE_READ);
        var ground = caller.ground();
        if (filter.place() instanceof DivisionCode place) {
            caller.may(Right.CASE_READ, place);
            ground = place.ground();
        }
        var handler = caller.role() == Role.HANDLER;
        var some = handler && caller.unit() == null
                ? List.<Case>of()
                : store.find(filter, ground, handler ? caller.unit() : null, moves.today(), Cases.SHOWN + 1);
        var shown = some.subList(0, Math.min(some.size(), Cases.SHOWN));
        cases.looked(shown, caller);
        return new Found(shown, some.size() > Cases.SHOWN);
    }

    /** The caller’s own, as he put them. */
    @Transactional(readOnly = true)
    public List<Kept> kept(Caller caller) {
        caller.may(Right.CASE_READ);
        return store.kept(caller.id());
    }

    /** Keeps one under a name of his own; refused when it asks for nothing, the name is in use, or there are as many as there may be. */
    @Transactional
    public void keep(String label, Filter filter, Caller caller) {
        caller.may(Right.CASE_READ);
        var name = CaseRules.plain(label).replace('\n', ' ');
        if (filter.none() || name.isEmpty() || name.codePointCount(0, name.length()) > LABEL) {
            throw CaseRefusal.FILTER_UNNAMED.because(LABEL);
        }
        var kept = store.kept(caller.id());
        if (kept.stream().anyMatch(one -> one.label().equals(name))) {
            throw CaseRefusal.FILTER_NAMED_SO.because(name);
        }
        if (kept.size() >= KEPT) {
            throw CaseRefusal.TOO_MANY_FILTERS.because(KEPT);
        }
        store.keep(Ids.next(), caller.id(), name, filter.query(), moves.now());
    }

    /** Takes one of his own away, and says what it was; refused with 404 when it is not his. */
    @Transactional
    public Kept drop(UUID id, Caller caller) {
        caller.may(Right.CASE_READ);
        var mine = store.kept(caller.id()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(CaseRefusal.NO_SUCH_FILTER::because);
        store.drop(id);
        return mine;
    }

    /** What was found, and whether there is more than one looks at. */
    public record Found(List<Case> cases, boolean more) {}

    /** A filter somebody keeps. */
    public record Kept(UUID id, String label, String asks) {

        /** The list it makes. */
        public String href() {
            return "/cases?" + asks;
        }
    }
}
