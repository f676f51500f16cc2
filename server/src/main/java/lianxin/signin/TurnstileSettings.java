package lianxin.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many phones are answered at once.
 *
 * @param atOnce requests of phones worked on at the same time; the office’s pages need connections too
 * @param waiting requests that may wait for that; more are told to come again
 * @param arriving requests that may be on their way in, as slowly as their phones send them: what has come lies in memory, a megabyte each at most, and as much again while it grows
 */
@ConfigurationProperties("lianxin.phone")
record TurnstileSettings(
        @DefaultValue("6") int atOnce,
        @DefaultValue("64") int waiting,
        @DefaultValue("256") int arriving) {}
