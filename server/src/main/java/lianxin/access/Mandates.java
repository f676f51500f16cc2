package lianxin.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * As what an account may act, where and until when. Asked anew at every request, so a move, a dismissal or an ended mandate holds from the next
 * one on, on every node.
 */
@Service
public class Mandates {

    private final MandateStore store;
    private final AccountStore accounts;
    private final Posts posts;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Mandates(MandateStore store, AccountStore accounts, Posts posts, ApplicationEventPublisher house, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.posts = posts;
        this.house = house;
        this.clock = clock;
    }

    /** What the account may act as now, what it was given first; what its holder is by post comes last. Empty when it is closed. */
    @Transactional(readOnly = true)
    public List<Mandate> live(Account account) {
        if (!account.open()) {
            return List.of();
        }
        var now = now();
        var post = post(account);
        return MandateRules.live(
                store.during(account.id(), now).stream()
                        .filter(m -> stands(m, post))
                        .toList(),
                post.map(p -> MandateRules.byPost(account, p)));
    }

    /** One of those the account may act as now; refused with 404 when it is none of them. */
    public Mandate require(Account account, UUID mandate, Caller caller) {
        caller.may(Right.ACCESS_READ);
        return live(account).stream()
                .filter(m -> m.id().equals(mandate))
                .findFirst()
                .orElseThrow(AccessRefusal.NOT_HERE::because);
    }

    /** All the account was ever given, the newest first. */
    public List<Mandate> history(UUID account, Caller caller) {
        caller.may(Right.ACCESS_READ);
        return store.of(account);
    }

    /** Gives a mandate. Refused to oneself, off the caller's ground, and when the account holds an office that bears no other beside it. */
    @Transactional
    public UUID give(UUID account, GiveMandate wish, Caller caller) {
        caller.may(Right.MANDATE_WRITE, wish.place());
        var to = accounts.byId(account).orElseThrow(AccessRefusal.NOT_HERE::because);
        MandateRules.toAnother(to.id(), caller);
        MandateRules.complete(wish);
        var now = now();
        var mandate = new Mandate(
                Ids.next(),
                to.id(),
                wish.role(),
                wish.place().ground(),
                wish.unit(),
                wish.cadre(),
                post(to).map(Posts.Post::unit).orElse(null),
                Mandate.Kind.REGULAR,
                null,
                now,
                MandateRules.until(wish.until(), now),
                wish.reason().strip(),
                caller.id());
        return added(mandate, caller.id());
    }

    /** Ends a mandate now. One that ended already stays as it is. */
    @Transactional
    public void end(UUID id, Caller caller) {
        caller.may(Right.MANDATE_WRITE);
        var mandate = require(id);
        caller.may(Right.MANDATE_WRITE, mandate.ground().lo());
        end(mandate, caller.id());
    }

    /** Lets somebody stand in for the caller, or ends that: his own mandate, for at most 31 days. */
    @Transactional
    public UUID deputise(UUID source, String deputy, LocalDate until, String reason, Caller caller) {
        caller.may(Right.OWN_ACCOUNT);
        var mandate = own(source, caller);
        var to = accounts.byLogin(deputy)
                .filter(Account::open)
                .orElseThrow(() -> AccessRefusal.NO_SUCH_DEPUTY.because(deputy));
        MandateRules.toAnother(to.id(), caller);
        var now = now();
        MandateRules.anAbsence(until, LocalDate.ofInstant(now, CountyTime.ZONE));
        return added(
                new Mandate(
                        Ids.next(),
                        to.id(),
                        mandate.role(),
                        mandate.ground(),
                        mandate.unit(),
                        mandate.cadre(),
                        post(to).map(Posts.Post::unit).orElse(null),
                        Mandate.Kind.DEPUTY,
                        mandate.id(),
                        now,
                        MandateRules.until(until, now),
                        MandateRules.said(reason),
                        caller.id()),
                caller.id());
    }

