package lianxin.mediation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A matter with all that is in its file: only for those who may read it. */
public record Story(Matter matter, List<Party> parties, List<Mediator> mediators, List<Step> steps) {

    /** The last step that was not taken back; the clue that began it is always there. */
    public Step last() {
        return steps.stream().filter(Step::holds).reduce((_, later) -> later).orElseThrow();
    }

    /** The last step of that kind that holds. */
    public Optional<Step> last(Deed deed) {
        return steps.stream()
                .filter(step -> step.holds() && step.deed() == deed)
                .reduce((_, later) -> later);
    }

    /** All steps of that kind that hold. */
    public List<Step> all(Deed deed) {
        return steps.stream()
                .filter(step -> step.holds() && step.deed() == deed)
                .toList();
    }

    /** The day the matter came into {@code state}, {@code but} for a step that no longer counts. */
    LocalDate reached(State state, Step but) {
        return steps.stream()
                .filter(step -> step.holds() && !step.id().equals(but.id()) && step.after() == state)
                .filter(step -> step.before() != state || step.deed() == Deed.NOTED)
                .reduce((_, later) -> later)
                .map(Step::on)
                .orElse(matter.clueOn());
    }

    /** What a party or mediator is called. */
    public String named(@Nullable UUID who) {
        return parties.stream()
                .filter(party -> party.id().equals(who))
                .map(Party::name)
                .findFirst()
                .or(() -> mediators.stream()
                        .filter(mediator -> mediator.id().equals(who))
                        .map(Mediator::name)
                        .findFirst())
                .orElse("");
    }

    boolean hasParty(@Nullable UUID who) {
        return parties.stream().anyMatch(party -> party.id().equals(who));
    }

    /** Whether {@code ids} names each party, and nobody else. */
    boolean all(Collection<UUID> ids) {
        return ids.size() == parties.size() && parties.stream().allMatch(party -> ids.contains(party.id()));
    }

    boolean serves(@Nullable UUID mediator) {
        return mediators.stream().anyMatch(m -> m.serves() && m.id().equals(mediator));
    }
}
