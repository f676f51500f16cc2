package lianxin.region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.platform.CountyTime;
import lianxin.platform.Crumb;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The places, as of any day. */
@Service
public class Divisions {

    private final DivisionStore store;
    private final CountyTime time;

    Divisions(DivisionStore store, CountyTime time) {
        this.store = store;
        this.time = time;
    }

    /** The place under {@code code} on {@code day}; refused with 404 when there was none. */
    public Division require(DivisionCode code, LocalDate day) {
        return store.byCode(code.value(), day).orElseThrow(() -> RegionRefusal.NO_SUCH_DIVISION.because(code, day));
    }

    /** The place under {@code code} today. */
    public Division require(DivisionCode code) {
        return require(code, time.today());
    }

    /** The place a page is about: the one asked for, or the top of the caller's own ground. 404 when it is not on that ground. */
    public Division here(@Nullable DivisionCode asked, LocalDate day, Ground ground) {
        var code = asked == null ? new DivisionCode(ground.lo()) : asked;
        if (!ground.contains(code)) {
            throw RegionRefusal.NO_SUCH_DIVISION.because(code, day);
        }
        return require(code, day);
    }

    /** The place with that identity on {@code day}. */
    public Division require(UUID id, LocalDate day) {
        return store.byId(id, day).orElseThrow(() -> RegionRefusal.NO_SUCH_DIVISION.because(id, day));
    }

    /** Places right under {@code parent} on {@code day}, by code. */
    public List<Division> children(Division parent, LocalDate day) {
        return store.children(parent.id(), day);
    }

    /** The way down to {@code division} on {@code day}, itself last. */
    public List<Division> path(Division division, LocalDate day) {
        return store.path(division.id(), day);
    }

    /** The way down as steps of a page's path, leading to {@code /overview}; those above {@code ground} are left out. */
    public List<Crumb> crumbs(Division division, LocalDate day, Ground ground) {
        return path(division, day).stream()
                .filter(d -> ground.contains(d.code()))
                .map(d -> new Crumb(d.name(), "/overview?place=" + d.code()))
                .toList();
    }

    /** All places of {@code level} on {@code ground} on {@code day}, by code. */
    public List<Division> on(Ground ground, Level level, LocalDate day) {
        return store.within(ground, level, day);
    }

    /** Places by identity on {@code day}; those that did not exist are missing from the answer. */
    public Map<UUID, Division> byId(Collection<UUID> ids, LocalDate day) {
        return store.byIds(ids, day).stream().collect(Collectors.toMap(Division::id, Function.identity()));
    }

    /** Places today whose name contains {@code words} or whose code begins with them, on {@code ground}; at most {@code limit}. */
    public List<Division> search(String words, Ground ground, int limit) {
        return store.search(words, ground, time.today(), limit);
    }
}
