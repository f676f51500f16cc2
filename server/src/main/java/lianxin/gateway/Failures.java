package lianxin.gateway;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.cases.Case;
import lianxin.cases.Inlet;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Questions that could not be handed over, for whoever draws the households to be called. One may be tried once more, by the same rules as the first time: nobody chooses whom
 * to ask, at which hour, or with which words.
 */
@Service
public class Failures {

    static final int SHOWN = 200;

    private final FailureStore store;
    private final Inlet inlet;
    private final Reads reads;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Failures(FailureStore store, Inlet inlet, Reads reads, ApplicationEventPublisher house, Clock clock) {
        this.store = store;
        this.inlet = inlet;
        this.reads = reads;
        this.house = house;
        this.clock = clock;
    }

    /** Those on the caller’s ground about replies the household has not said anything of yet. */
    @Transactional
    public List<Line> on(Caller caller) {
        caller.may(Right.CASE_DRAW);
        var found = store.on(caller.ground(), SHOWN);
        var cases = cases(found);
        var open = found.stream()
                .filter(failed -> asked(cases.get(failed.issue())))
                .map(failed -> line(failed, cases))
                .toList();
        reads.of(
                caller,
                Purpose.CASES,
                found.stream().map(FailureStore.Failed::household).distinct().toList());
        return open;
    }

    /** It is tried once more, as soon as anybody may be asked; refused when it is not among those that failed, or the household does not agree any more. */
    @Transactional
    public void again(UUID id, Caller caller) {
        var failed = require(id, caller);
        if (!failed.agrees() || !store.again(id, now())) {
            throw GatewayRefusal.NOT_FAILED.because();
        }
        house.publishEvent(new FailureSettled(failed.household(), caller.id(), now(), true));
    }

    /** It is not asked any more; its household stays among those that are drawn and called. */
    @Transactional
    public void leave(UUID id, Caller caller) {
        var failed = require(id, caller);
        if (!store.leave(id, now())) {
            throw GatewayRefusal.NOT_FAILED.because();
        }
        house.publishEvent(new FailureSettled(failed.household(), caller.id(), now(), false));
    }

    private FailureStore.Failed require(UUID id, Caller caller) {
        caller.may(Right.CASE_DRAW);
        var failed = store.byId(id).orElseThrow(GatewayRefusal.NO_QUESTION::because);
        caller.may(Right.CASE_DRAW, failed.place());
        return failed;
    }

    private Map<UUID, Case> cases(List<FailureStore.Failed> found) {
        return inlet.byId(found.stream().map(FailureStore.Failed::issue).toList()).stream()
                .collect(Collectors.toMap(Case::id, Function.identity()));
    }

    private static boolean asked(@Nullable Case one) {
        return one != null && one.stage().asking() && one.voice() == null;
    }

    private static Line line(FailureStore.Failed failed, Map<UUID, Case> cases) {
        var one = Objects.requireNonNull(cases.get(failed.issue()));
        return new Line(
                failed.id(),
                one,
                failed.tries(),
                failed.trouble() == null ? "UNKNOWN" : failed.trouble(),
                failed.status() == null ? 0 : failed.status(),
                failed.madeAt(),
                failed.state() == Ask.State.WAITING ? failed.nextAt() : null,
                failed.agrees());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * One question on the page.
     *
     * @param trouble why, the last time: REFUSED, AWAY, or UNKNOWN
     * @param status what the provider answered; 0 for nothing
     * @param next when it is tried again by itself; null when it was given up
     * @param again whether it may be tried once more
     */
    public record Line(
            UUID id,
            Case one,
            int tries,
            String trouble,
            int status,
            OffsetDateTime since,
            @Nullable OffsetDateTime next,
            boolean again) {}
}
