package lianxin.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a demonstration shows; the properties {@code lianxin.demo.*}.
 *
 * @param enabled whether this is a demonstration at all
 * @param seed the same seed makes the same county
 */
@ConfigurationProperties("lianxin.demo")
record DemoSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("county") Scale scale,
        @DefaultValue("2013") long seed) {}
