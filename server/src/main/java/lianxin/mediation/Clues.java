package lianxin.mediation;

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
import lianxin.region.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a matter begins. Whoever notes it need not be of its desk, and reads nothing there by noting it: the wall is shut again behind him. */
@Component
class Clues {

    private final MatterStore matters;
    private final Files files;
    private final Lists lists;
    private final Wall wall;
    private final Clock clock;

    Clues(MatterStore matters, Files files, Lists lists, Wall wall, Clock clock) {
        this.matters = matters;
        this.files = files;
        this.lists = lists;
        this.wall = wall;
        this.clock = clock;
    }

    /** The matter of that clue, noted now unless it was before. */
    UUID note(NoteClue wish, UUID by) {
        sound(wish);
        return begin(wish, matters::byId, null, List.of(), by);
    }

    /** The matter of that case of another room; only with the day on which the household agreed. */
    UUID refer(Referral wish, UUID by) {
        if (wish.consentedOn().isAfter(today())) {
            throw MediationRefusal.NO_CONSENT.because();
        }
        var clue = new NoteClue(
                Ids.next(), wish.place(), wish.kind(), Matter.Origin.REFERRED, wish.consentedOn(), wish.words());
        sound(clue);
        return begin(clue, _ -> matters.referred(wish.caseId()), wish.caseId(), wish.households(), by);
    }

    private interface Known {
        Optional<Matter> of(UUID id);
    }

    private UUID begin(NoteClue wish, Known known, @Nullable UUID referral, List<UUID> households, UUID by) {
        wall.openForTheHouse();
        var matter = known.of(wish.id()).orElseGet(() -> {
            var fresh = matter(wish, referral);
            matters.add(fresh, by, now());
            files.write(
                    fresh,
                    TakeStep.of(Ids.next(), Deed.NOTED, wish.on()).saying(wish.words()),
                    null,
                    State.CLUE,
                    by,
                    now());
            households.forEach(household -> files.party(fresh, household, by, now()));
            return fresh;
        });
        wall.shut();
        return matter.id();
    }

    private Matter matter(NoteClue wish, @Nullable UUID referral) {
        int year = today().getYear();
        return new Matter(
                wish.id(),
                wish.place(),
                year,
                matters.next(wish.place(), year),
                wish.kind(),
                wish.origin(),
                referral,
                State.CLUE,
                wish.on(),
                wish.on(),
                null,
                null,
                null,
                Confirmation.NONE,
                null);
    }

    private void sound(NoteClue wish) {
        var level = new DivisionCode(wish.place()).level();
        if (level != Level.VILLAGE && level != Level.TOWNSHIP) {
            throw MediationRefusal.NO_DESK.because();
        }
        if (lists.kinds(today()).stream().noneMatch(kind -> kind.code().equals(wish.kind()))) {
            throw MediationRefusal.NO_SUCH_KIND.because(wish.kind());
        }
        if (wish.on().isAfter(today())) {
            throw MediationRefusal.WRONG_DAY.because();
        }
        if (wish.words().isBlank() || wish.words().length() > MediationRules.LONGEST) {
            throw MediationRefusal.UNCLEAR.because(MediationRules.LONGEST);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CountyTime.ZONE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
