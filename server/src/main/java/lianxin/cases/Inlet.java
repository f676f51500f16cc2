package lianxin.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The way in for rooms that hear people elsewhere than at a door or a desk, and their way to read what became of it. They decide who may, and stand as the house. */
@Service
public class Inlet {

    private final Cases cases;
    private final CaseStore store;
    private final Answers answers;
    private final Lines lines;
    private final Terms terms;

    Inlet(Cases cases, CaseStore store, Answers answers, Lines lines, Terms terms) {
        this.cases = cases;
        this.store = store;
        this.answers = answers;
        this.lines = lines;
        this.terms = terms;
    }

    /** Opens a case nobody’s household stands behind; it goes to the township. */
    public Case open(UUID id, String category, long place, String words, Instant at) {
        var heard =
                new Heard(id, Kind.SERVICE, category, place, null, null, Channel.OPEN311, words, Caller.NOBODY, at, "");
        return Objects.requireNonNull(cases.keep(heard, Desk.TOWNSHIP));
    }

    /** Cases by the numbers people call them by. */
    public List<Case> byNumber(Collection<String> numbers) {
        return store.byNumber(numbers);
    }

    /** Cases by their identities, in no promised order. */
    public List<Case> byId(Collection<UUID> ids) {
        return store.byId(ids);
    }

    /**
     * Cases heard on a ground from {@code from} up to {@code to}, the latest first.
     *
     * @param open true for those some desk must still do something about, false for the others, null for both
     * @param page from 1 on, of {@code size} each
     */
    public List<Case> on(
            Ground ground,
            @Nullable String category,
            @Nullable Boolean open,
            Instant from,
            Instant to,
            int size,
            int page) {
        return store.heard(ground, category, open, from, to, size, page);
    }

    /** Whoever reported it says whether it is so; refused when it is not being asked. */
    public void answer(Case one, Voice voice, String words) {
        if (!one.stage().asking() || voice == Voice.UNANSWERED) {
            throw CaseRefusal.NOT_FROM_HERE.because(one.number());
        }
        answers.say(one, voice, Way.REPORTER, words, null, Caller.NOBODY);
    }

    /** A household says by message whether it is so; refused when it is not being asked. Whoever calls knows that it was the household. */
    public void byMessage(Case one, Voice voice) {
        if (one.household() == null || !one.stage().asking() || voice == Voice.UNANSWERED) {
            throw CaseRefusal.NOT_FROM_HERE.because(one.number());
        }
        answers.say(one, voice, Way.MESSAGE, "", null, Caller.NOBODY);
    }

    /** What may be chosen as a category. */
    public List<Terms.Category> categories(LocalDate day) {
        return terms.categories(day);
    }

    /** What the desks are called on which cases lie, in the order of the cases. */
    public List<String> desks(List<Case> all, LocalDate day) {
        return lines.of(all, day).stream().map(Lines.CaseLine::desk).toList();
    }
}
