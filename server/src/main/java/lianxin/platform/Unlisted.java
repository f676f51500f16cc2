package lianxin.platform;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/** A page for whoever holds a code: kept by no browser or proxy, listed by no search engine, named to no other site. */
public final class Unlisted {

    private Unlisted() {}

    public static void mark(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
