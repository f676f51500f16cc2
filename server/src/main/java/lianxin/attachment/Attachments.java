package lianxin.attachment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files beside other things. The room that owns the thing decides who may, and writes down who looked. */
@Service
public class Attachments {

    private final AttachmentStore store;
    private final Cleaning cleaning;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Attachments(AttachmentStore store, Cleaning cleaning, ApplicationEventPublisher house, Clock clock) {
        this.store = store;
        this.cleaning = cleaning;
        this.house = house;
        this.clock = clock;
    }

    /** The file as it may be kept; refused when it is none we take. Takes a second and no transaction. */
    public Clean clean(Given given) {
        return cleaning.clean(given, bounds());
    }

    /** Keeps it under lock; refused when as many lie there as may. */
    @Transactional
    public Attachment add(Owner owner, Clean file, UUID by) {
        store.takeTurn(owner.id());
        var there = store.of(owner.id());
        var most = bounds().files();
        if (there.size() >= most) {
            throw AttachmentRefusal.TOO_MANY.because(most);
        }
        var number = there.isEmpty() ? 1 : there.getLast().number() + 1;
        var added = new Attachment(Ids.next(), owner.id(), number, file.format(), file.bytes().length, by, now());
        store.add(added, owner, file.bytes());
        house.publishEvent(new AttachmentAdded(owner.id(), by, added.at(), owner.household()));
        return added;
    }

    /** All beside one thing, in the order they were added. */
    @Transactional(readOnly = true)
    public List<Attachment> of(UUID owner) {
        return store.of(owner);
    }

    /** One of them; refused with 404 when there is none of that number. */
    @Transactional(readOnly = true)
    public Attachment require(UUID owner, int number) {
        return store.of(owner).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(AttachmentRefusal.NO_SUCH::because);
    }

    /** Its bytes in clear. */
    @Transactional(readOnly = true)
    public byte[] open(Attachment one) {
        return store.open(one.id());
    }

    /** All that is a household’s, for the room that gives it a copy. */
    @Transactional(readOnly = true)
    public List<Attachment> ofHousehold(UUID household) {
        return store.ofHousehold(household);
    }

    /** Takes one away for good. */
    @Transactional
    public void remove(Attachment one, Owner owner, UUID by) {
        store.remove(one.id());
        house.publishEvent(new AttachmentRemoved(owner.id(), by, now(), owner.household()));
    }

    /** Takes all away for good, when what they lay beside is none of this room’s business any more. Told by whoever says so. */
    @Transactional
    public void strike(UUID owner) {
        store.strike(owner);
    }

    /** How much is taken today. */
    @Transactional(readOnly = true)
    public Bounds bounds() {
        return store.bounds(LocalDate.ofInstant(clock.instant(), CountyTime.ZONE));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
