package lianxin.access;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;

/**
 * As what an account may act, where and until when (授权).
 *
 * @param unit narrows it to this unit's cadres and their households
 * @param cadre narrows it to this cadre's households
 * @param post the unit its holder belonged to when it was given; it lapses when he no longer does
 * @param source for a deputy: the mandate he stands in for, and falls with
 * @param until null: until it is ended
 * @param reason why it was given, in the words of whoever gave it; for {@link Kind#POST} empty
 */
public record Mandate(
        UUID id,
        UUID account,
        Role role,
        Ground ground,
        @Nullable UUID unit,
        @Nullable UUID cadre,
        @Nullable UUID post,
        Kind kind,
        @Nullable UUID source,
        Instant since,
        @Nullable Instant until,
        String reason,
        UUID givenBy) {

    /** How one comes by it. */
    public enum Kind {
        /** Given by the security administrator. */
        REGULAR,
        /** In somebody's absence, in his stead. */
        DEPUTY,
        /** Taken in an emergency, for three hours at most, told to whoever owns the ground. */
        EMERGENCY,
        /** By the post in the registry alone: nobody gives it, and it ends with the post. */
        POST
    }

    /** Whether {@code now} lies in its time. */
    public boolean during(Instant now) {
        return !now.isBefore(since) && (until == null || now.isBefore(until));
    }

    /** Whether it is for this. */
    boolean is(Role role, Ground ground, @Nullable UUID unit, @Nullable UUID cadre) {
        return this.role == role
                && this.ground.equals(ground)
                && Objects.equals(this.unit, unit)
                && Objects.equals(this.cadre, cadre);
    }

    /** The same on another ground from {@code now} on. */
    Mandate on(Ground ground, UUID id, Instant now) {
        return new Mandate(
                id, account, role, ground, unit, cadre, post, kind, source, now, until, reason, Caller.THE_HOUSE);
    }

    /** Its holder as a caller. */
    public Caller caller(String name) {
        return new Caller(account, name, role, ground, unit, cadre);
    }
}
