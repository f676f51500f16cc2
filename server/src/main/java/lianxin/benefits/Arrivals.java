package lianxin.benefits;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.card.Cards;
import lianxin.cases.Answers;
import lianxin.cases.Case;
import lianxin.scope.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What households say of what was sent to them, on the page their card opens. Nobody who works here says it for them. */
@Service
public class Arrivals {

    /** What a case is about that begins with something that did not arrive. */
    static final String CATEGORY = "SUBSIDY";

    private final BenefitStore store;
    private final Cards cards;
    private final Answers cases;
    private final Standing standing;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Arrivals(
            BenefitStore store,
            Cards cards,
            Answers cases,
            Standing standing,
            ApplicationEventPublisher house,
            Clock clock) {
        this.store = store;
        this.cards = cards;
        this.cases = cases;
        this.standing = standing;
        this.house = house;
        this.clock = clock;
    }

    /** What is entered for the household that holds the card. */
    @Transactional(readOnly = true)
    public List<Benefit> of(String card) {
        return standing.house(() -> store.of(cards.whose(card).id()));
    }

    /** It says whether it arrived; what had not arrived may arrive later, and nothing else is taken back. */
    @Transactional
    public void say(String card, UUID id, Said said) {
        standing.houseDoes(() -> {
            var home = cards.whose(card);
            mine(home.id(), id);
            var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            if (!store.say(id, home.id(), said, at)) {
                throw BenefitRefusal.SAID.because();
            }
            house.publishEvent(new BenefitAnswered(id, Caller.NOBODY, at, home.id(), home.place(), said));
        });
    }

    /** Makes a case of what did not arrive, once, in the household’s name. */
    @Transactional
    public Case ask(String card, UUID id, String words) {
        return standing.house(() -> {
            var benefit = mine(cards.whose(card).id(), id);
            if (benefit.said() != Said.NOT_ARRIVED || benefit.issue() != null) {
                throw BenefitRefusal.SAID.because();
            }
            var opened = cases.open(card, CATEGORY, words);
            if (!store.issue(id, opened.id())) {
                throw BenefitRefusal.SAID.because();
            }
            return opened;
        });
    }

    Benefit one(String card, UUID id) {
        return standing.house(() -> mine(cards.whose(card).id(), id));
    }

    private Benefit mine(UUID household, UUID id) {
        return store.of(household).stream()
                .filter(b -> b.id().equals(id))
                .findFirst()
                .orElseThrow(BenefitRefusal.NO_SUCH_BENEFIT::because);
    }
}
