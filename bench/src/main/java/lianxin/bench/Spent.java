package lianxin.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * What one solution took of the machine.
 *
 * @param price what came out, or {@link Peer#NONE}
 * @param wall seconds by the clock
 * @param busy seconds of processors, all threads: compiling and collecting of a JVM included
 * @param grown megabytes the process grew by at the worst moment, above what it had when the input was in memory
 * @param old megabytes in the old generation at the worst moment, input included; 0 where there is none
 */
record Spent(long price, double wall, double busy, long grown, long old) {

    private static final Path STATUS = Path.of("/proc/self/status");

    /** Runs it in this process. */
    static Spent by(LongSupplier solution) {
        System.gc();
        long before = resident("VmRSS:");
        forgetPeak();
        long busy = processors();
        long start = System.nanoTime();
        long price = solution.getAsLong();
        double wall = (System.nanoTime() - start) / 1e9;
        return new Spent(price, wall, (processors() - busy) / 1e9, resident("VmHWM:") - before, oldGeneration());
    }

    /** One line another process can read. */
    String line() {
        return "spent %d %.6f %.6f %d %d".formatted(price, wall, busy, grown, old);
    }

    static boolean isLine(String line) {
        return line.startsWith("spent ");
    }

    static Spent ofLine(String line) {
        var words = line.split(" ", -1);
        return new Spent(
                Long.parseLong(words[1]),
                Double.parseDouble(words[2]),
                Double.parseDouble(words[3]),
                Long.parseLong(words[4]),
                Long.parseLong(words[5]));
    }

    Spent plus(long constant) {
        return price == Peer.NONE ? this : new Spent(price + constant, wall, busy, grown, old);
    }

    private static long processors() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long oldGeneration() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().contains("Old") || pool.getName().contains("Tenured"))
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed() / 1_000_000)
                .sum();
    }

    /** Linux then counts the peak from here on. */
    private static void forgetPeak() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        try {
            Files.writeString(Path.of("/proc/self/clear_refs"), "5");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long resident(String what) {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(what))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_000)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
