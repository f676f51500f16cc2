package lianxin.deeds;

import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.card.Cards;
import lianxin.region.DivisionCode;
import lianxin.registry.Household;
import lianxin.scope.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What households say of deeds, on the page their card opens: each once a round. Nobody is ever shown which household said what. */
@Service
public class Voices {

    private final DeedStore store;
    private final Moves moves;
    private final Cards cards;
    private final Standing standing;
    private final ApplicationEventPublisher house;

    Voices(DeedStore store, Moves moves, Cards cards, Standing standing, ApplicationEventPublisher house) {
        this.store = store;
        this.moves = moves;
        this.cards = cards;
        this.standing = standing;
        this.house = house;
    }

    /** The deeds of the household’s place, and of which it has answered the present question. */
    @Transactional(readOnly = true)
    public List<Question> of(String card) {
        return standing.house(() -> {
            var home = cards.whose(card);
            var answered = store.answered(home.id());
            return store.on(new DivisionCode(home.place()).ground(), Deeds.SHOWN).stream()
                    .map(deed -> new Question(deed, answered.contains(deed.id())))
                    .toList();
        });
    }

    /** One household’s answer. Refused for another place, when nothing is being asked, and the second time. */
    @Transactional
    public void answer(String card, UUID id, boolean yes) {
        standing.houseDoes(() -> {
            var home = cards.whose(card);
            var deed = store.byId(id)
                    .filter(d -> d.ground().contains(home.place()))
                    .orElseThrow(DeedRefusal.NO_SUCH_DEED::because);
            if (!deed.stage().asking() || !here(home)) {
                throw DeedRefusal.NOT_ASKED.because(deed.title());
            }
            if (!store.answer(deed, home.id(), home.place(), yes, moves.now())) {
                throw DeedRefusal.ONCE.because(deed.title());
            }
            house.publishEvent(new DeedAnswered(
                    deed.id(), Caller.NOBODY, moves.now(), deed.ground().lo()));
        });
    }

    private boolean here(Household home) {
        return home.lives(moves.today());
    }

    /** A deed, and whether the household has said what it has to say. */
    public record Question(Deed deed, boolean answered) {}
}
