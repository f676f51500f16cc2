package lianxin.mediation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The matters of a desk and of those who mediate them. Nobody else reads here, whatever he holds elsewhere: what is not his is refused with 404 as if it were
 * not there.
 */
@Service
public class Mediations {

    private static final int AT_MOST = 500;

    private final MatterStore matters;
    private final Files files;
    private final Clues clues;
    private final Steps steps;
    private final Lists lists;
    private final Reads reads;
    private final Wall wall;
    private final Clock clock;

    Mediations(
            MatterStore matters,
            Files files,
            Clues clues,
            Steps steps,
            Lists lists,
            Reads reads,
            Wall wall,
            Clock clock) {
        this.matters = matters;
        this.files = files;
        this.clues = clues;
        this.steps = steps;
        this.lists = lists;
        this.reads = reads;
        this.wall = wall;
        this.clock = clock;
    }

    /** A matter in the list, with what its parties are called and what is due. */
    public record Listed(
            Matter matter,
            List<String> parties,
            @Nullable Due due,
            @Nullable LocalDate courtUntil) {}

    /** A matter as whoever reads it sees it: what is in its file, what he may do now, and what he may take back. */
    public record Read(
            Story story,
            List<Deed> possible,
            @Nullable Step takenBack,
            @Nullable Due due,
            @Nullable LocalDate courtUntil) {}

    /** Notes that there is a dispute somewhere on the caller’s ground. Sent twice is noted once. Refused for a place that is neither village nor township. */
    @Transactional
    public UUID clue(NoteClue wish, Caller caller) {
        caller.may(Right.MEDIATION_HANDLE, wish.place());
        return clues.note(wish, caller.id());
    }

    /**
     * Takes over a dispute from another room, for the desk of its place; that room decides who may, and only hands over what the household agreed to: without
     * a day of consent it is refused. The same case again is the same matter. Answers the matter, of which that room will hear only {@link MediationEnded}.
     */
    @Transactional
    public UUID referred(Referral wish, Caller caller) {
        return clues.refer(wish, caller.id());
    }

    /** What the caller’s desk keeps and what he mediates; closed files or open ones. */
    @Transactional
    public List<Listed> list(boolean closed, Caller caller) {
        open(caller);
        var found = matters.of(caller.id(), caller.ground().lo(), closed, AT_MOST);
        var ids = found.stream().map(Matter::id).toList();
        reads.of(caller, Purpose.MEDIATION_LIST, ids);
        var names = files.parties(ids);
        var terms = lists.terms();
        return found.stream()
                .map(matter -> new Listed(
                        matter,
                        names.getOrDefault(matter.id(), List.of()),
                        MediationRules.due(matter, terms),
                        MediationRules.courtUntil(matter, today(), terms)))
                .toList();
    }

    /** A matter with all that is in its file. Refused with 404 for whoever neither mediates it nor keeps its file. */
    @Transactional
    public Read read(UUID id, Caller caller) {
        return read(id, Purpose.MEDIATION_FILE, caller);
    }

    /** The same, to be printed. */
    @Transactional
    public Story print(UUID id, Caller caller) {
        return read(id, Purpose.MEDIATION_PAPER, caller).story();
    }

    /** Takes the next step. Sent twice is taken once; what the law does not let be is refused. */
    @Transactional
    public void take(UUID id, TakeStep step, Caller caller) {
        open(caller);
        steps.take(id, step, caller);
    }

    /** Says what a step would be, and refuses it as {@link #take} would; nothing is written down. */
    @Transactional
    public Story preview(UUID id, TakeStep step, Caller caller) {
        open(caller);
        return steps.allowed(id, step, caller);
    }

    /** Takes the last step back: for a day, by whoever wrote it, where it told nobody. */
    @Transactional
    public void takeBack(UUID id, UUID step, Caller caller) {
        open(caller);
        steps.takeBack(id, step, caller);
    }

    private Read read(UUID id, Purpose purpose, Caller caller) {
        open(caller);
        var matter = matters.byId(id).orElseThrow(MediationRefusal.NO_SUCH_MATTER::because);
        reads.of(caller, purpose, List.of(id));
        var story = files.of(matter);
        var terms = lists.terms();
        var last = story.last();
        return new Read(
                story,
                MediationRules.possible(story, Steps.keeps(matter, caller), terms),
                MediationRules.takesBack(story, last, caller.id(), now(), terms) ? last : null,
                MediationRules.due(matter, terms),
                MediationRules.courtUntil(matter, today(), terms));
    }

    private void open(Caller caller) {
        caller.may(Right.MEDIATION_HANDLE);
        wall.openFor(caller.id());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CountyTime.ZONE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
