package lianxin.mediation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.mediation.Deed.Asks;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes steps and moves the matter along its edges. Whoever calls has opened the wall. */
@Component
class Steps {

    private final MatterStore matters;
    private final FileStore file;
    private final Files files;
    private final Lists lists;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Steps(MatterStore matters, FileStore file, Files files, Lists lists, ApplicationEventPublisher house, Clock clock) {
        this.matters = matters;
        this.file = file;
        this.files = files;
        this.lists = lists;
        this.house = house;
        this.clock = clock;
    }

    /** Whether the caller is the desk that keeps this file. */
    static boolean keeps(Matter matter, Caller caller) {
        return caller.holds(Right.MEDIATION_KEEP) && caller.ground().lo() == matter.place();
    }

    /** The matter’s file, if the step may be taken; refused as the law has it. */
    Story allowed(UUID id, TakeStep step, Caller caller) {
        var matter = hold(id);
        var story = files.of(matter);
        MediationRules.must(story, step, keeps(matter, caller), today(), lists.terms());
        files.known(matter, step, caller);
        return story;
    }

    void take(UUID id, TakeStep step, Caller caller) {
        var before = file.written(step.id());
        if (before.isPresent()) {
            if (!before.get().equals(new FileStore.Written(id, step.deed()))) {
                throw MediationRefusal.REWRITTEN.because();
            }
            return;
        }
        var story = allowed(id, step, caller);
        var matter = story.matter();
        var who = step.deed().asks(Asks.PARTY) || step.deed().asks(Asks.MEDIATOR) ? (UUID) Ids.next() : step.who();
        var to = leadsTo(story, step);
        files.write(matter, step, who, to, caller.id(), now());
        prepare(matter, step, who, caller);
        move(matter, step, to);
        conclude(step, who);
        var end = matter.state() == to ? null : MediationEnded.End.of(to);
        if (end != null) {
            house.publishEvent(
                    new MediationEnded(id, caller.id(), now(), matter.referral(), matter.place(), step.on(), end));
        }
    }

    void takeBack(UUID id, UUID stepId, Caller caller) {
        var matter = hold(id);
        var story = files.of(matter);
        var step = story.steps().stream()
                .filter(s -> s.id().equals(stepId))
                .findFirst()
                .orElseThrow(MediationRefusal.NO_SUCH_MATTER::because);
        if (!step.holds()) {
            return;
        }
        if (!MediationRules.takesBack(story, step, caller.id(), now(), lists.terms())) {
            throw MediationRefusal.NOT_TAKEN_BACK.because();
        }
        file.takenBack(stepId, now());
        if (step.before() != step.after()) {
            matters.move(id, step.before(), story.reached(step.before(), step));
        }
        undo(step);
        house.publishEvent(new MediationStep(id, caller.id(), now(), step.deed(), true));
    }

    private Matter hold(UUID id) {
        return matters.hold(id).orElseThrow(MediationRefusal.NO_SUCH_MATTER::because);
    }

    private static State leadsTo(Story story, TakeStep step) {
        if (step.deed() == Deed.CONSENTED && MediationRules.lastToAgree(story, step.who())) {
            return State.CONSENTED;
        }
        return Objects.requireNonNullElse(step.deed().to, story.matter().state());
    }

    /** What must be there before the matter moves. */
    private void prepare(Matter matter, TakeStep step, @Nullable UUID who, Caller caller) {
        switch (step.deed()) {
            case PARTY_NAMED -> files.party(matter, Objects.requireNonNull(who), step, caller);
            case MEDIATOR_CHOSEN -> files.mediator(matter, Objects.requireNonNull(who), step);
            case MEDIATOR_LEFT -> file.leaves(Objects.requireNonNull(who), step.on());
            case CONSENTED, APPLIED -> file.consent(Objects.requireNonNull(who), Party.Consent.GIVEN, step.on());
            case AGREED_IN_WRITING -> file.signed(matter.id(), step.on());
            default -> {}
        }
    }

    private void move(Matter matter, TakeStep step, State to) {
        var deed = step.deed();
        if (deed.confirms != null) {
            matters.confirm(matter.id(), deed.confirms, step.on());
        } else if (deed.asks(Asks.AGREEMENT)) {
            matters.agreed(matter.id(), to, step.on(), Objects.requireNonNull(step.due()));
        } else if (to != matter.state()) {
            matters.move(matter.id(), to, step.on());
        }
    }

    /** A refusal is the party’s own, once the matter has ended by it. */
    private void conclude(TakeStep step, @Nullable UUID who) {
        if (step.deed() == Deed.REFUSED) {
            file.consent(Objects.requireNonNull(who), Party.Consent.REFUSED, step.on());
        }
    }

    private void undo(Step step) {
        var who = step.who();
        if (who != null) {
            switch (step.deed()) {
                case PARTY_NAMED -> files.forget(who);
                case APPLIED, CONSENTED -> file.consent(who, Party.Consent.ASKED, null);
                case MEDIATOR_CHOSEN -> file.leaves(who, today());
                default -> {}
            }
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CountyTime.ZONE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
