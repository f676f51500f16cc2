package lianxin.cases;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened to a case, with the names of who did it and where it lay. */
@Component
public class Histories {

    private final StepStore steps;
    private final Lines lines;
    private final Accounts accounts;

    Histories(StepStore steps, Lines lines, Accounts accounts) {
        this.steps = steps;
        this.lines = lines;
        this.accounts = accounts;
    }

    @Transactional(readOnly = true)
    List<Told> of(Case one) {
        var all = steps.of(one.id());
        var names = accounts.names(all.stream().map(Step::by).collect(Collectors.toSet()));
        var desks = lines.desks(all, one.place());
        return IntStream.range(0, all.size())
                .mapToObj(i ->
                        new Told(all.get(i), names.getOrDefault(all.get(i).by(), ""), desks.get(i), person(all.get(i))))
                .toList();
    }

    private static boolean person(Step step) {
        return !step.by().equals(Caller.NOBODY) && !step.by().equals(Caller.THE_HOUSE);
    }

    /** A step, who took it, and where the case lay then; {@code person} is false where a household or the clock did it. */
    public record Told(Step step, String who, String desk, boolean person) {}
}
