package lianxin.embedded;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator may choose about the database in the box; the properties {@code lianxin.database.*}.
 *
 * @param name which of the databases under the home folder, so that a demonstration never meets real data
 * @param memory what the server may use; a quarter of the machine when not given
 * @param fresh whether to throw away what is kept under this name and begin anew
 * @param options further PostgreSQL settings by their own names, stronger than ours
 */
public record Settings(
        @DefaultValue("main") String name,
        @Nullable DataSize memory,
        @DefaultValue("false") boolean fresh,
        @DefaultValue Map<String, String> options) {

    /** What the promises of the room hang on. Whoever wants these otherwise wants a server of his own. */
    private static final Set<String> OURS = Set.of(
            "fsync", "full_page_writes", "listen_addresses", "port", "unix_socket_directories", "data_directory");

    public Settings {
        if (!name.matches("[a-z][a-z0-9-]{0,30}")) {
            throw NotStarted.because("name", name);
        }
        options.keySet().stream().filter(OURS::contains).findFirst().ifPresent(option -> {
            throw NotStarted.because("option", option);
        });
        options = Map.copyOf(options);
    }

    /** A database of this name, everything else as it comes. */
    public static Settings named(String name) {
        return new Settings(name, null, false, Map.of());
    }
}
