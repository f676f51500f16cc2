package lianxin.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Another process that owns a database, wrote one row into it, and waits to be killed. */
record Tenant(Process owner, long server) {

    static Tenant in(Path home, String name, String words) throws IOException {
        var owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tenant.class.getName(),
                        home.toString(),
                        name,
                        words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new BufferedReader(new InputStreamReader(owner.getInputStream(), StandardCharsets.UTF_8));
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("committed ")) {
                return new Tenant(owner, Long.parseLong(line.substring("committed ".length())));
            }
        }
        throw new IOException("The other process ended without a word");
    }

    /** As {@code kill -9} does: it has no time to say goodbye to its server. */
    void kill() throws InterruptedException {
        owner.destroyForcibly().waitFor();
    }

    static void main(String[] args) throws Exception {
        var database = Database.start(Path.of(args[0]), Settings.named(args[1]), Keeping.DURABLE, _ -> {});
        SurvivalTest.write(database, args[2]);
        System.out.println("committed " + database.pid());
        new CountDownLatch(1).await();
    }
}
