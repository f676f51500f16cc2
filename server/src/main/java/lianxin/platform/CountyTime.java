package lianxin.platform;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The day as the county lives it, whatever the server's own time zone is. */
@Component
public class CountyTime {

    /** One zone for the whole country. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock clock;

    CountyTime(Clock clock) {
        this.clock = clock;
    }

    /** Today in the county. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
