package lianxin.platform;

/**
 * A room's entry in the main navigation.
 *
 * @param order left to right
 * @param key message key of its word
 * @param href where it leads, without place and date; the page adds them
 * @param right name of the right one needs to see it
 */
public record Door(int order, String key, String href, String right) {}
