package lianxin.signin;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * How long whoever failed waits before he may try again. Nobody is locked out: the wait grows, is never longer than a quarter of an hour, and is
 * forgotten after a day. A stranger gets ten guesses at an account in the first hour and four in each after it.
 */
final class AttemptRules {

    static final Duration FIRST = Duration.ofSeconds(15);
    static final Duration LONGEST = Duration.ofMinutes(15);
    static final Duration FORGOTTEN = Duration.ofDays(1);

    /** A slip of the finger costs nothing. */
    static final int FREE = 2;

    /** Many people sit behind one address of an office. */
    static final int FREE_PER_PREFIX = 50;

    private AttemptRules() {}

    /** Until when the next attempt waits after so many failures, the last of them at {@code last}. */
    static Instant notBefore(int failures, int free, Instant last) {
        if (failures < free) {
            return last;
        }
        var doublings = Math.min(failures - free, 10);
        var wait = FIRST.multipliedBy(1L << doublings);
        return last.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
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
