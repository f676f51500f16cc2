package lianxin.phone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.visit.Figures;
import lianxin.visit.Lists;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What phone and server say to each other ({@code docs/phone.md}). */
public final class Sync {

    private Sync() {}

    /**
     * What a phone sends. Items are read one by one, so that one that makes no sense does not keep the others from being kept.
     *
     * @param cursor up to where it knows its round; null at first
     * @param root exclusive or of the hashes of all it holds, 16 hexadecimal digits
     * @param now its own clock
     * @param lists which lists of words it knows
     */
    public record Ask(
            @Nullable String cursor,
            @Nullable String root,
            @Nullable Instant now,
            @Nullable Long lists,
            @Nullable List<JsonNode> items) {}

    /** What it is answered; see the contract for each part. */
    public record Answer(
            Instant now,
            Instant lease,
            @Nullable String cursor,
            @Nullable String root,
            @Nullable String epoch,
            boolean more,
            List<Receipt> receipts,
            List<Put> puts,
            List<UUID> drops,
            @Nullable Figures figures,
            @Nullable List<State> held,
            Lists.@Nullable Choices lists,
            boolean wipe) {}

    /** What a phone sends that is locked, or another's by now: only what waits there. */
    public record Told(@Nullable Instant now, @Nullable List<JsonNode> items) {}

    /** What it is answered. */
    public record Taken(Instant now, List<Receipt> receipts, boolean wipe) {}

    /**
     * What became of an item.
     *
     * @param id as the phone wrote it, even when it is no identity
     * @param code why it was quarantined or refused
     * @param say the same in words for whoever wrote it
     */
    public record Receipt(
            String id,
            String answer,
            @Nullable String code,
            @Nullable String say) {}

    /** A household that is new on the phone or has changed. */
    public record Put(UUID id, String h, Home home) {}

    /** What became of an item that waits, or waited, for a decision. */
    public record State(UUID id, String state, @Nullable String say) {}

    /** What a phone asks when its root differs: the exclusive or of the hashes by the last byte of the identity, 256 times 16 digits. */
    public record HealAsk(@Nullable String cursor, @Nullable List<String> buckets) {}

    /** The buckets that differ: what belongs there, and all of it anew. */
    public record Healed(String cursor, @Nullable String root, Map<String, List<UUID>> buckets, List<Put> puts) {}

    /** A household as a phone holds it. No telephone and no identity number: those are revealed for a reason, on line. */
    public record Home(
            UUID id,
            String key,
            String head,
            int group,
            int size,
            Village village,
            @Nullable String phone,
            List<Flag> flags,
            LocalDate since,
            Due due,
            @Nullable Deferred deferred,
            List<Seen> visits,
            List<Event> occasions,
            List<Promised> promises,
            List<Case> cases) {}

    /** Where it lives. */
    public record Village(String code, String name) {}

    /** A need it is known for. */
    public record Flag(String code, String zh, String en) {}

    /** When its turn is, and why. */
    public record Due(LocalDate on, String why, @Nullable UUID occasion, int every) {}

    /** That its turn was put off. */
    public record Deferred(LocalDate until, String reason) {}

    /** A visit of the last months. */
    public record Seen(
            UUID id,
            String by,
            boolean mine,
            String way,
            String met,
            Instant seenAt,
            String finding,
            List<String> topics,
            String words,
            @Nullable Need need,
            @Nullable UUID corrects,
            boolean corrected) {}

    /** A need as it was heard. */
    public record Need(String topic, String words) {}

    /** A life event. */
    public record Event(UUID id, String code, LocalDate on, LocalDate dueOn, boolean answered) {}

    /**
     * What it said it is troubled by, and what became of it.
     *
     * @param visit the visit it was heard on
     * @param stage of {@link lianxin.cases.Stage}
     * @param desk who answers for it at this minute
     * @param voice what the household itself says of the reply, of {@link lianxin.cases.Voice}
     */
    public record Case(
            UUID id,
            String number,
            @Nullable UUID visit,
            Instant heardAt,
            Flag about,
            String words,
            String stage,
            Instant since,
            String desk,
            @Nullable LocalDate due,
            @Nullable Reply reply,
            @Nullable String voice) {}

    /** What whoever handled it says came of it, of {@link lianxin.cases.Outcome}; {@code reviewOn} is the day it is looked at again. */
    public record Reply(
            String outcome, String words, @Nullable LocalDate reviewOn) {}

    /** Something promised. */
    public record Promised(
            UUID id,
            String need,
            String action,
            LocalDate due,
            @Nullable LocalDate doneOn,
            @Nullable String result,
            String by) {}
}
