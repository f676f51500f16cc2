package lianxin.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rural household (农户) as one unit.
 *
 * @param key the office's own number for it
 * @param village the village it belongs to
 * @param place division code of the village
 * @param group village group (村民小组) number, 0 when unknown
 * @param head name of its head (户主)
 * @param size people in it
 * @param needs need categories that hold for it, sorted
 * @param until first day it is no longer in scope; null while it is
 * @param ended DISSOLVED, MERGED or MOVED_AWAY; null while it is in scope
 */
public record Household(
        UUID id,
        String key,
        UUID village,
        long place,
        int group,
        String head,
        int size,
        List<String> needs,
        LocalDate since,
        @Nullable LocalDate until,
        @Nullable String ended,
        int version) {

    /** Whether it is in scope on {@code day}. */
    public boolean lives(LocalDate day) {
        return !day.isBefore(since) && (until == null || day.isBefore(until));
    }
}
