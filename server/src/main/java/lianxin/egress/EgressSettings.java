package lianxin.egress;

import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the house may call, beyond what a room’s own settings name.
 *
 * @param allow origins, as {@code https://host} or {@code https://host:port}
 * @param inside networks of the office’s own, as {@code 10.12.0.0/16}: addresses there are not on the internet and refused unless they are in one of these
 */
@ConfigurationProperties("lianxin.egress")
record EgressSettings(
        @DefaultValue Set<String> allow, @DefaultValue List<String> inside) {}
