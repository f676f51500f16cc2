package lianxin.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What every page of the console carries: the reader's language, who reads, where (the path of places) and when (the day shown).
 *
 * <p>A controller asks for a {@code Page} as an argument, says what it is about, and shows a template:
 * {@code return page.titled("unit.list").at(crumbs).show("staff/units", Map.of("units", units));}
 *
 * @param words texts in the reader's language
 * @param title message key of the title, or the title itself when no such key exists
 * @param path of the request, for the door that is open and for the language switch
 * @param place 12-digit division code the page is about, or null for the caller's own ground
 * @param day the day the page shows; the address carries it as {@code on}
 * @param today the county's today
 * @param said what the last deed answered, shown once
 * @param madeAt when the page was made: the age of everything on it that names no age of its own
 * @param version of the system
 */
public record Page(
        Words words,
        String title,
        String path,
        String query,
        @Nullable Viewer viewer,
        List<Crumb> crumbs,
        @Nullable String place,
        LocalDate day,
        LocalDate today,
        List<Door> doors,
        @Nullable String csrf,
        @Nullable String said,
        Instant madeAt,
        String version) {

    /** The page under another title: a message key, or plain text such as a name. */
    public Page titled(String title) {
        return new Page(
                words, title, path, query, viewer, crumbs, place, day, today, doors, csrf, said, madeAt, version);
    }

    /** The page at a place: the steps down to it, and its code for links that keep the place. */
    public Page at(List<Crumb> crumbs, String place) {
        return new Page(
                words, title, path, query, viewer, crumbs, place, day, today, doors, csrf, said, madeAt, version);
    }

    /** Whether the page shows the past. */
    public boolean past() {
        return day.isBefore(today);
    }

    /** The title in the reader's language. */
    public String heading() {
        return words.textOr(title);
    }

    /** Text under {@code key} in the reader's language. */
    public String t(String key, Object... args) {
        return words.t(key, args);
    }

    /** {@code href} with this page's day, when it is not today, so that a link is an exact quotation. */
    public String link(String href) {
        return day.equals(today)
                ? href
                : UriComponentsBuilder.fromUriString(href)
                        .queryParam("on", day)
                        .build()
                        .toUriString();
    }

    /** {@code href} with this page's place and day. */
    public String linkHere(String href) {
        return link(
                place == null
                        ? href
                        : UriComponentsBuilder.fromUriString(href)
                                .queryParam("place", place)
                                .build()
                                .toUriString());
    }

    /** Whether {@code door} is the room the page is in. */
    public boolean in(Door door) {
        return path.equals(door.href()) || path.startsWith(door.href() + "/");
    }

    /** This page in the other language. */
    public String inOtherLanguage() {
        return UriComponentsBuilder.fromUriString(path + (query.isEmpty() ? "" : "?" + query))
                .replaceQueryParam("lang", words.chinese() ? "en" : "zh")
                .build()
                .toUriString();
    }

    /** Whether the reader holds the right of that name. For showing or hiding a way in; the service decides anew. */
    public boolean may(String right) {
        return viewer != null && viewer.rights().contains(right);
    }

    /** The template {@code view} with this page and {@code model}. */
    public ModelAndView show(String view, Map<String, ?> model) {
        var all = new HashMap<String, Object>(model);
        all.put("page", this);
        return new ModelAndView(view, all);
    }
}
