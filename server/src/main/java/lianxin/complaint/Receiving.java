package lianxin.complaint;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.complaint.ComplaintStore.Limit;
import lianxin.complaint.Writings.Part;
import lianxin.staff.Cadre;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what came in, once. */
@Component
class Receiving {

    private final ComplaintStore store;
    private final Writings writings;
    private final Ledger ledger;
    private final Wall wall;

    Receiving(ComplaintStore store, Writings writings, Ledger ledger, Wall wall) {
        this.store = store;
        this.writings = writings;
        this.ledger = ledger;
        this.wall = wall;
    }

    /** Receives what was said, by whomever; whoever stands as the house calls. The same identity again is answered as the first time. */
    Hearing.Receipt receive(Hearing.Said said, @Nullable Cadre who, Complaint.Origin origin, long place, UUID by) {
        var words = ComplaintRules.said(said.words(), ComplaintRules.WORDS);
        var whom = ComplaintRules.maybe(said.whom());
        var reach = ComplaintRules.maybe(said.reach());
        wall.openForTheHouse();
        var known = store.byId(said.id()).orElse(null);
        if (known != null) {
            return new Hearing.Receipt(known.number(), secret(known));
        }
        var fresh = written(said.id(), who, origin, place, by);
        var secret = ComplaintRules.secret();
        ledger.done(fresh, Deed.RECEIVED, "", by);
        writings.add(fresh, fresh.id(), Part.WORDS, words);
        writings.add(fresh, fresh.id(), Part.WHOM, who == null ? whom : who.name());
        writings.add(fresh, fresh.id(), Part.REACH, reach);
        writings.add(fresh, fresh.id(), Part.SECRET, secret);
        return new Hearing.Receipt(fresh.number(), secret);
    }

    /** The secret a complaint is followed with; asked as the house. */
    String secret(Complaint complaint) {
        return writings.of(List.of(complaint.id()))
                .getOrDefault(complaint.id(), Map.of())
                .getOrDefault(Part.SECRET, "");
    }

    /** A number somebody else’s has already is given up for the next. */
    private Complaint written(UUID id, @Nullable Cadre who, Complaint.Origin origin, long place, UUID by) {
        while (true) {
            var fresh = new Complaint(
                    id,
                    ComplaintRules.number(ledger.today()),
                    place,
                    who == null ? null : who.id(),
                    who == null ? null : who.unit(),
                    origin,
                    State.RECEIVED,
                    ledger.now(),
                    ledger.due(Limit.DECIDE),
                    null,
                    null,
                    0,
                    by,
                    ledger.now(),
                    1);
            if (store.add(fresh)) {
                return fresh;
            }
        }
    }
}
