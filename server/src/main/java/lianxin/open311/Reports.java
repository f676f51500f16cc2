package lianxin.open311;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import lianxin.cases.Case;
import lianxin.cases.Inlet;
import lianxin.cases.Voice;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.region.Division;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Level;
import lianxin.scope.Standing;
import lianxin.survey.Points;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What programs hand in, and what they may read of it again. */
@Service
class Reports {

    /** As the specification says: no more than 90 days and 1,000 requests in one answer. */
    static final Duration SPAN = Duration.ofDays(90);

    static final int PAGE = 1_000;

    private static final double EARTH_METRES = 6_371_000;
    /** Farther from every village of a client’s ground than this is somewhere else. */
    private static final double NEAR_METRES = 20_000;

    private final Inlet inlet;
    private final ReportStore store;
    private final Divisions divisions;
    private final Points points;
    private final Standing standing;
    private final Clock clock;

    Reports(Inlet inlet, ReportStore store, Divisions divisions, Points points, Standing standing, Clock clock) {
        this.inlet = inlet;
        this.store = store;
        this.divisions = divisions;
        this.points = points;
        this.standing = standing;
        this.clock = clock;
    }

    /** Takes a request in; answers it with the code with which its reporter answers later. */
    @Transactional
    public Handed hand(HandIn wish, Client client) {
        return standing.house(() -> {
            if (wish.words().isBlank()) {
                throw Open311Refusal.MISSING.because("description");
            }
            var place = place(wish, client);
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var one = inlet.open(Ids.next(), wish.category(), place, words(wish), now);
            var code = Clients.secret();
            store.add(
                    new ReportStore.Report(one.id(), place, client.id(), clipped(wish.address()), now),
                    Clients.hash(code));
            return new Handed(one, code);
        });
    }

    /** Requests of a client’s ground, the latest first; {@code ids} overrides everything else. */
    @Transactional(readOnly = true)
    public List<Told> find(Search search, Client client) {
        return standing.house(() -> {
            var found = search.ids().isEmpty()
                    ? inlet.on(
                            client.ground(),
                            search.category(),
                            search.open(),
                            search.from(),
                            search.to(),
                            PAGE,
                            search.page())
                    : inlet.byNumber(search.ids()).stream()
                            .filter(c -> client.ground().contains(c.place()))
                            .toList();
            return told(found, client);
        });
    }

    /** Cases as a program reads them that handed none of them in, in the same order. */
    List<Told> others(List<Case> found) {
        return told(found, Map.of());
    }

    /** Who reported it says whether it is so, with the code that was told once. */
    @Transactional
    public void answer(String number, String code, Voice voice, String words) {
        standing.houseDoes(() -> {
            var one = inlet.byNumber(List.of(number)).stream()
                    .findFirst()
                    .filter(c -> store.codeFits(c.id(), Clients.hash(code)))
                    .orElseThrow(Open311Refusal.NO_REQUEST::because);
            inlet.answer(one, voice, words);
        });
    }

    private List<Told> told(List<Case> found, Client client) {
        var own = store.of(found.stream().map(Case::id).toList());
        own.values().removeIf(report -> !report.client().equals(client.id()));
        return told(found, own);
    }

    private List<Told> told(List<Case> found, Map<UUID, ReportStore.Report> own) {
        var day = LocalDate.ofInstant(clock.instant(), CountyTime.ZONE);
        var desks = inlet.desks(found, day);
        var villages = new HashMap<Long, String>();
        return IntStream.range(0, found.size())
                .mapToObj(i -> {
                    var one = found.get(i);
                    var village = villages.computeIfAbsent(one.place(), place -> village(place, day));
                    return new Told(one, own.get(one.id()), String.valueOf(village), desks.get(i));
                })
                .toList();
    }

    private String village(long place, LocalDate day) {
        return divisions.find(new DivisionCode(place), day).map(Division::name).orElse("");
    }

    private long place(HandIn wish, Client client) {
        if (!wish.addressId().isBlank()) {
            var code = DivisionCode.of(wish.addressId());
            if (code.level() != Level.VILLAGE || !client.ground().contains(code)) {
                throw Open311Refusal.NO_JURISDICTION.because();
            }
            divisions.require(code);
            return code.value();
        }
        var lat = wish.lat();
        var lon = wish.lon();
        if (lat == null || lon == null) {
            throw Open311Refusal.MISSING.because("lat, long / address_id");
        }
        return points.on(client.ground()).stream()
                .filter(point -> new DivisionCode(point.place()).level() == Level.VILLAGE)
                .map(point -> new Near(point.place(), metres(lat, lon, point.lat(), point.lon())))
                .min(Comparator.comparingDouble(Near::metres))
                .filter(near -> near.metres() <= NEAR_METRES)
                .map(Near::place)
                .orElseThrow(Open311Refusal.NO_JURISDICTION::because);
    }

    private record Near(long place, double metres) {}

    /** The attributes are asked so that nobody has to ask again: they stand with the words. */
    private static String words(HandIn wish) {
        var asked = new StringBuilder(wish.words().strip());
        wish.attributes()
                .forEach((name, value) ->
                        asked.append("\n").append(name).append("：").append(value));
        return asked.toString();
    }

    private static String clipped(String address) {
        return address.length() <= 200 ? address : address.substring(0, 200);
    }

    private static double metres(double lat, double lon, double otherLat, double otherLon) {
        var x = Math.toRadians(otherLon - lon) * Math.cos(Math.toRadians((lat + otherLat) / 2));
        var y = Math.toRadians(otherLat - lat);
        return EARTH_METRES * Math.hypot(x, y);
    }

    /** What a program hands in; {@code attributes} by their names, in the order of the definition. */
    record HandIn(
            String category,
            String words,
            String addressId,
            String address,
            @Nullable Double lat,
            @Nullable Double lon,
            Map<String, String> attributes) {}

    /** A case, and the code its reporter answers with. */
    record Handed(Case one, String code) {}

    /** Which requests; {@code open} null for both. */
    record Search(
            List<String> ids,
            @Nullable String category,
            @Nullable Boolean open,
            Instant from,
            Instant to,
            int page) {}

    /** A case as a program reads it: in full where it handed it in itself ({@code own}). */
    record Told(Case one, ReportStore.@Nullable Report own, String village, String desk) {}
}
