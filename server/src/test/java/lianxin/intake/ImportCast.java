package lianxin.intake;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.registry.HouseholdsChanged;
import lianxin.registry.RegistryCast;
import lianxin.roster.Leaving;
import lianxin.roster.Roster;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An office that gives files in, and the background's work done by hand so that a test says when. */
@TestConfiguration
class ImportCast {

    static final String HEADER = "户编号,村代码,组别,户主,人口,需要类别\n";

    @Bean
    @Primary
    ByHand byHand(ObjectProvider<SchedulerClient> jobs, Clock clock) {
        return new ByHand(jobs, clock);
    }

    /** Leaves the work to the test, hears the news, and can make the transaction fail at its very end. */
    static class ByHand extends ImportJobs {

        volatile boolean bomb;
        volatile @Nullable HouseholdsChanged told;

        ByHand(ObjectProvider<SchedulerClient> jobs, Clock clock) {
            super(jobs, clock);
        }

        @Override
        void check(UUID id) {}

        @Override
        void apply(UUID id) {}

        @Override
        void undo(UUID id) {}

        @EventListener
        void on(HouseholdsChanged news) {
            told = news;
            if (bomb) {
                throw new IllegalStateException("killed midway");
            }
        }
    }

    /** The office at its desk. */
    record Desk(Imports imports, ImportRun run, Caller office) {

        Import checked(String file) {
            return checked(Roster.HOUSEHOLDS, file.getBytes(StandardCharsets.UTF_8));
        }

        Import checked(Roster roster, byte[] file) {
            var id = imports.receive(roster, "名册.csv", new ByteArrayInputStream(file), office);
            run.check(id);
            return imports.require(id, office);
        }

        Import again(UUID id) {
            imports.again(id, office);
            run.check(id);
            return imports.require(id, office);
        }

        Import applied(UUID id) {
            return applied(id, Leaving.NOBODY);
        }

        Import applied(UUID id, Leaving leaving) {
            imports.apply(id, leaving, office);
            ImportTasks.apply(run, id);
            return imports.require(id, office);
        }

        Import undone(UUID id) {
            imports.undo(id, office);
            ImportTasks.undo(run, id);
            return imports.require(id, office);
        }
    }

    /** Leaves the county as it was before the test. */
    static void clear(JdbcClient sql, RegistryCast cast) {
        for (var statement : List.of(
                "delete from pairing.pairing where place between :lo and :hi",
                "delete from scheme.exclusion where place between :lo and :hi",
                "delete from scheme.unit_ground where lo between :lo and :hi",
                "delete from survey.point where place between :lo and :hi",
                "update region.division d set lon = null, lat = null, point_source = null from region.division_version v"
                        + " where v.division = d.id and v.code between :lo and :hi",
                "delete from registry.household_past where place between :lo and :hi",
                "delete from registry.household_lineage where place between :lo and :hi",
                "delete from registry.household_need where place between :lo and :hi",
                "delete from registry.household where place between :lo and :hi",
                "delete from staff.cadre where place between :lo and :hi",
                "update staff.unit set parent = null where place between :lo and :hi",
                "delete from staff.unit where place between :lo and :hi",
                "delete from intake.bad_line where import in (select id from intake.import where lo = :lo)",
                "delete from intake.import where lo = :lo")) {
            sql.sql(statement)
                    .param("lo", cast.county())
                    .param("hi", cast.county() + 999_999)
                    .update();
        }
    }
}
