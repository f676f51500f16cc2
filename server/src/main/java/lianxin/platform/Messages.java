package lianxin.platform;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All texts: one pair of bundles per room, {@code messages/ROOM_zh.properties} and {@code messages/ROOM_en.properties}. */
@Configuration
class Messages {

    @Bean
    static MessageSource messageSource() throws IOException {
        var rooms = Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_zh.properties"))
                .map(file -> "classpath:messages/"
                        + String.valueOf(file.getFilename()).replace("_zh.properties", ""))
                .toArray(String[]::new);
        var source = new ReloadableResourceBundleMessageSource();
        source.setBasenames(rooms);
        source.setDefaultEncoding("UTF-8");
        source.setDefaultLocale(Locale.CHINESE);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }
}
