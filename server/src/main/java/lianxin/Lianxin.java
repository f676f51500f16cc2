package lianxin;

import java.time.Clock;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The one application. Beans are named by their full class names: two rooms may both have a {@code Loader}. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@EnableScheduling
class Lianxin {

    /** {@code demo} shows a county that does not exist; {@code serve}, or nothing, is for real use. Settings follow as {@code --name=value}. */
    static void main(String[] args) {
        var application = new SpringApplication(Lianxin.class);
        if (args.length > 0 && args[0].equals("demo")) {
            application.setDefaultProperties(Map.of("lianxin.demo.enabled", true, "lianxin.database.name", "demo"));
        }
        application.run(args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
