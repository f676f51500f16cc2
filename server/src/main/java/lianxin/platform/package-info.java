/**
 * Platform: what all rooms stand on. No word of the domain lives here.
 *
 * <ul>
 *   <li>{@link lianxin.platform.Refusal}: a no that says what, where and what to do, as RFC 9457 for programs and as a page for people
 *   <li>{@link lianxin.platform.News}: what every event of the house carries
 *   <li>{@link lianxin.platform.Page}: what every page of the console carries
 *   <li>{@link lianxin.platform.CountyTime}: the day as the county lives it
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
package lianxin.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
