package lianxin;

import java.io.File;
import java.nio.file.Path;
import lianxin.embedded.Database;
import lianxin.embedded.Keeping;
import lianxin.embedded.Settings;
import org.springframework.boot.SpringApplication;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.util.FileSystemUtils;

/** A database server of its own, for tests that begin with an empty house or keep what they commit. */
public final class OwnDatabase {

    private OwnDatabase() {}

    /** Starts an empty one called {@code name} and points the test's context at it; it ends with the run. Says how to come to it. */
    public static Database.Way start(String name, DynamicPropertyRegistry properties) {
        var database = Database.start(Path.of("target", "postgres"), Settings.named(name), Keeping.THROWAWAY, _ -> {});
        SpringApplication.getShutdownHandlers().add(database::close);
        Logs.alsoOf(database);
        var keys = new File("target/keys/" + name);
        FileSystemUtils.deleteRecursively(keys);
        properties.add("lianxin.keys", keys::getPath);
        properties.add("spring.datasource.url", database.way()::url);
        properties.add("spring.datasource.username", database.way()::user);
        properties.add("spring.datasource.password", database.way()::password);
        properties.add("spring.flyway.user", database.way()::owner);
        properties.add("spring.flyway.password", database.way()::ownerPassword);
        return database.way();
    }
}
