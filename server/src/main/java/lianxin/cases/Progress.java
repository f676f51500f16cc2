package lianxin.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lianxin.scope.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of what households said, for whoever tells them. Rooms that ask decide who may; what the asker’s ground hides is missing. */
@Service
public class Progress {

    private final CaseStore store;
    private final Lines lines;
    private final Standing standing;

    Progress(CaseStore store, Lines lines, Standing standing) {
        this.store = store;
        this.lines = lines;
        this.standing = standing;
    }

    /** Of each of these households: what is not over yet, and what was heard since {@code since}, the latest first. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Stand>> of(Collection<UUID> households, Instant since, LocalDate today) {
        return stands(store.lately(households, since), today).stream()
                .collect(Collectors.groupingBy(
                        stand -> Objects.requireNonNull(stand.said().household())));
    }

    /** Whose these cases are, and whose own were put together with them. */
    @Transactional(readOnly = true)
    public List<UUID> households(Collection<UUID> cases) {
        return standing.house(() -> store.concerned(cases));
    }

    /** In the order given. */
    List<Stand> stands(List<Case> said, LocalDate today) {
        if (said.isEmpty()) {
            return List.of();
        }
        return standing.house(() -> {
            var into = new HashMap<UUID, Case>();
            for (var one : store.byId(said.stream()
                    .map(Case::mergedInto)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList())) {
                into.put(one.id(), one);
            }
            var now = said.stream()
                    .map(one -> one.mergedInto() == null ? one : into.getOrDefault(one.mergedInto(), one))
                    .toList();
            var told = lines.of(now, today);
            var categories = lines.categories(today);
            return IntStream.range(0, said.size())
                    .mapToObj(i -> new Stand(
                            said.get(i),
                            now.get(i),
                            told.get(i).desk(),
                            categories.get(said.get(i).category())))
                    .toList();
        });
    }

    /**
     * Where it stands.
     *
     * @param said what the household said
     * @param now the case that is being handled: itself, or the one it was put together with, which may be another household’s: its words are not to be shown
     * @param desk who answers for it at this minute
     */
    public record Stand(Case said, Case now, String desk, Terms.@Nullable Category category) {}
}
