package lianxin.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lianxin.access.Account;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What those the record speaks of are called, and whom an auditor means by what he types. */
@Component
class Called {

    private final Accounts accounts;
    private final Subjects subjects;
    private final List<Registered> registers;

    Called(Accounts accounts, Subjects subjects, List<Registered> registers) {
        this.accounts = accounts;
        this.subjects = subjects;
        this.registers = registers;
    }

    /** Whose login this is; refused when there is no such account. */
    UUID doer(String login) {
        return accounts.idOf(login).orElseThrow(() -> RecordRefusal.NO_SUCH_LOGIN.because(login));
    }

    /** Those with this key, login or identity; refused when there is nobody. */
    List<UUID> about(String said) {
        var found = Stream.concat(
                        registers.stream().map(register -> register.behind(said)), Stream.of(accounts.idOf(said)))
                .flatMap(Optional::stream)
                .toList();
        if (!found.isEmpty()) {
            return found;
        }
        try {
            return List.of(UUID.fromString(said));
        } catch (IllegalArgumentException e) {
            throw RecordRefusal.NOBODY_CALLED_SO.because(said);
        }
    }

    /** The rows as an auditor reads them. */
    List<Found> all(List<RecordStore.Row> rows) {
        var doers = accounts.byId(
                rows.stream().map(row -> row.leaf().by()).distinct().toList());
        var known = subjects.behind(
                rows.stream().flatMap(row -> shown(row.leaf()).stream()).toList());
        var names = names(known.values());
        return rows.stream()
                .map(row -> found(row, doers.get(row.leaf().by()), known, names))
                .toList();
    }

    private static Found found(
            RecordStore.Row row, @Nullable Account doer, Map<String, UUID> known, Map<UUID, String> names) {
        var leaf = row.leaf();
        return new Found(
                row.index(),
                leaf.kind() == Leaf.Kind.READ,
                leaf.what(),
                leaf.at(),
                leaf.by(),
                doer,
                leaf.subjects(),
                leaf.whole(),
                shown(leaf).stream()
                        .map(token -> known.get(HexFormat.of().formatHex(token)))
                        .filter(id -> id != null && !id.equals(Caller.NOBODY))
                        .map(id -> new Found.About(
                                id, names.getOrDefault(id, "…" + id.toString().substring(24))))
                        .toList());
    }

    /** Logins, and the keys of the registers as far as whoever asks may see them. */
    private Map<UUID, String> names(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        registers.forEach(register -> names.putAll(register.keys(ids)));
        accounts.byId(ids).forEach((id, account) -> names.put(id, account.login()));
        return names;
    }

    private static List<byte[]> shown(Leaf leaf) {
        var tokens = new ArrayList<byte[]>();
        var end = Math.min(leaf.tokens().length, Found.SHOWN * Subjects.TOKEN);
        for (var at = 0; at < end; at += Subjects.TOKEN) {
            tokens.add(Arrays.copyOfRange(leaf.tokens(), at, at + Subjects.TOKEN));
        }
        return tokens;
    }
}
