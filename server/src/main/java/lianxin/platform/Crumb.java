package lianxin.platform;

/** One step of the path on top of a page: its name and where it leads. */
public record Crumb(String name, String href) {}
