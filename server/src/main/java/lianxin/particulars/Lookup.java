package lianxin.particulars;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.registry.Household;
import lianxin.registry.Households;
import lianxin.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose telephone or identity number this is. Whoever may ask could try numbers one after the other, so each question is recorded, whether or not
 * it finds anybody, and only so many are answered.
 */
@Service
public class Lookup {

    /** So many sealed values are opened for four characters; more share them only when the table is far too large to ask that way. */
    private static final int OPENED = 500;

    /** Codes in a county: four characters are never looked for across counties. */
    private static final long COUNTY = 1_000_000;

    private static final int FOUR = 4;

    private final ParticularStore store;
    private final Vault vault;
    private final Households households;
    private final Reads reads;
    private final Patience patience;

    Lookup(ParticularStore store, Vault vault, Households households, Reads reads, Patience patience) {
        this.store = store;
        this.vault = vault;
        this.households = households;
        this.reads = reads;
        this.patience = patience;
    }

    /** Households on the caller's ground with this value; with four characters, and a ground no larger than a county, those whose value ends so. */
    @Transactional
    public List<Household> find(Kind kind, String written, Caller caller) {
        caller.may(Right.REGISTRY_WRITE);
        patience.with(caller);
        var found = households.byId(under(kind, written.strip(), caller)).values().stream()
                .filter(household -> caller.ground().contains(household.place()))
                .toList();
        reads.of(caller, Purpose.SEARCH, found.stream().map(Household::id).toList());
        return found;
    }

    private Collection<UUID> under(Kind kind, String written, Caller caller) {
        var shape = kind.field.shape();
        if (written.length() != FOUR) {
            return shape.tidy(written)
                    .map(value -> store.under(kind, vault.exactly(kind.field, value)))
                    .orElse(List.of());
        }
        if (caller.ground().hi() - caller.ground().lo() > COUNTY) {
            throw ParticularsRefusal.WHOLE_NUMBER.because();
        }
        return store.ending(kind, vault.endingWith(kind.field, written.toUpperCase(Locale.ROOT)), OPENED).stream()
                .filter(kept ->
                        vault.open(kind.field, kept.id(), kept.sealed()).endsWith(written.toUpperCase(Locale.ROOT)))
                .map(ParticularStore.Kept::household)
                .toList();
    }
}
