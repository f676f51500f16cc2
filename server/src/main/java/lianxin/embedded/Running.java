package lianxin.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A database in the box that another process of this machine is running now, and how to speak to it. */
public record Running(String url, String user, String password) {

    /** The one of that name; empty when none is running. Chosen as in {@link Database#start}. */
    public static Optional<Running> of(@Nullable Path chosen, String name) {
        var root = chosen != null ? chosen : Home.preferring(Path.of(".lianxin"), name);
        var home = new Home(root.toAbsolutePath().normalize(), name);
        try {
            if (Files.notExists(home.port()) || Files.notExists(home.passwords())) {
                return Optional.empty();
            }
            var port = Integer.parseInt(Files.readString(home.port()).strip());
            try (var _ = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port)) {
                return Optional.of(new Running(
                        "jdbc:postgresql://127.0.0.1:%d/lianxin".formatted(port),
                        Database.HOUSE,
                        Passwords.in(home).house()));
            }
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
