package lianxin.pairing;

import lianxin.platform.Door;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way into this room. */
@Configuration
class PairingDoor {

    @Bean
    static Door pairing() {
        return new Door(50, "pairing.door", "/pairing", "OVERVIEW_READ");
    }
}
