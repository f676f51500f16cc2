package lianxin.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who sits before cases all day: looks at what waits for his desk, opens one, gives it to a department, takes it or says what came of it, and
 * searches for words. Everything goes through the pages, as he would.
 */
final class CaseClerk {

    private static final Pattern CASE = Pattern.compile("href=\"/cases/([0-9a-f-]{36})\"");
    private static final Pattern FORM = Pattern.compile("action=\"(/cases/[0-9a-f-]{36}/(assign|accept|reply))\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern UNIT = Pattern.compile("value=\"((?:COUNTY|CITY):[0-9a-f-]{36})\"");
    private static final List<String> VIEWS = List.of("LATE", "OPEN", "ASKED", "DISPUTED", "ENDED");

    private final Clerk clerk;
    private final String role;
    private final List<String> words;
    private final Random chance;
    private List<String> seen = List.of();

    /**
     * @param role as the request log is to name it
     * @param words two characters each, that he may search for
     */
    CaseClerk(Clerk clerk, String role, List<String> words, long seed) {
        this.clerk = clerk;
        this.role = role;
        this.words = words;
        this.chance = new Random(seed);
    }

    /** One thing he does, in one to three requests. */
    void work() throws IOException, InterruptedException {
        var what = chance.nextInt(100);
        if (seen.isEmpty() || what < 35) {
            looked(clerk.page("/cases?view=MINE&as=" + role));
        } else if (what < 45 && !role.equals("HANDLER")) {
            looked(clerk.page("/cases?view=%s&as=%s".formatted(VIEWS.get(chance.nextInt(VIEWS.size())), role)));
        } else if (what < 65) {
            clerk.page("/cases?q=%s&as=%s"
                    .formatted(
                            URLEncoder.encode(words.get(chance.nextInt(words.size())), StandardCharsets.UTF_8), role));
        } else {
            var page = clerk.any(
                    "/cases/" + seen.get(chance.nextInt(seen.size()))); // somebody may have moved it out of sight
            if (what < 90) {
                act(page);
            }
        }
    }

    private void looked(String page) {
        seen = CASE.matcher(page).results().map(found -> found.group(1)).toList();
    }

    /** What the page offers first; nothing when it offers nothing, and no harm when somebody else was faster. */
    private void act(String page) throws IOException, InterruptedException {
        var form = FORM.matcher(page);
        var version = VERSION.matcher(page);
        if (!form.find() || !version.find(form.start())) {
            return;
        }
        var fields = fields(form.group(2), page);
        if (fields != null) {
            clerk.tried(form.group(1), fields, version.group(1));
        }
    }

    private @Nullable Map<String, String> fields(String deed, String page) {
        return switch (deed) {
            case "assign" -> {
                var units = UNIT.matcher(page)
                        .results()
                        .map(found -> found.group(1))
                        .toList();
                yield units.isEmpty()
                        ? null
                        : Map.of("kind", "SERVICE", "category", "ROAD", "to", units.get(chance.nextInt(units.size())));
            }
            case "reply" -> Map.of("outcome", "SOLVED", "reply", "已派人修好，现场看过");
            default -> Map.of();
        };
    }
}
