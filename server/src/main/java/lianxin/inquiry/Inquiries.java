package lianxin.inquiry;

import java.text.Normalizer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import lianxin.access.Caller;
import lianxin.cases.Case;
import lianxin.cases.Inlet;
import lianxin.particulars.Particulars;
import lianxin.scope.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows one case to whoever knows its number and the last four digits of the telephone kept for its household. Anybody may try; nobody may try often. */
@Service
class Inquiries {

    private static final Pattern NUMBER = Pattern.compile("\\d{4}-[0-9A-Z]{6}");

    private final Guesses guesses;
    private final Inlet inlet;
    private final Particulars particulars;
    private final Standing standing;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Inquiries(
            Guesses guesses,
            Inlet inlet,
            Particulars particulars,
            Standing standing,
            TransactionTemplate transaction,
            ApplicationEventPublisher house,
            Clock clock) {
        this.guesses = guesses;
        this.inlet = inlet;
        this.particulars = particulars;
        this.standing = standing;
        this.transaction = transaction;
        this.house = house;
        this.clock = clock;
    }

    /**
     * The case. Refused with 404 alike whether there is none of that number, it is nobody’s of the roster, no telephone is kept or used, or it ends otherwise; with 429
     * whoever must wait.
     *
     * @param address where it is asked from
     */
    Case look(String number, String four, String address) {
        var asked = tidy(number);
        return standing.house(() -> {
            var wait = guesses.begin(asked, address);
            if (wait.isPositive()) {
                var soon = InquiryRefusal.TOO_SOON.because();
                soon.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
                throw soon;
            }
            var found = find(asked, tidy(four)).orElseThrow(InquiryRefusal.NO_MATCH::because);
            guesses.right(asked, address);
            return found;
        });
    }

    /** The same questions are asked of the database, and one telephone is opened, whatever is the matter. */
    private Optional<Case> find(String number, String four) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var one = inlet.byNumber(List.of(number)).stream().findFirst();
            var household = one.map(Case::household);
            var fits = particulars.endsWith(household, four);
            if (!fits) {
                return Optional.<Case>empty();
            }
            house.publishEvent(new CaseShown(
                    household.orElseThrow(), Caller.NOBODY, clock.instant().truncatedTo(ChronoUnit.MICROS)));
            return one;
        }));
    }

    /** As it is read off a letter or told over a telephone: full-width signs, small letters, those that look like digits; what is no number at all is as one nobody has. */
    private static String tidy(String written) {
        var tidy = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replace('‐', '-')
                .replace('—', '-')
                .replace('–', '-');
        return NUMBER.matcher(tidy).matches() || tidy.matches("[0-9]{4}") ? tidy : "";
    }
}
