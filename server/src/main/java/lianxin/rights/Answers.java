package lianxin.rights;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.particulars.Particulars;
import lianxin.platform.CountyTime;
import lianxin.privacy.Span;
import lianxin.registry.Household;
import lianxin.registry.HouseholdDeeds;
import lianxin.registry.HouseholdFacts;
import lianxin.registry.Households;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does what was asked, and says so, in one transaction. */
@Service
class Answers {

    private final Requests requests;
    private final Households households;
    private final HouseholdDeeds deeds;
    private final Particulars particulars;
    private final Erasing erasing;
    private final CountyTime time;

    Answers(
            Requests requests,
            Households households,
            HouseholdDeeds deeds,
            Particulars particulars,
            Erasing erasing,
            CountyTime time) {
        this.requests = requests;
        this.households = households;
        this.deeds = deeds;
        this.particulars = particulars;
        this.erasing = erasing;
        this.time = time;
    }

    /**
     * Grants it. Erasing is refused while the household is served, when the law itself needs its name, and while it is under a legal hold; what stands
     * on consent goes at any time but under a hold.
     */
    @Transactional
    public void grant(UUID id, Caller caller) {
        var request = requests.waiting(id, caller);
        var home = households.require(request.household());
        requests.granted(request, caller);
        switch (request.kind()) {
            case KNOW, COPY, EXPLAIN, CORRECT -> {} // it has been handed over, or corrected where it stands
            case RESTRICT -> particulars.lock(home.id(), caller);
            case LIFT -> particulars.unlock(home.id(), caller);
            case WITHDRAW -> erasing.erase(home, Span.SEALED, request.id(), caller.id());
            case ERASE -> {
                if (home.lives(time.today())) {
                    throw RightsRefusal.STILL_SERVED.because(home.key());
                }
                erasing.erase(home, Span.FAMILY, request.id(), caller.id());
            }
        }
    }

    /** Corrects what the registry says, from today on, and grants the request; what it said before stays in its history. */
    @Transactional
    public void correct(UUID id, int version, String head, int group, int size, Caller caller) {
        var request = requests.waiting(id, caller);
        var kept = households.forChange(request.household(), caller);
        deeds.correct(
                request.household(),
                version,
                new HouseholdFacts(head, group, size, kept.needs()),
                time.today(),
                caller);
        requests.granted(request, caller);
    }

    /** The households these requests are about. */
    Map<UUID, Household> households(List<Request> requests) {
        return households.byId(
                requests.stream().map(Request::household).distinct().toList());
    }

    /** The household a request is about, for whoever has been let in to the request. */
    Household household(Request request) {
        return households.require(request.household());
    }
}
