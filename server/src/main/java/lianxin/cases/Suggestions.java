package lianxin.cases;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lianxin.scope.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says what words are likely about; the clerk decides. Learns once a day from what clerks have decided here, and is tried on a fifth of it that it has not
 * learnt: whoever reads a suggestion also reads how often such were right.
 */
@Component
public class Suggestions {

    /** The latest so many are learnt: habits and names change. */
    static final int LATEST = 20_000;

    private static final int FOLDS = 5;
    private static final Duration FRESH = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(Suggestions.class);

    private final JdbcClient sql;
    private final Standing standing;
    private final Clock clock;
    private volatile Instant begun = Instant.EPOCH;
    private volatile Learnt learnt = new Learnt(WordModel.of(bundled().stream()), Interval.of(0, 0));

    Suggestions(JdbcClient sql, Standing standing, Clock clock) {
        this.sql = sql;
        this.standing = standing;
        this.clock = clock;
    }

    /** The category of words; empty when none is clearly likelier than the others. */
    Optional<String> of(String words) {
        freshen();
        return learnt.model().suggest(words);
    }

    /** How often the suggestions were right on cases they had not learnt; of none while no case has been sorted here. */
    Interval right() {
        return learnt.right();
    }

    /** Whoever asks does not wait: what was learnt last serves until the new is there. Each node learns for itself. */
    private void freshen() {
        var now = clock.instant();
        if (begins(now)) {
            Thread.startVirtualThread(() -> {
                try {
                    learn(now);
                } catch (RuntimeException e) {
                    LOG.warn("Suggestions were not learnt anew; the old ones serve another day", e);
                }
            });
        }
    }

    private synchronized boolean begins(Instant now) {
        var due = begun.isBefore(now.minus(FRESH));
        if (due) {
            begun = now;
        }
        return due;
    }

    /** Learns anew, and waits for it. */
    void learn() {
        var now = clock.instant();
        begun = now;
        learn(now);
    }

    /** What began later than this one is newer, and stays. */
    private void learn(Instant began) {
        var decided = standing.house(this::decided);
        var kept = decided.stream().filter(Decided::kept).map(Decided::said).toList();
        var tried = model(decided.stream().filter(one -> !one.kept()));
        var right = kept.stream()
                .filter(said -> tried.suggest(said.words())
                        .filter(said.category()::equals)
                        .isPresent())
                .count();
        var fresh = new Learnt(model(decided.stream()), Interval.of((int) right, kept.size()));
        if (began.equals(begun)) {
            learnt = fresh;
        }
    }

    private static WordModel model(Stream<Decided> decided) {
        return WordModel.of(Stream.concat(bundled().stream(), decided.map(Decided::said)));
    }

    /** What clerks have sorted here, the latest first. */
    private List<Decided> decided() {
        return sql.sql("""
                select i.id, i.category, i.words
                  from cases.issue i
                 where i.category <> 'OTHER' and i.words <> '—' and i.stage not in ('NEW', 'MERGED', 'WITHDRAWN')
                 order by i.heard_at desc, i.id
                 limit :latest
                """)
                .param("latest", LATEST)
                .query((row, _) -> new Decided(
                        row.getObject(1, UUID.class), new WordModel.Said(row.getString(2), row.getString(3))))
                .list();
    }

    static List<WordModel.Said> bundled() {
        try (var in = Objects.requireNonNull(Suggestions.class.getResourceAsStream("/cases/said.txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .map(line -> new WordModel.Said(line[0], line[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that was sorted; a fifth of all is kept back, always the same. */
    private record Decided(UUID id, WordModel.Said said) {
        boolean kept() {
            return Math.floorMod(id.getLeastSignificantBits(), FOLDS) == 0;
        }
    }

    private record Learnt(WordModel model, Interval right) {}
}
