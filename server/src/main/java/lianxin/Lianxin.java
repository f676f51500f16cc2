package lianxin;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The one application. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
class Lianxin {

    static void main(String[] args) {
        SpringApplication.run(Lianxin.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
