package lianxin.inquiry;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * How long whoever was wrong waits. There are ten thousand endings: at four a day, once the first dozen were wrong, whoever knows a number and nothing else is more likely than
 * not wrong for three years, from however many addresses he asks.
 */
final class GuessRules {

    static final Duration FIRST = Duration.ofSeconds(15);

    /** Two slips of the finger cost nothing. */
    static final int FREE = 3;

    static final Duration LONGEST = Duration.ofHours(6);

    /** Many households sit behind one address of a village. */
    static final int FREE_PER_PREFIX = 30;

    static final Duration LONGEST_PER_PREFIX = Duration.ofMinutes(15);

    static final Duration FORGOTTEN = Duration.ofDays(30);
    static final Duration FORGOTTEN_PER_PREFIX = Duration.ofDays(1);

    private static final int DOUBLINGS = 12;

    private GuessRules() {}

    /** Until when the next try waits after so many that were wrong, the last of them at {@code last}. */
    static Instant notBefore(int failures, int free, Duration longest, Instant last) {
        if (failures < free) {
            return last;
        }
        var wait = FIRST.multipliedBy(1L << Math.min(failures - free, DOUBLINGS));
        return last.plus(wait.compareTo(longest) > 0 ? longest : wait);
    }

    /** The stretch of addresses one sits behind: 24 bits of IPv4, 56 of IPv6, which is what a provider gives one customer. */
    static String prefix(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, bytes.length == 4 ? 3 : 7);
        } catch (IllegalArgumentException e) {
            return "?";
        }
    }
}
