package lianxin.platform;

import java.security.SecureRandom;
import java.util.UUID;

/** New identities: UUID version 7 (RFC 9562), so that rows made together lie together. Strictly increasing within this process. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static long lastTick;

    private Ids() {}

    /** The next identity: 48 bits of milliseconds and 12 of order within them, then 62 random bits. */
    public static UUID next() {
        var tick = tick();
        var high = (tick >>> 12 << 16) | 0x7000L | (tick & 0xfffL);
        return new UUID(high, (RANDOM.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
    }

    /** Milliseconds and a counter as one number that never repeats; it may run ahead of the clock when more than 4,096 are asked in a millisecond. */
    private static synchronized long tick() {
        lastTick = Math.max(System.currentTimeMillis() << 12, lastTick + 1);
        return lastTick;
    }
}
