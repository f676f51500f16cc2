package lianxin.phone;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for phones.
 *
 * @param lease how long a phone may keep what it holds readable without hearing from us
 */
@ConfigurationProperties("lianxin.phone")
record PhoneSettings(@DefaultValue("7d") Duration lease) {}
