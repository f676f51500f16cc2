package lianxin.cases;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lianxin.platform.CountyTime;
import lianxin.scope.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says what words are likely about; the clerk decides. Learns every night from what clerks have decided here, and is tried on a fifth of it that it has not
 * learnt: whoever reads a suggestion also reads how often such were right.
 */
@Component
public class Suggestions {

    /** The latest so many are learnt: habits and names change. */
    static final int LATEST = 20_000;

    private static final int FOLDS = 5;

    private final JdbcClient sql;
    private final Standing standing;
    private volatile @Nullable Learnt learnt;

    Suggestions(JdbcClient sql, Standing standing) {
        this.sql = sql;
        this.standing = standing;
    }

    /** The category of words; empty when none is clearly likelier than the others. */
    Optional<String> of(String words) {
        return learnt().model().suggest(words);
    }

    /** How often the suggestions were right on cases they had not learnt; of none while no case has been sorted here. */
    Interval right() {
        return learnt().right();
    }

    /** Learns anew; the old model serves until it is done. */
    void learn() {
        var decided = standing.house(this::decided);
        var here = WordModel.of(Stream.concat(
                bundled().stream(), decided.stream().filter(one -> !one.kept()).map(Decided::said)));
        var tried = decided.stream().filter(Decided::kept).toList();
        var right = (int) tried.stream()
                .filter(one -> here.suggest(one.said().words())
                        .filter(one.said().category()::equals)
                        .isPresent())
                .count();
        learnt = new Learnt(
                WordModel.of(Stream.concat(bundled().stream(), decided.stream().map(Decided::said))),
                Interval.of(right, tried.size()));
    }

    private Learnt learnt() {
        if (learnt == null) {
            learn();
        }
        return Objects.requireNonNull(learnt);
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

    /** At two in the morning, county time. */
    @Configuration
    static class Nightly {
        @Bean
        static RecurringTask<Void> casesLearn(Suggestions suggestions) {
            return Tasks.recurring("cases-learn", Schedules.daily(CountyTime.ZONE, LocalTime.of(2, 0)))
                    .execute((_, _) -> suggestions.learn());
        }
    }
}
