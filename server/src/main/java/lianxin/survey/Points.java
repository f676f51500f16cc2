package lianxin.survey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.platform.CountyTime;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.region.Locations;
import lianxin.region.Locations.Location;
import lianxin.region.RegionRedrawn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The points offices gave, and estimates for all other places. */
@Service
public class Points {

    /** Said of a point an office gave without a document. */
    private static final String SURVEYED = "SURVEYED";

    private final PointStore store;
    private final Divisions divisions;
    private final Locations locations;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Points(PointStore store, Divisions divisions, Locations locations, ApplicationEventPublisher house, Clock clock) {
        this.store = store;
        this.divisions = divisions;
        this.locations = locations;
        this.house = house;
        this.clock = clock;
    }

    /** What offices gave for places on {@code ground}, by code. */
    public List<Point> on(Ground ground) {
        return store.on(ground);
    }

    /** Puts these places where their points say now; a place that has none any more is estimated again. */
    @Transactional(propagation = Propagation.MANDATORY)
    void changed(UUID load, Collection<Long> codes, Caller caller) {
        var today = LocalDate.ofInstant(clock.instant(), CountyTime.ZONE);
        var places = codes.stream()
                .flatMap(code -> divisions.all(new Ground(code, code + 1), today).stream())
                .collect(Collectors.toMap(d -> d.id(), Function.identity()));
        var given = store.of(places.keySet());
        given.stream()
                .collect(Collectors.groupingBy(Point::source))
                .forEach((source, of) -> locations.put(
                        of.stream()
                                .map(p -> new Location(p.division(), p.lon(), p.lat()))
                                .toList(),
                        source.isEmpty() ? SURVEYED : source));
        given.forEach(p -> places.remove(p.division()));
        locations.forget(places.keySet());
        estimate(today);
        house.publishEvent(new PointsChanged(load, caller.id(), clock.instant(), List.copyOf(codes)));
    }

    /** A place that was redrawn takes its point along; a new one gets an estimate. */
    @EventListener
    @Transactional
    void on(RegionRedrawn news) {
        store.recoded(news.moves());
        estimate(news.day());
    }

    private void estimate(LocalDate day) {
        var places = divisions.all(Ground.EVERYWHERE, day);
        if (places.stream().anyMatch(d -> d.lon() == null)) {
            var estimated = Estimates.of(places, Estimates.shapes());
            if (!estimated.isEmpty()) {
                locations.put(estimated, Estimates.ESTIMATED);
            }
        }
    }

    /** A place and where it lies, after which document; empty for none. */
    public record Point(UUID division, long place, double lon, double lat, String source) {}
}
