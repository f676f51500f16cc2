package lianxin.access;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.platform.CountyTime;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;

/** What mandates may be. */
final class MandateRules {

    /** An emergency is over by then. The database keeps the same limit. */
    static final Duration EMERGENCY = Duration.ofHours(3);

    /** Nobody is absent longer than this and still in charge. */
    static final int ABSENCE_DAYS = 31;

    private static final int REASON = 200;

    private MandateRules() {}

    /** What was given, and at the end what the post alone makes of him, unless he was given just that. */
    static List<Mandate> live(List<Mandate> given, Optional<Mandate> byPost) {
        if (byPost.isEmpty()
                || given.stream().anyMatch(m -> m.role() == Role.CADRE && m.kind() == Mandate.Kind.REGULAR)
                || given.stream().anyMatch(m -> m.role().administers())) {
            return given;
        }
        var all = new ArrayList<>(given);
        all.add(byPost.orElseThrow());
        return all;
    }

    /** Whoever is in service is a contact cadre. He may serve anywhere in the city of his unit; his households alone are what he sees. */
    static Mandate byPost(Account account, Posts.Post post) {
        var since = post.since().atStartOfDay(CountyTime.ZONE).toInstant();
        return new Mandate(
                account.id(),
                account.id(),
                Role.CADRE,
                cityOf(post.place()),
                null,
                account.person(),
                post.unit(),
                Mandate.Kind.POST,
                null,
                since,
                null,
                "",
                Caller.THE_HOUSE);
    }

    /** The city's whole ground; of a province's own unit, the province's. */
    static Ground cityOf(long place) {
        var city = place / 100_000_000L * 100_000_000L;
        return new DivisionCode(city).ground();
    }

    static void toAnother(UUID account, Caller caller) {
        if (account.equals(caller.id())) {
            throw AccessRefusal.NOT_TO_ONESELF.because();
        }
    }

    static void complete(GiveMandate wish) {
        if (wish.role() == Role.UNIT && wish.unit() == null || wish.role() == Role.CADRE && wish.cadre() == null) {
            throw AccessRefusal.MANDATE_INCOMPLETE.because(wish.role());
        }
        said(wish.reason());
    }

    static String said(String reason) {
        var said = reason.strip();
        if (said.isEmpty() || said.length() > REASON) {
            throw AccessRefusal.NO_REASON.because(REASON);
        }
        return said;
    }

    static void anAbsence(LocalDate until, LocalDate today) {
        if (!until.isAfter(today) || until.isAfter(today.plusDays(ABSENCE_DAYS))) {
            throw AccessRefusal.ABSENCE_TOO_LONG.because(ABSENCE_DAYS);
        }
    }

    static void sameCity(DivisionCode place, Ground ground) {
        if (!cityOf(ground.lo()).contains(place)) {
            throw AccessRefusal.NOT_HERE.because();
        }
    }

    /** The first moment of {@code day} in the county; refused when it lies behind. */
    static @Nullable Instant until(@Nullable LocalDate day, Instant now) {
        if (day == null) {
            return null;
        }
        var until = day.atStartOfDay(CountyTime.ZONE).toInstant();
        if (!until.isAfter(now)) {
            throw AccessRefusal.MANDATE_OVER.because(day);
        }
        return until;
    }
}
