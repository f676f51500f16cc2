package lianxin.complaint;

import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.card.Cards;
import lianxin.cases.TakingOut;
import lianxin.pairing.Pairings;
import lianxin.platform.CountyTime;
import lianxin.region.DivisionCode;
import lianxin.region.Level;
import lianxin.scope.Standing;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Complaints as they come in. Whoever hands one in gets a number and a secret to follow it with; nothing else leads back to him. */
@Service
public class Hearing {

    private final Receiving receiving;
    private final Cards cards;
    private final Pairings pairings;
    private final Cadres cadres;
    private final TakingOut cases;
    private final CountyTime time;
    private final Standing standing;

    Hearing(
            Receiving receiving,
            Cards cards,
            Pairings pairings,
            Cadres cadres,
            TakingOut cases,
            CountyTime time,
            Standing standing) {
        this.receiving = receiving;
        this.cards = cards;
        this.pairings = pairings;
        this.cadres = cadres;
        this.cases = cases;
        this.time = time;
        this.standing = standing;
    }

    /** On the household’s own page: about its contact, or about whomever it says. */
    @Transactional
    public Receipt byCard(String card, boolean aboutContact, Said said) {
        return standing.house(() -> {
            var home = cards.whose(card);
            return receiving.receive(
                    said, aboutContact ? contact(home.id()) : null, Complaint.Origin.CARD, home.place(), Caller.NOBODY);
        });
    }

    /** Told to a clerk, in a village or township of his ground. He hands on number and secret, and reads it no more. */
    @Transactional
    public Receipt told(DivisionCode place, Said said, Caller caller) {
        caller.may(Right.COMPLAINT_RECEIVE, place);
        if (place.level() != Level.VILLAGE && place.level() != Level.TOWNSHIP) {
            throw ComplaintRefusal.UNCLEAR.because(ComplaintRules.WORDS);
        }
        return standing.house(() -> receiving.receive(said, null, Complaint.Origin.TOLD, place.value(), caller.id()));
    }

    /** It had been written down as a case: its words leave the case for good. */
    @Transactional
    public Receipt ofCase(UUID id, int version, Caller caller) {
        caller.may(Right.COMPLAINT_RECEIVE);
        var out = cases.takeOut(id, version, caller);
        return standing.house(() -> receiving.receive(
                new Said(id, "", out.words(), ""), null, Complaint.Origin.CASE, out.place(), caller.id()));
    }

    private @Nullable Cadre contact(UUID household) {
        return pairings.contactOf(household, time.today())
                .map(pairing -> pairing.cadre())
                .map(cadres::require)
                .orElse(null);
    }

    /**
     * What somebody says.
     *
     * @param id names the fact: sent twice it is received once
     * @param whom it is about, in his words; blank where it is known otherwise
     * @param reach how to reach him; blank for not at all
     */
    public record Said(UUID id, String whom, String words, String reach) {}

    /** With these two a complaint is followed. */
    public record Receipt(String number, String secret) {}
}
