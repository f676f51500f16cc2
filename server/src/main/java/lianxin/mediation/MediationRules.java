package lianxin.mediation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lianxin.mediation.Deed.Asks;
import lianxin.mediation.Lists.Limit;
import lianxin.platform.Refusal;
import org.jspecify.annotations.Nullable;

/** The law, as far as it can be decided from a matter’s file: what may be done next, what must be said with it, and what is due. */
final class MediationRules {

    /** What no court confirms (art. 33 and the Supreme People’s Court’s rules of 2011, art. 4). */
    static final Set<String> NEVER_CONFIRMED = Set.of("IDENTITY", "ADOPTION", "MARRIAGE");

    static final int LONGEST = 2_000;
    static final int NAME = 40;

    private MediationRules() {}

    /** What may be done now, by somebody who is or is not of the desk that keeps the file. */
    static List<Deed> possible(Story story, boolean desk, Lists.Terms terms) {
        // what happened in time may be entered late, so the earliest day decides what can be done at all
        return Stream.of(Deed.values())
                .filter(deed ->
                        deed.startsAt(story.matter().state(), story.matter().confirmation())
                                && why(story, deed, earliest(story, deed), terms) == null
                                && (desk || !deed.asks(Asks.DESK)))
                .toList();
    }

    /** Refuses a step that the law, or the state of things, does not let be. */
    static void must(Story story, TakeStep step, boolean desk, LocalDate today, Lists.Terms terms) {
        var deed = step.deed();
        if (deed.asks(Asks.DESK) && !desk) {
            throw MediationRefusal.NOT_NOW.because();
        }
        var why = why(story, deed, step.on(), terms);
        if (why != null) {
            throw why.because();
        }
        if (step.on().isAfter(today) || step.on().isBefore(earliest(story, deed))) {
            throw MediationRefusal.WRONG_DAY.because();
        }
        said(story, step);
    }

    /** Who answers, or leaves, must be in it; all that must sign sign; what must be said is said. */
    private static void said(Story story, TakeStep step) {
        var deed = step.deed();
        if (deed.asks(Asks.WHO) && !story.hasParty(step.who())
                || deed.asks(Asks.LEAVES) && !story.serves(step.who())
                || (deed.asks(Asks.PARTY) || deed.asks(Asks.MEDIATOR))
                        && (blank(step.words()) && blank(step.key())
                                || step.words().length() > NAME)) {
            throw MediationRefusal.NO_SUCH_PERSON.because();
        }
        if (deed == Deed.CONSENTED && story.parties().stream().anyMatch(p -> p.id().equals(step.who()) && agreed(p))) {
            throw MediationRefusal.NOT_NOW.because();
        }
        if (deed.asks(Asks.ALL) && !story.all(step.all()) || deed.asks(Asks.SEAL) && !step.sealed()) {
            throw MediationRefusal.NOT_ALL.because();
        }
        var agreed = deed.asks(Asks.AGREEMENT);
        if ((agreed || deed.asks(Asks.WORDS)) && blank(step.words())
                || agreed && (blank(step.terms()) || blank(step.manner()) || step.due() == null)
                || Stream.of(step.words(), step.terms(), step.manner()).anyMatch(words -> words.length() > LONGEST)) {
            throw MediationRefusal.UNCLEAR.because(LONGEST);
        }
        if (agreed && Objects.requireNonNull(step.due()).isBefore(step.on())) {
            throw MediationRefusal.WRONG_DAY.because();
        }
    }

    /** Why a deed cannot be done on that day; null when it can. */
    private static Refusal.@Nullable Kind why(Story story, Deed deed, LocalDate day, Lists.Terms terms) {
        var matter = story.matter();
        if (!deed.startsAt(matter.state(), matter.confirmation())) {
            return MediationRefusal.NOT_NOW;
        }
        return switch (deed) {
            case CONSENTED ->
                story.parties().stream().allMatch(MediationRules::agreed) ? MediationRefusal.NOT_NOW : null;
            case BEGUN ->
                everybodyAgreed(story) && story.mediators().stream().anyMatch(Mediator::serves)
                        ? null
                        : MediationRefusal.NO_CONSENT;
            case MEDIATOR_LEFT ->
                story.mediators().stream().noneMatch(Mediator::serves) ? MediationRefusal.NOT_NOW : null;
            case APPLIED -> story.parties().isEmpty() ? MediationRefusal.NO_SUCH_PERSON : null;
            case CONFIRMATION_APPLIED ->
                NEVER_CONFIRMED.contains(matter.kind())
                        ? MediationRefusal.NEVER_CONFIRMED
                        : day.isAfter(lastDayForCourt(matter, terms)) ? MediationRefusal.TOO_LATE_FOR_COURT : null;
            case ARCHIVED -> mayClose(story) ? null : MediationRefusal.TOLD_FIRST;
            default -> null;
        };
    }

