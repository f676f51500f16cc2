package lianxin.filing;

import java.util.Locale;
import java.util.regex.Pattern;

/** What applications of the administration must not do: the five prohibitions of 国办函〔2026〕12号, and the words by which each would show itself. */
public enum Prohibition {
    /** Making the grassroots fill in forms at will or twice. */
    FORMS("daily_report|zero_report|diary|word_count|resubmit"),
    /** Check-ins, ranking by points, counting time online. */
    CHECK_INS(
            "check_?in|clock_?in|punch|attendance|credits?|bonus|ranking|leader_?board|streak|online_(?:time|seconds|minutes)|points_of_(?:user|cadre)"),
    /** Forcing people to install or to sign in, and telling their superiors how often they did. */
    FORCED_USE(
            "install_(?:rate|count)|app_installed|usage_rate|login_count|sign_in_count|last_login|active_(?:users|days)|dormant"),
    /** Judging people by what an application counts; demanding photographs, films or tracks. */
    TRACES(
            "photos?|pictures?|videos?|film|selfie|gps|track|trajectory|geofence|likes?|votes?|shares_of|reposts?|learning_time|step_count|score"),
    /** Business. */
    BUSINESS("payment|invoice|advert(?:isement)?s?|coupon|wallet|purchase|checkout|sponsor");

    private final Pattern never;

    Prohibition(String words) {
        this.never = Pattern.compile("(?:^|_)(?:" + words + ")(?:_|$)");
    }

    /** Whether a name of a column, a field or an address speaks of it. */
    boolean showsIn(String name) {
        var words = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_");
        return never.matcher(words).find();
    }
}
