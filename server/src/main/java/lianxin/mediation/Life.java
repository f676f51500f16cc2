package lianxin.mediation;

import static lianxin.mediation.State.*;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Every edge there is, for the matter and for the confirmation beside it. The table {@code mediation.edge} holds the same list; a test compares them. */
final class Life {

    static final Map<State, Set<State>> MATTER = Map.ofEntries(
            Map.entry(CLUE, EnumSet.of(OFFERED, APPLIED, WITHDRAWN, REFERRED)),
            Map.entry(OFFERED, EnumSet.of(CONSENTED, REFUSED, WITHDRAWN, REFERRED)),
            Map.entry(APPLIED, EnumSet.of(CONSENTED, REFUSED, WITHDRAWN, REFERRED)),
            Map.entry(CONSENTED, EnumSet.of(MEDIATING, REFUSED, WITHDRAWN, REFERRED)),
            Map.entry(MEDIATING, EnumSet.of(AGREED_ORAL, AGREED_WRITTEN, FAILED, WITHDRAWN, REFERRED)),
            Map.entry(AGREED_ORAL, EnumSet.of(PERFORMING)),
            Map.entry(AGREED_WRITTEN, EnumSet.of(PERFORMING)),
            Map.entry(PERFORMING, EnumSet.of(PERFORMED, BREACHED)),
            Map.entry(PERFORMED, EnumSet.of(ARCHIVED)),
            Map.entry(BREACHED, EnumSet.of(PERFORMING, ARCHIVED)),
            Map.entry(FAILED, EnumSet.of(ARCHIVED)),
            Map.entry(WITHDRAWN, EnumSet.of(ARCHIVED)),
            Map.entry(REFUSED, EnumSet.of(ARCHIVED)),
            Map.entry(REFERRED, EnumSet.of(ARCHIVED)),
            Map.entry(ARCHIVED, EnumSet.noneOf(State.class)));

    static final Map<Confirmation, Set<Confirmation>> CONFIRMATION = Map.of(
            Confirmation.NONE, EnumSet.of(Confirmation.APPLIED),
            Confirmation.APPLIED, EnumSet.of(Confirmation.ACCEPTED, Confirmation.REFUSED, Confirmation.WITHDRAWN),
            Confirmation.ACCEPTED, EnumSet.of(Confirmation.CONFIRMED, Confirmation.REFUSED, Confirmation.WITHDRAWN),
            Confirmation.CONFIRMED, EnumSet.noneOf(Confirmation.class),
            Confirmation.REFUSED, EnumSet.noneOf(Confirmation.class),
            Confirmation.WITHDRAWN, EnumSet.noneOf(Confirmation.class));

    private Life() {}

    static boolean leads(State from, State to) {
        return MATTER.getOrDefault(from, Set.of()).contains(to);
    }

    static boolean leads(Confirmation from, Confirmation to) {
        return CONFIRMATION.getOrDefault(from, Set.of()).contains(to);
    }
}