    /** Told of the other ways first, where no agreement was reached; not while the court looks. */
    private static boolean mayClose(Story story) {
        var matter = story.matter();
        return !matter.confirmation().underWay()
                && (!matter.state().withoutAgreement()
                        || matter.state() == State.REFERRED
                        || story.last(Deed.REMEDIES_TOLD).isPresent());
    }

    static boolean everybodyAgreed(Story story) {
        return story.parties().size() > 1 && story.parties().stream().allMatch(MediationRules::agreed);
    }

    /** Whether everybody has agreed once {@code who} agrees too. */
    static boolean lastToAgree(Story story, @Nullable UUID who) {
        return story.parties().size() > 1
                && story.parties().stream()
                        .allMatch(party -> agreed(party) || party.id().equals(who));
    }

    /** Court papers may come before the next visit is entered: only what changes the state comes after what brought it there. */
    private static LocalDate earliest(Story story, Deed deed) {
        var matter = story.matter();
        if (deed.confirms != null) {
            return matter.confirmationOn() == null
                    ? Objects.requireNonNull(matter.effectOn())
                    : matter.confirmationOn();
        }
        return deed.to == null ? matter.clueOn() : matter.since();
    }

    /** The last day on which both may go to court together (art. 33): the day of effect does not count. */
    static LocalDate lastDayForCourt(Matter matter, Lists.Terms terms) {
        return terms.after(Objects.requireNonNull(matter.effectOn()), Limit.CONFIRM);
    }

    /** What is to happen next, and by when; null when nothing is. */
    static @Nullable Due due(Matter matter, Lists.Terms terms) {
        return switch (matter.state()) {
            case CLUE -> new Due(Due.What.LOOK, terms.after(matter.since(), Limit.LOOK));
            case OFFERED, APPLIED -> new Due(Due.What.ANSWER, terms.after(matter.since(), Limit.ANSWER));
            case CONSENTED, MEDIATING ->
                new Due(
                        Due.What.CLOSE,
                        terms.after(Objects.requireNonNullElse(matter.acceptedOn(), matter.since()), Limit.CLOSE));
            case AGREED_ORAL, AGREED_WRITTEN, PERFORMING ->
                new Due(Due.What.PERFORM, Objects.requireNonNull(matter.performBy()));
            case PERFORMED, BREACHED -> new Due(Due.What.FOLLOW_UP, terms.after(matter.since(), Limit.FOLLOW_UP));
            case FAILED, WITHDRAWN, REFUSED -> new Due(Due.What.TELL, matter.since());
            case REFERRED -> new Due(Due.What.ARCHIVE, matter.since());
            case ARCHIVED -> null;
        };
    }

    /** Until when both may still go to court; null when they never may, have gone, or may no longer. */
    static @Nullable LocalDate courtUntil(Matter matter, LocalDate today, Lists.Terms terms) {
        if (!matter.state().agreed()
                || matter.confirmation() != Confirmation.NONE
                || NEVER_CONFIRMED.contains(matter.kind())) {
            return null;
        }
        var last = lastDayForCourt(matter, terms);
        return today.isAfter(last) ? null : last;
    }

    /** Whether somebody may take his step back: the last one, his own, and not longer ago than the limit. */
    static boolean takesBack(Story story, Step step, UUID by, Instant now, Lists.Terms terms) {
        return step.deed().revocable()
                && step.by().equals(by)
                && step.id().equals(story.last().id())
                && now.isBefore(step.at().plus(terms.days(Limit.TAKE_BACK, step.on()), ChronoUnit.DAYS));
    }

    private static boolean agreed(Party party) {
        return party.consent() == Party.Consent.GIVEN;
    }

    private static boolean blank(String words) {
        return words.isBlank();
    }
}
