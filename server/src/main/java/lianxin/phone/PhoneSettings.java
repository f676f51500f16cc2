package lianxin.phone;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for phones.
 *
 * @param lease how long a phone may keep what it holds readable without hearing from us
 * @param atOnce requests of phones worked on at the same time; the office’s pages need connections too
 * @param waiting requests that may wait for that; more are told to come again
 */
@ConfigurationProperties("lianxin.phone")
record PhoneSettings(
        @DefaultValue("7d") Duration lease,
        @DefaultValue("6") int atOnce,
        @DefaultValue("64") int waiting) {}
