package lianxin.coverage;

import lianxin.platform.Door;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way into this room. */
@Configuration
class CoverageDoor {

    @Bean
    static Door pairing() {
        return new Door(50, "coverage.door", "/pairing", "OVERVIEW_READ");
    }
}
