package lianxin.mediation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.mediation.Deed.Asks;
import lianxin.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The files: rows, and the words in them sealed and opened. Only behind the opened wall. */
@Component
class Files {

    private final FileStore store;
    private final Writings writings;
    private final People people;
    private final ApplicationEventPublisher house;

    Files(FileStore store, Writings writings, People people, ApplicationEventPublisher house) {
        this.store = store;
        this.writings = writings;
        this.people = people;
        this.house = house;
    }

    Story of(Matter matter) {
        var clear = writings.of(matter.id());
        return new Story(
                matter,
                store.parties(matter.id(), clear),
                store.mediators(matter.id(), clear),
                store.steps(matter.id(), clear));
    }

    /** What the parties of each matter are called. */
    Map<UUID, List<String>> parties(List<UUID> matters) {
        return writings.parties(matters);
    }

    /** Refuses a person nobody knows: a household that is not on the caller’s ground, a mediator who may not mediate there. */
    void known(Matter matter, TakeStep step, Caller caller) {
        if (!step.key().isBlank() && step.deed().asks(Asks.PARTY)) {
            people.household(step.key(), caller);
        }
        if (!step.key().isBlank() && step.deed().asks(Asks.MEDIATOR)) {
            people.mediator(step.key(), matter.place());
        }
    }

    /** Adds the line and its words, and tells that it was done. */
    void write(Matter matter, TakeStep step, @Nullable UUID who, State to, UUID by, Instant at) {
        store.step(matter, step, who, to, by, at);
        if (!step.deed().asks(Asks.PARTY) && !step.deed().asks(Asks.MEDIATOR)) {
            writings.add(matter, step.id(), Writings.WORDS, step.words());
        }
        writings.add(matter, step.id(), Writings.TERMS, step.terms());
        writings.add(matter, step.id(), Writings.MANNER, step.manner());
        house.publishEvent(new MediationStep(matter.id(), by, at, step.deed(), false));
    }

    /** A household by its number, under its head’s name unless another member was named; or anybody by name. */
    void party(Matter matter, UUID id, TakeStep step, Caller caller) {
        var home = step.key().isBlank() ? null : people.household(step.key(), caller);
        store.party(matter, id, home == null ? null : home.id());
        writings.add(matter, id, Writings.NAME, home == null || !step.words().isBlank() ? step.words() : home.head());
    }

    /** A household another room named. */
    void party(Matter matter, UUID household, UUID by, Instant at) {
        var id = Ids.next();
        store.party(matter, id, household);
        writings.add(matter, id, Writings.NAME, people.head(household));
        write(matter, TakeStep.of(Ids.next(), Deed.PARTY_NAMED, matter.clueOn()), id, State.CLUE, by, at);
    }

    /** Whoever has an account reads the file from now on; whoever has none was invited. */
    void mediator(Matter matter, UUID id, TakeStep step) {
        var account = step.key().isBlank() ? null : people.mediator(step.key(), matter.place());
        store.mediator(matter, id, account == null ? null : account.id(), step.on());
        writings.add(
                matter, id, Writings.NAME, account == null || !step.words().isBlank() ? step.words() : account.name());
    }

    /** A party that was named by mistake leaves nothing behind. */
    void forget(UUID party) {
        writings.remove(party);
        store.removeParty(party);
    }
}
