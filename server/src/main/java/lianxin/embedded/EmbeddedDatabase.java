package lianxin.embedded;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts the database in the box for an application nobody gave one, before anything asks for a connection. */
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
        var database = running(environment.getProperty("lianxin.home"), settings);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "the database in the box",
                        Map.of(
                                "spring.datasource.url", database.url(),
                                "spring.datasource.username", database.user(),
                                "spring.datasource.password", database.password(),
                                "spring.flyway.user", database.owner(),
                                "spring.flyway.password", database.ownerPassword(),
                                "lianxin.keys", database.keys().toString())));
    }

    @SuppressWarnings("SystemOut") // steps of a start, for the person who waits; logging is for what happens later
    private static synchronized Database running(@Nullable String home, Settings settings) {
        var database = running;
        if (database == null) {
            database =
                    Database.start(home == null ? null : Path.of(home), settings, Keeping.DURABLE, System.out::println);
            SpringApplication.getShutdownHandlers().add(database::close);
            running = database;
        }
        return database;
    }
}
