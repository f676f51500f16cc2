package lianxin.mediation;

import java.util.UUID;
import lianxin.access.Account;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Mandates;
import lianxin.access.Right;
import lianxin.registry.Household;
import lianxin.registry.Households;
import org.springframework.stereotype.Component;

/** Those a matter names: households of the registry, and accounts that may mediate. */
@Component
class People {

    private final Households households;
    private final Accounts accounts;
    private final Mandates mandates;

    People(Households households, Accounts accounts, Mandates mandates) {
        this.households = households;
        this.accounts = accounts;
        this.mandates = mandates;
    }

    /** The household with that number on the caller’s ground; refused when there is none. */
    Household household(String key, Caller caller) {
        return households
                .byKey(key.strip())
                .filter(home -> caller.ground().contains(home.place()))
                .orElseThrow(MediationRefusal.NO_SUCH_PERSON::because);
    }

    String head(UUID household) {
        return households.require(household).head();
    }

    /** The account under that login, if one of its mandates lets it mediate at the place; refused otherwise. */
    Account mediator(String login, long place) {
        return accounts.byLogin(login.strip())
                .filter(account -> mandates.live(account).stream()
                        .anyMatch(m -> m.role().holds(Right.MEDIATION_HANDLE)
                                && m.ground().contains(place)))
                .orElseThrow(MediationRefusal.NO_SUCH_PERSON::because);
    }
}
