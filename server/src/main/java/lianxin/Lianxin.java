package lianxin;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import lianxin.embedded.Database;
import lianxin.ledger.Commands;
import lianxin.record.ExportCommand;
import lianxin.record.ExportCommand.Source;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The one application. Beans are named by their full class names: two rooms may both have a {@code Loader}. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@EnableScheduling
class Lianxin {

    /**
     * {@code demo} shows a county that does not exist; {@code serve}, or nothing, is for real use: settings follow as {@code --name=value}. {@code admin}
     * does one thing at the terminal and ends, beside a house that runs or without one; {@code audit} needs no house at all.
     */
    static void main(String[] args) throws IOException {
        if (Commands.know(args)) {
            Commands.main(args);
            return;
        }
        if (args.length > 1 && args[0].equals("audit") && args[1].equals("export")) {
            System.exit(ExportCommand.run(record(args.length > 2 ? args[2] : "main")));
        }
        var application = new SpringApplication(Lianxin.class);
        var command = args.length == 0 ? "serve" : args[0];
        switch (command) {
            case "demo" ->
                application.setDefaultProperties(Map.of("lianxin.demo.enabled", true, "lianxin.database.name", "demo"));
            case "admin" -> {
                application.setAdditionalProfiles("admin");
                application.setAddCommandLineProperties(false);
            }
            default -> {}
        }
        var running = application.run(args);
        if (command.equals("admin")) {
            System.exit(SpringApplication.exit(running));
        }
    }

    /** At the terminal a job may be asked for; the house that runs does it. */
    @Bean
    @Profile("admin")
    static SchedulerClient jobs(DataSource database, @Value("${db-scheduler.table-name}") String table) {
        return SchedulerClient.Builder.create(database).tableName(table).build();
    }

    /** The operator's own database, or the one in the box that is running under that name. */
    private static Optional<Source> record(String name) {
        var elsewhere = System.getenv("SPRING_DATASOURCE_URL");
        if (elsewhere != null) {
            return Optional.of(new Source(
                    elsewhere,
                    System.getenv().getOrDefault("SPRING_DATASOURCE_USERNAME", ""),
                    System.getenv().getOrDefault("SPRING_DATASOURCE_PASSWORD", "")));
        }
        var home = System.getenv("LIANXIN_HOME");
        return Database.keptElsewhere(home == null ? null : Path.of(home), name)
                .map(box -> new Source(box.url(), box.user(), box.password()));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
