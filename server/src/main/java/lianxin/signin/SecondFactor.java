package lianxin.signin;

import java.time.Clock;
import java.time.LocalDate;
import lianxin.access.Account;
import lianxin.access.Mandate;
import lianxin.access.Mandates;
import lianxin.access.Right;
import lianxin.access.Role;
import lianxin.platform.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Of whom a second factor is asked: of administrators, and from the day of the settings on of everybody who may see a place’s households or answers at its desk. */
@Component
class SecondFactor {

    private final Mandates mandates;
    private final Codes codes;
    private final SignInSettings settings;
    private final Clock clock;

    /** In a demonstration everybody comes in by password alone, or nobody would look at what they see. */
    private final boolean demonstration;

    SecondFactor(
            Mandates mandates,
            Codes codes,
            SignInSettings settings,
            Clock clock,
            @Value("${lianxin.demo.enabled:false}") boolean demonstration) {
        this.mandates = mandates;
        this.codes = codes;
        this.settings = settings;
        this.clock = clock;
        this.demonstration = demonstration;
    }

    /** The step that whoever has shown this account’s password still owes; null when that was enough. */
    @Nullable
    Pending owed(Account account) {
        if (codes.has(account.id())) {
            return Pending.CODE;
        }
        var must = !demonstration
                && mandates.live(account).stream().map(Mandate::role).anyMatch(this::must);
        return must ? Pending.ENROL : null;
    }

    private boolean must(Role role) {
        return role.administers() || (role.holds(Right.HOUSEHOLDS_READ) || role.holds(Right.RIGHTS_ANSWER)) && asked();
    }

    private boolean asked() {
        return !LocalDate.ofInstant(clock.instant(), CountyTime.ZONE).isBefore(settings.secondFactorFrom());
    }
}
