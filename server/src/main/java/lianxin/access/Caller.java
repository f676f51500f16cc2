package lianxin.access;

import java.util.UUID;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import lianxin.scope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is asking: who they are, what they may do, and the ground they may do it on.
 *
 * @param id the account
 * @param name what to call them
 * @param ground the stretch of the division tree they may see
 * @param unit for a unit's liaison: their unit; what they see is further limited to it
 * @param cadre for a contact cadre: themselves in the registry; what they see is further limited to their households
 */
public record Caller(
        UUID id,
        String name,
        Role role,
        Ground ground,
        @Nullable UUID unit,
        @Nullable UUID cadre) {

    /** What the database lets them see; an administrator has no ground there, whatever he administers. */
    public Scope scope() {
        return new Scope(role.administers() ? Ground.NONE : ground, unit, cadre);
    }

    /** Whether they hold the right at all. */
    public boolean holds(Right right) {
        return role.rights().contains(right);
    }

    /** Refuses with 403 unless they hold the right. */
    public void may(Right right) {
        if (!holds(right)) {
            throw AccessRefusal.NOT_YOURS.because(right);
        }
    }

    /** Refuses with 403 unless they hold the right, with 404 when the place is not on their ground: what lies elsewhere does not exist for them. */
    public void may(Right right, long place) {
        may(right);
        if (!ground.contains(place)) {
            throw AccessRefusal.NOT_HERE.because();
        }
    }

    /** As {@link #may(Right, long)}, for the whole of a division. */
    public void may(Right right, DivisionCode division) {
        may(right);
        if (!ground.contains(division)) {
            throw AccessRefusal.NOT_HERE.because();
        }
    }

    /** Whoever has not shown who he is. */
    public static final UUID NOBODY = new UUID(0, 0);

    /** The house itself, for what it does by the clock: no session, no ground. */
    public static final UUID THE_HOUSE = new UUID(0, 1);
}
