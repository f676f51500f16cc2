package lianxin.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import lianxin.embedded.Database.Way;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the database in the box for an application nobody gave one, before anything asks for a connection. With {@code lianxin.database.beside} it comes in
 * beside a process that runs it already, and starts it only when there is none.
 */
class EmbeddedDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** One for the whole process, whichever context comes first; it stops after the last context is closed. */
    private static @Nullable Database running;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var settings = Binder.get(environment).bindOrCreate("lianxin.database", Settings.class);
        if (environment.containsProperty("spring.datasource.url")) {
            if (settings.fresh()) {
                throw NotStarted.because("fresh-elsewhere");
            }
            return;
        }
        var home = environment.getProperty("lianxin.home");
        var beside = environment.getProperty("lianxin.database.beside", Boolean.class, false);
        var way = (beside
                        ? Database.keptElsewhere(home == null ? null : Path.of(home), settings.name())
                        : Optional.<Way>empty())
                .orElseGet(() -> running(home, settings, beside).way());
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "the database in the box",
                        Map.of(
                                "spring.datasource.url", way.url(),
                                "spring.datasource.username", way.user(),
                                "spring.datasource.password", way.password(),
                                "spring.flyway.user", way.owner(),
                                "spring.flyway.password", way.ownerPassword(),
                                "lianxin.keys", way.keys().toString())));
    }

    @SuppressWarnings("SystemOut") // steps of a start, for the person who waits; logging is for what happens later
    private static synchronized Database running(@Nullable String home, Settings settings, boolean quiet) {
        var database = running;
        if (database == null) {
            database = Database.start(
                    home == null ? null : Path.of(home),
                    settings,
                    Keeping.DURABLE,
                    quiet ? step -> {} : System.out::println);
            SpringApplication.getShutdownHandlers().add(database::close);
            running = database;
        }
        return database;
    }
}
