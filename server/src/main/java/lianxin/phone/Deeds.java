package lianxin.phone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.platform.CountyTime;
import lianxin.platform.Refusal;
import lianxin.visit.Deferrals;
import lianxin.visit.LogVisit;
import lianxin.visit.Promises;
import lianxin.visit.Seen;
import lianxin.visit.Verdict;
import lianxin.visit.Visits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What items ask for, done: visits all at once, the few others one by one, each within a savepoint. */
@Component
class Deeds {

    private final Visits visits;
    private final Deferrals deferrals;
    private final Promises promises;
    private final JsonMapper json;
    private final TransactionTemplate savepoint;

    Deeds(
            Visits visits,
            Deferrals deferrals,
            Promises promises,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        this.visits = visits;
        this.deferrals = deferrals;
        this.promises = promises;
        this.json = json;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * What became of an item.
     *
     * @param household whose it is; null when nobody knows
     * @param doubt why a person has to look at it; null when it is done or refused
     */
    record Done(
            @Nullable UUID household,
            long place,
            @Nullable String doubt,
            @Nullable Refusal refusal) {}

    /** A deferral as a phone tells it. */
    record Defer(
            @Nullable UUID household,
            @Nullable LocalDate until,
            @Nullable String reason) {}

    /** A promise as a phone tells it. */
    record Promise(
            @Nullable UUID household,
            @Nullable String need,
            @Nullable String action,
            @Nullable LocalDate due) {}

    /** A promise kept. */
    record Kept(@Nullable UUID promise, @Nullable String result) {}

    /** What became of each, by its identity. */
    Map<UUID, Done> done(List<Item.Whole> items, Caller caller) {
        var done = new HashMap<UUID, Done>();
        var seen = new ArrayList<Seen>();
        for (var item : items) {
            if (item.kind().equals("visit")) {
                try {
                    seen.add(new Seen(
                            item.id(), json.treeToValue(item.body(), LogVisit.class), item.seenAt(), item.made()));
                } catch (JacksonException e) {
                    done.put(item.id(), refused(PhoneRefusal.ITEM_UNCLEAR.because()));
                }
            }
        }
        if (!seen.isEmpty()) {
            var verdicts = visits.keep(seen, caller);
            for (var i = 0; i < seen.size(); i++) {
                done.put(seen.get(i).id(), done(verdicts.get(i)));
            }
        }
        items.stream()
                .filter(item -> !item.kind().equals("visit"))
                .forEach(item -> done.put(item.id(), alone(item, caller)));
        return done;
    }

    private static Done done(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Kept(var household) -> new Done(household.id(), household.place(), null, null);
            case Verdict.Doubtful(var doubt, var household) ->
                new Done(
                        household == null ? null : household.id(),
                        household == null ? 0 : household.place(),
                        doubt.name(),
                        null);
            case Verdict.Refused(var refusal) -> refused(refusal);
        };
    }

    private Done alone(Item.Whole item, Caller caller) {
        try {
            return new Done(savepoint.execute(_ -> deed(item, caller)), 0, null, null);
        } catch (Refusal refusal) {
            return refused(refusal);
        } catch (JacksonException e) {
            return refused(PhoneRefusal.ITEM_UNCLEAR.because());
        }
    }

    /** Does it, and says to whose household. */
    private UUID deed(Item.Whole item, Caller caller) {
        return switch (item.kind()) {
            case "deferral" -> {
                var said = json.treeToValue(item.body(), Defer.class);
                var household = some(said.household());
                deferrals.defer(item.id(), household, said.until(), said.reason(), day(item.seenAt()), caller);
                yield household;
            }
            case "promise" -> {
                var said = json.treeToValue(item.body(), Promise.class);
                var household = some(said.household());
                promises.make(item.id(), household, said.need(), said.action(), said.due(), caller);
                yield household;
            }
            case "kept" -> {
                var said = json.treeToValue(item.body(), Kept.class);
                yield promises.keep(some(said.promise()), said.result(), caller);
            }
            default -> throw PhoneRefusal.ITEM_UNCLEAR.because();
        };
    }

    private static UUID some(@Nullable UUID id) {
        if (id == null) {
            throw PhoneRefusal.ITEM_UNCLEAR.because();
        }
        return id;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, CountyTime.ZONE);
    }

    private static Done refused(Refusal refusal) {
        return new Done(null, 0, null, refusal);
    }
}
