package lianxin.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.phone.Devices.Device;
import lianxin.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/**
 * Takes in what waited on a phone. A batch is applied as one; only when a rule of the database refuses something of it, item by item, so that a bad one keeps
 * no other from being kept. Whatever else goes wrong keeps nothing, and the phone tries again.
 */
@Service
class Outbox {

    /** Items in a request at most. */
    static final int MOST = 200;

    private final Reading reading;
    private final Applying applying;

    Outbox(Reading reading, Applying applying) {
        this.reading = reading;
        this.applying = applying;
    }

    /**
     * What became of each, in the same order.
     *
     * @param account who told it
     * @param caller as what; null when the phone or the account has ended: then everything waits for a person
     */
    List<Outcome> take(@Nullable List<JsonNode> items, Device device, UUID account, @Nullable Caller caller) {
        if (items == null || items.isEmpty()) {
            return List.of();
        }
        if (items.size() > MOST) {
            throw PhoneRefusal.TOO_MANY_ITEMS.because(MOST);
        }
        var read = items.stream().map(reading::read).toList();
        try {
            return applying.all(read, device, account, caller);
        } catch (DataIntegrityViolationException e) {
            var outcomes = new ArrayList<Outcome>();
            read.forEach(one -> outcomes.addAll(alone(one, device, account, caller)));
            return outcomes;
        }
    }

    private List<Outcome> alone(Reading.Read one, Device device, UUID account, @Nullable Caller caller) {
        try {
            return applying.all(List.of(one), device, account, caller);
        } catch (DataIntegrityViolationException e) {
            return List.of(Outcome.refused(one.label(), PhoneRefusal.ITEM_UNCLEAR.because()));
        }
    }

    /** What became of an item; {@code refusal} says why it was not kept. */
    record Outcome(
            String label,
            String answer,
            @Nullable String code,
            @Nullable Refusal refusal) {

        static Outcome refused(String label, Refusal refusal) {
            return new Outcome(label, "refused", refusal.kind().code(), refusal);
        }
    }
}
