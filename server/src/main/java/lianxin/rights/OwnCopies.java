package lianxin.rights;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import lianxin.access.Account;
import lianxin.platform.CountyTime;
import lianxin.privacy.Catalogue;
import lianxin.privacy.Catalogue.About;
import lianxin.privacy.Catalogue.Table;
import lianxin.scope.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A cadre is a person with data here too: what there is about him, for himself alone. */
@Service
class OwnCopies {

    private final Rows rows;
    private final Standing standing;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    OwnCopies(Rows rows, Standing standing, ApplicationEventPublisher house, Clock clock) {
        this.rows = rows;
        this.standing = standing;
        this.house = house;
        this.clock = clock;
    }

    /** The copy; that he took it is recorded. Asked as the house, since what there is about him may lie beyond the ground he acts on. */
    @Transactional
    public OwnCopy of(Account account) {
        house.publishEvent(new OwnCopyTaken(account.id(), account.id(), clock.instant()));
        var person = account.person();
        return new OwnCopy(
                account.name(),
                LocalDate.ofInstant(clock.instant(), CountyTime.ZONE),
                standing.house(() -> Stream.concat(
                                person == null
                                        ? Stream.<Copy.Part>of()
                                        : rows.about(person, Catalogue.of(About.CADRE)).stream(),
                                rows.about(account.id(), ofAccounts()).stream())
                        .toList()),
                Stream.concat(Catalogue.of(About.CADRE), ofAccounts())
                        .flatMap(table -> table.columns().stream())
                        .map(column -> column.datum().aim())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** Not the sessions, passkeys and the record: they hold proofs, or are found by something else than the account’s identity, and are on pages of their own. */
    private static Stream<Table> ofAccounts() {
        return Catalogue.of(About.ACCOUNT)
                .filter(table -> List.of("id", "account").contains(table.by()));
    }
}
