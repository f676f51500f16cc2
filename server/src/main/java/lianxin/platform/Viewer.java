package lianxin.platform;

import java.util.Set;

/** Who looks at a page, as the page itself needs to know it: what to call them, and which doors to show. */
public record Viewer(String name, String role, Set<String> rights) {}
