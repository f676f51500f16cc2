package lianxin.mediation;

import static lianxin.mediation.State.*;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be done in a matter: from which states, where it leads, and what must be said with it. Each leaves one line in the matter’s story and, without its
 * words, one in the record.
 */
public enum Deed {
    NOTED(EnumSet.noneOf(State.class), null, Asks.WORDS),
    PARTY_NAMED(BEFORE_CONSENT, null, Asks.PARTY),
    OFFERED(EnumSet.of(CLUE), State.OFFERED),
    APPLIED(EnumSet.of(CLUE), State.APPLIED, Asks.WHO),
    CONSENTED(EnumSet.of(State.OFFERED, State.APPLIED), null, Asks.WHO, Asks.REMARK),
    REFUSED(EnumSet.of(State.OFFERED, State.APPLIED, State.CONSENTED), State.REFUSED, Asks.WHO, Asks.REMARK),
    MEDIATOR_CHOSEN(EnumSet.of(State.OFFERED, State.APPLIED, State.CONSENTED, MEDIATING), null, Asks.MEDIATOR),
    MEDIATOR_LEFT(EnumSet.of(State.OFFERED, State.APPLIED, State.CONSENTED, MEDIATING), null, Asks.LEAVES),
    /** The parties were told their rights and duties (arts. 23, 24), and it begins. */
    BEGUN(EnumSet.of(State.CONSENTED), MEDIATING),
    SESSION(EnumSet.of(MEDIATING), null, Asks.WORDS),
    /** It might escalate, and something was done about it (art. 25). */
    PREVENTED(EnumSet.of(CLUE, State.OFFERED, State.APPLIED, State.CONSENTED, MEDIATING), null, Asks.WORDS),
    /** The police, or whoever else is in charge, were told (art. 25). */
    POLICE_TOLD(EnumSet.of(CLUE, State.OFFERED, State.APPLIED, State.CONSENTED, MEDIATING), null, Asks.WORDS),
    AGREED_ORALLY(EnumSet.of(MEDIATING), AGREED_ORAL, Asks.AGREEMENT),
    AGREED_IN_WRITING(EnumSet.of(MEDIATING), AGREED_WRITTEN, Asks.AGREEMENT, Asks.ALL, Asks.SEAL),
    FAILED(EnumSet.of(MEDIATING), State.FAILED, Asks.REMARK),
    STOPPED(EnumSet.of(State.OFFERED, State.APPLIED, State.CONSENTED, MEDIATING), WITHDRAWN, Asks.WHO, Asks.REMARK),
    /** There was no dispute, or it is over. */
    CLEARED(EnumSet.of(CLUE), WITHDRAWN, Asks.WORDS),
    REFERRED(EnumSet.of(CLUE, State.OFFERED, State.APPLIED, State.CONSENTED, MEDIATING), State.REFERRED, Asks.WORDS),
    /** They were told of arbitration, administration and court (art. 26). */
    REMEDIES_TOLD(WITHOUT_AGREEMENT, null, Asks.REMARK),
    PERFORMING(EnumSet.of(AGREED_ORAL, AGREED_WRITTEN, State.BREACHED), State.PERFORMING, Asks.REMARK),
    PERFORMED(EnumSet.of(State.PERFORMING), State.PERFORMED, Asks.WORDS),
    BREACHED(EnumSet.of(State.PERFORMING), State.BREACHED, Asks.WORDS),
    CONFIRMATION_APPLIED(Confirmation.APPLIED, Asks.ALL),
    CONFIRMATION_ACCEPTED(Confirmation.ACCEPTED),
    CONFIRMATION_GIVEN(Confirmation.CONFIRMED),
    CONFIRMATION_REFUSED(Confirmation.REFUSED, Asks.REMARK),
    CONFIRMATION_WITHDRAWN(Confirmation.WITHDRAWN, Asks.REMARK),
    FOLLOWED_UP(AGREED, null, Asks.WORDS),
    ARCHIVED(
            EnumSet.of(State.PERFORMED, State.BREACHED, State.FAILED, WITHDRAWN, State.REFUSED, State.REFERRED),
            State.ARCHIVED,
            Asks.DESK);

    /** What must be said with a deed. */
    public enum Asks {
        /** One of the parties. */
        WHO,
        /** All of the parties, each for itself. */
        ALL,
        /** A household by its number, or a name. */
        PARTY,
        /** Whoever is to mediate: his login, or a name. */
        MEDIATOR,
        /** One of the mediators. */
        LEAVES,
        WORDS,
        /** Words that may be left out. */
        REMARK,
        /** Facts, terms, manner and time limit (art. 29). */
        AGREEMENT,
        /** That mediators signed and the committee put its seal on it (art. 29). */
        SEAL,
        /** Not said but needed: only the desk that keeps the file does it. */
        DESK
    }

    /** May be taken back for a day, as long as it is the last: it told nobody outside anything and set no law’s time running. */
    private static final Set<Deed> REVOCABLE = EnumSet.of(
            PARTY_NAMED, OFFERED, APPLIED, CONSENTED, MEDIATOR_CHOSEN, BEGUN, SESSION, PERFORMING, FOLLOWED_UP);

    final Set<State> from;
    final @Nullable State to;
    final @Nullable Confirmation confirms;
    private final Set<Asks> asks;

    Deed(Set<State> from, @Nullable State to, Asks... asks) {
        this(from, to, null, asks);
    }

    Deed(Confirmation confirms, Asks... asks) {
        this(AGREED, null, confirms, asks);
    }

    Deed(Set<State> from, @Nullable State to, @Nullable Confirmation confirms, Asks... asks) {
        this.from = from;
        this.to = to;
        this.confirms = confirms;
        this.asks = Set.of(asks);
    }

    public boolean asks(Asks what) {
        return asks.contains(what);
    }

    /** Whether it may be taken back for a day. */
    public boolean revocable() {
        return REVOCABLE.contains(this);
    }

    /** Whether a matter is where this can be done; what else it takes is the rules’ business. */
    boolean startsAt(State state, Confirmation confirmation) {
        return from.contains(state) && (confirms == null || Life.leads(confirmation, confirms));
    }
}
