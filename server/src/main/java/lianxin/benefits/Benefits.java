package lianxin.benefits;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.platform.Words;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.region.DivisionCode;
import lianxin.registry.Households;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What offices enter of benefits: read, looked at, kept, undone. */
@Service
public class Benefits {

    static final int SHOWN = 200;
    static final int FAULTS = 50;

    private static final Duration DRAFT = Duration.ofDays(1);

    private final BenefitStore store;
    private final BenefitSheet sheet;
    private final Households households;
    private final Reads reads;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Benefits(
            BenefitStore store,
            BenefitSheet sheet,
            Households households,
            Reads reads,
            ApplicationEventPublisher house,
            Clock clock) {
        this.store = store;
        this.sheet = sheet;
        this.households = households;
        this.reads = reads;
        this.house = house;
        this.clock = clock;
    }

    /** An empty sheet with its headers. */
    public void template(OutputStream out, Words words, Caller caller) throws IOException {
        caller.may(Right.BENEFIT_WRITE);
        sheet.template(out, words);
    }

    /** Reads a sheet and keeps nothing of it yet; the file itself is gone when this returns. */
    @Transactional
    public UUID read(String fileName, String source, InputStream file, Words words, Caller caller) throws IOException {
        caller.may(Right.BENEFIT_WRITE);
        var document = line(source, 120);
        if (document.isEmpty()) {
            throw BenefitRefusal.NO_SHEET.because();
        }
        store.forgetDrafts(caller.ground(), now().minus(DRAFT));
        var copy = Files.createTempFile("benefits", ".sheet");
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            var read = sheet.read(copy, caller.ground(), today());
            var id = Ids.next();
            store.addBatch(
                    id,
                    caller.ground(),
                    document,
                    line(fileName, 200),
                    read.rows().size(),
                    read.faults().stream().limit(FAULTS).map(f -> f.say(words)).toList(),
                    read.faults().size(),
                    caller.id(),
                    now());
            store.addAll(id, read.rows());
            return id;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Keeps what was read: from now on the households see it and may say whether it arrived. */
    @Transactional
    public Batch keep(UUID id, Caller caller) {
        var batch = held(id, caller);
        if (!batch.waits() || batch.lines() == 0) {
            throw BenefitRefusal.NOT_NOW.because();
        }
        var kept = store.keep(id, now());
        house.publishEvent(
                new BenefitsChanged(id, caller.id(), now(), batch.ground().lo(), kept, false));
        return mine(id, caller);
    }

    /** Undoes it, while no household has said anything. */
    @Transactional
    public Batch undo(UUID id, Caller caller) {
        var batch = held(id, caller);
        if (!batch.undoable()) {
            throw BenefitRefusal.NOT_NOW.because();
        }
        var gone = store.undo(id, now());
        house.publishEvent(
                new BenefitsChanged(id, caller.id(), now(), batch.ground().lo(), gone, true));
        return mine(id, caller);
    }

    /** A batch of the caller’s ground; refused with 404 otherwise. */
    @Transactional(readOnly = true)
    public Batch require(UUID id, Caller caller) {
        return mine(id, caller);
    }

    /** What stands in a batch, the first of it. */
    @Transactional
    public List<Line> lines(Batch batch, Caller caller) {
        caller.may(Right.BENEFIT_WRITE);
        return lines(store.ofBatch(batch.id(), SHOWN), caller);
    }

    /** The batches of the caller’s ground. */
    @Transactional(readOnly = true)
    public List<Batch> batches(Caller caller) {
        return caller.holds(Right.BENEFIT_WRITE) ? store.batches(caller.ground(), SHOWN) : List.of();
    }

    @Transactional(readOnly = true)
    public Figures figures(DivisionCode place, Caller caller) {
        caller.may(Right.HOUSEHOLDS_READ, place);
        return store.figures(place.ground(), households.count(place.ground(), today()));
    }

    private List<Line> lines(List<Benefit> benefits, Caller caller) {
        var ids = benefits.stream().map(Benefit::household).distinct().toList();
        reads.of(caller, Purpose.BENEFITS, ids);
        var homes = households.byId(ids);
        return benefits.stream()
                .map(benefit -> {
                    var home = homes.get(benefit.household());
                    return new Line(benefit, home == null ? "" : home.key(), home == null ? "" : home.head());
                })
                .toList();
    }

    private Batch mine(UUID id, Caller caller) {
        caller.may(Right.BENEFIT_WRITE);
        return store.batch(id)
                .filter(b -> caller.ground().covers(b.ground()))
                .orElseThrow(BenefitRefusal.NO_SUCH_BENEFIT::because);
    }

    private Batch held(UUID id, Caller caller) {
        mine(id, caller);
        return store.held(id).orElseThrow(BenefitRefusal.NO_SUCH_BENEFIT::because);
    }

    private static String line(String words, int longest) {
        var said = words.replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ").strip();
        return said.substring(0, said.offsetByCodePoints(0, Math.min(said.codePointCount(0, said.length()), longest)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CountyTime.ZONE);
    }

    /** A benefit with the number and the head of its household. */
    public record Line(Benefit benefit, String key, String head) {}
}
