package lianxin.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lianxin.access.Caller;
import lianxin.mediation.MediationEnded;
import lianxin.mediation.Mediations;
import lianxin.mediation.Referral;
import lianxin.scope.Standing;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A dispute goes to mediators only when the household agreed to that (I-VOLUNTARY; People’s Mediation Law art. 17). All that comes back is that it ended, and how. */
@Service
public class ToMediation {

    private final CaseStore store;
    private final Triage triage;
    private final Moves moves;
    private final Mediations mediations;
    private final Standing standing;

    ToMediation(CaseStore store, Triage triage, Moves moves, Mediations mediations, Standing standing) {
        this.store = store;
        this.triage = triage;
        this.moves = moves;
        this.mediations = mediations;
        this.standing = standing;
    }

    /** Hands a dispute to the mediators of its village; refused when it is none, or the household has not agreed on a day up to today. */
    @Transactional
    public Case refer(UUID id, int version, String kind, LocalDate consentedOn, Caller caller) {
        var before = triage.require(id, version, caller);
        if (before.kind() != Kind.DISPUTE) {
            throw CaseRefusal.NO_DISPUTE.because(before.number());
        }
        var after = moves.move(
                before,
                Next.of(before).stage(Stage.HANDED_OVER, moves.now(), null),
                Step.Deed.TO_MEDIATION,
                "",
                caller.id());
        mediations.referred(
                new Referral(
                        before.id(),
                        before.place(),
                        kind,
                        Stream.ofNullable(before.household()).toList(),
                        consentedOn,
                        before.words()),
                caller);
        return after;
    }

    @EventListener
    void on(MediationEnded news) {
        if (news.referral() != null) {
            standing.houseDoes(() -> store.byId(List.of(news.referral()))
                    .forEach(one ->
                            moves.told(one, Step.Deed.MEDIATED, news.end().name(), news.by())));
        }
    }
}
