package lianxin.bench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Every kind of page one caller can reach by following links from the first, asked for several times; what the server itself took.
 *
 * <p>Two addresses are of one kind when they differ in identities, places, days and searched words only; a few of each kind are looked at, so that a city, a
 * county and a village are not taken for one another.
 */
final class Walk {

    private static final Pattern LINK = Pattern.compile("(?:href|src|hx-get|data-src)=\"(/[^\"#]*)");
    private static final Pattern NOT_A_PAGE = Pattern.compile(
            "/(?:assets|sign-out|events|language).*|.*\\.(?:css|js|svg|png|ico|woff2?|xlsx|csv|pdf)(?:\\?.*)?");
    private static final int OF_A_KIND = 3;
    private static final int TIMES = 5;

    private final House house;
    private final Clerk clerk;
    private final String caller;
    private final Map<String, Integer> kinds = new HashMap<>();

    /** Microseconds of server time: the median of all times but the first. */
    record Seen(String caller, String path, long first, long median, int kilobytes) {}

    Walk(House house, Clerk clerk, String caller) {
        this.house = house;
        this.clerk = clerk;
        this.caller = caller;
    }

    List<Seen> from(String first) throws IOException, InterruptedException {
        var seen = new ArrayList<Seen>();
        var waiting = new ArrayDeque<>(List.of(first));
        while (!waiting.isEmpty()) {
            var path = waiting.poll();
            if (kinds.merge(kind(path), 1, Integer::sum) > OF_A_KIND) {
                continue;
            }
            var page = look(path, seen);
            for (var link : links(page)) {
                if (kinds.getOrDefault(kind(link), 0) < OF_A_KIND) {
                    waiting.add(link);
                }
            }
        }
        return seen;
    }

    private String look(String path, List<Seen> seen) throws IOException, InterruptedException {
        var before = house.answered();
        var page = "";
        for (int time = 0; time < TIMES; time++) {
            page = clerk.any(path);
        }
        var took = house.timesOf(before);
        seen.add(new Seen(
                caller,
                path,
                took.getFirst(),
                took.stream().skip(1).sorted().toList().get((took.size() - 1) / 2),
                page.length() >> 10));
        return page;
    }

    private static List<String> links(String page) {
        var links = new LinkedHashMap<String, String>();
        LINK.matcher(page)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .filter(link -> !NOT_A_PAGE.matcher(link).matches())
                .forEach(link -> links.putIfAbsent(link, link));
        return List.copyOf(links.keySet());
    }

    /** The address without what makes it one of many; the level of a place stays. */
    private static String kind(String path) {
        return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                .replaceAll("\\b\\d{4}00000000\\b", "CITY")
                .replaceAll("\\b\\d{6}000000\\b", "COUNTY")
                .replaceAll("\\b\\d{9}000\\b", "TOWNSHIP")
                .replaceAll("\\b\\d{12}\\b", "VILLAGE")
                .replaceAll("\\d{4}-\\d{2}(-\\d{2})?", "DAY")
                .replaceAll("(?<=[?&](?:q|after|page|from|group)=)[^&]*", "X");
    }

    /** The slowest first. */
    static List<Seen> slowest(List<Seen> seen, int most) {
        return seen.stream()
                .sorted(Comparator.comparingLong(Seen::median).reversed())
                .limit(most)
                .toList();
    }
}