    /** The caller is back: whoever stood in for him no longer does. */
    @Transactional
    public void dismissDeputy(UUID id, Caller caller) {
        caller.may(Right.OWN_ACCOUNT);
        var mandate = require(id);
        own(Optional.ofNullable(mandate.source()).orElseThrow(AccessRefusal.NOT_HERE::because), caller);
        end(mandate, caller.id());
    }

    /** Who stands in for the caller now. */
    public List<Mandate> deputiesOf(Caller caller) {
        caller.may(Right.OWN_ACCOUNT);
        return store.deputies(caller.id(), now());
    }

    /**
     * Takes the caller's own role on another ground of his city for three hours, for a reason. Whoever owns that ground is told at once, and it
     * cannot be taken back from the record.
     */
    @Transactional
    public UUID takeInEmergency(DivisionCode place, String reason, Caller caller) {
        caller.may(Right.EMERGENCY_TAKE);
        MandateRules.sameCity(place, caller.ground());
        var now = now();
        var mandate = new Mandate(
                Ids.next(),
                caller.id(),
                caller.role(),
                place.ground(),
                caller.unit(),
                caller.cadre(),
                null,
                Mandate.Kind.EMERGENCY,
                null,
                now,
                now.plus(MandateRules.EMERGENCY),
                MandateRules.said(reason),
                caller.id());
        return added(mandate, caller.id());
    }

    /** The one mandate the house itself gives: whatever else the account held is ended. Nothing happens when it holds just that. */
    void only(UUID account, Role role, Ground ground, @Nullable UUID unit, @Nullable UUID cadre) {
        var now = now();
        var held = store.during(account, now);
        if (held.size() == 1 && held.getFirst().is(role, ground, unit, cadre)) {
            return;
        }
        held.forEach(m -> end(m, Caller.THE_HOUSE));
        added(
                new Mandate(
                        Ids.next(),
                        account,
                        role,
                        ground,
                        unit,
                        cadre,
                        null,
                        Mandate.Kind.REGULAR,
                        null,
                        now,
                        null,
                        "—",
                        Caller.THE_HOUSE),
                Caller.THE_HOUSE);
    }

    /** Whether what the mandate hangs on is still there: the post it was given for, the cadre it is about, whoever is stood in for. */
    private boolean stands(Mandate mandate, Optional<Posts.Post> post) {
        if (mandate.post() != null && !post.map(Posts.Post::unit).equals(Optional.of(mandate.post()))) {
            return false;
        }
        if (mandate.cadre() != null && posts.on(mandate.cadre(), today()).isEmpty()) {
            return false;
        }
        return mandate.source() == null || stoodInFor(mandate.source());
    }

    private boolean stoodInFor(UUID source) {
        return store.byId(source)
                .filter(m -> m.during(now()))
                .filter(m -> accounts.byId(m.account())
                        .filter(Account::open)
                        .map(holder -> stands(m, post(holder)))
                        .orElse(false))
                .isPresent();
    }

    private Optional<Posts.Post> post(Account account) {
        return account.person() == null ? Optional.empty() : posts.on(account.person(), today());
    }

    private Mandate require(UUID id) {
        return store.byId(id).orElseThrow(AccessRefusal.NOT_HERE::because);
    }

    /** A regular mandate of the caller's own, in force. */
    private Mandate own(UUID id, Caller caller) {
        var mandate = require(id);
        if (!mandate.account().equals(caller.id())
                || mandate.kind() != Mandate.Kind.REGULAR
                || !mandate.during(now())) {
            throw AccessRefusal.NOT_HERE.because();
        }
        return mandate;
    }

    private UUID added(Mandate mandate, UUID by) {
        store.add(mandate);
        house.publishEvent(
                new MandateChanged(mandate.account(), by, mandate.since(), mandate.id(), mandate.kind(), false));
        return mandate.id();
    }

    private void end(Mandate mandate, UUID by) {
        var now = now();
        if (store.end(mandate.id(), now, by)) {
            house.publishEvent(new MandateChanged(mandate.account(), by, now, mandate.id(), mandate.kind(), true));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CountyTime.ZONE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
