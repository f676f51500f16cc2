package lianxin.matcher;

import java.util.Arrays;

/**
 * For each owner the partners that can matter to it now, the most promising first, so that a search need not look at all.
 *
 * <p>Each entry has a {@link #bound}: what the partner costs at least. A list comes with a promise: any partner not on it costs
 * at least {@link #beyond}. During one phase of the solver costs only rise, which can break neither. An entry whose cost
 * has risen is moved back when somebody looks at it, so a list stays in order where it is read and nowhere else.
 */
abstract class Shortlist {

    private static final int HANDFUL = 1 << 16;
    private static final long NOT_DRAWN = Long.MIN_VALUE / 4;

    private final int[] from;
    private final int[] count;
    private final int[] room;
    private final long[] beyond;
    /** In which {@link #epoch} the list was drawn. */
    private final int[] drawnIn;
    /** How far the owner has looked through its list in this search. */
    final int[] cursor;

    private int epoch = 1;
    private final int narrow;
    private final int roomForAll;

    private int[] partner = new int[1 << 10];
    private int[] knot = new int[1 << 10];
    private long[] base = new long[1 << 10];
    private long[] bound = new long[1 << 10];
    private int end;
    private int fresh;

    private int drawn;
    private long within;
    /** Whether somebody costs that much or more. */
    private boolean cut;

    private long[] value = new long[64];
    private int[] order = new int[64];
    private int[] itsPartner = new int[64];
    private int[] itsKnot = new int[64];
    private long[] itsBase = new long[64];

    /**
     * @param narrow how long a list is at first
     * @param roomForAll how many entries there are when all owners have drawn theirs
     */
    Shortlist(int owners, int narrow, int roomForAll) {
        this.narrow = narrow;
        this.roomForAll = roomForAll;
        from = new int[owners];
        count = new int[owners];
        room = new int[owners];
        beyond = new long[owners];
        drawnIn = new int[owners];
        cursor = new int[owners];
    }

    /** Forgets all lists: costs may have fallen. */
    final void forget() {
        epoch++;
        end = 0;
    }

    /** Names all partners of the owner by {@link #propose}. */
    abstract void collect(int owner);

    /** The cost of a partner now, at best: nothing that may still happen in this phase makes it less. */
    abstract long least(int owner, int partner, int knot, long base);

    final void propose(int owner, int partner, int knot, long base) {
        long now = least(owner, partner, knot, base);
        if (now >= within) {
            cut = true;
            return;
        }
        if (drawn == value.length) {
            int size = drawn * 2;
            value = Arrays.copyOf(value, size);
            order = Arrays.copyOf(order, size);
            itsPartner = Arrays.copyOf(itsPartner, size);
            itsKnot = Arrays.copyOf(itsKnot, size);
            itsBase = Arrays.copyOf(itsBase, size);
        }
        value[drawn] = now;
        itsPartner[drawn] = partner;
        itsKnot[drawn] = knot;
        itsBase[drawn] = base;
        order[drawn] = drawn++;
    }

    /** Lists the owner's partners anew, as things stand, as far as they cost less than {@code within}; more than before when {@code wider}. */
    final void draw(int owner, boolean wider, long within) {
        this.within = within;
        cut = false;
        drawn = 0;
        collect(owner);
        int had = drawnIn[owner] == epoch ? room[owner] : 0;
        int most = had == 0 ? narrow : wider ? had * 3 : had;
        int n = Math.min(drawn, most);
        int needs = cut ? most : n;
        if (had < needs) {
            from[owner] = take(needs);
            room[owner] = needs;
        }
        drawnIn[owner] = epoch;
        Select.smallest(value, order, drawn, Math.min(drawn, most + 1));
        int at = from[owner];
        for (int i = 0; i < n; i++) {
            partner[at + i] = itsPartner[order[i]];
            knot[at + i] = itsKnot[order[i]];
            base[at + i] = itsBase[order[i]];
            bound[at + i] = value[i];
        }
        count[owner] = n;
        beyond[owner] = drawn > most ? value[most] : cut ? within : Plan.NEVER;
    }

    private int take(int n) {
        int at = end;
        end += n;
        if (end > partner.length) {
            // Few draw lists, or all do: beyond a handful there is room for all at once.
            int most = Math.max(end + (end >> 1), roomForAll);
            int size = end < HANDFUL ? 2 * end : most;
            partner = Arrays.copyOf(partner, size);
            knot = Arrays.copyOf(knot, size);
            base = Arrays.copyOf(base, size);
            bound = Arrays.copyOf(bound, size);
        }
        return at;
    }

    /** The place of the owner's {@code i}-th entry, or -1 where those not listed may be cheaper. */
    final int entry(int owner, int i) {
        if (drawnIn[owner] != epoch || i >= count[owner]) {
            return -1;
        }
        int e = from[owner] + i;
        return bound[e] <= beyond[owner] ? e : -1;
    }

    final long beyond(int owner) {
        return drawnIn[owner] == epoch ? beyond[owner] : NOT_DRAWN;
    }

    final int partner(int entry) {
        return partner[entry];
    }

    final int knot(int entry) {
        return knot[entry];
    }

    final long base(int entry) {
        return base[entry];
    }

    final long bound(int entry) {
        return bound[entry];
    }

    /** After an entry was not {@link #inPlace}: those from there up to here have just been looked at. */
    final int fresh() {
        return fresh;
    }

    /** Whether the entry still stands where it should; if not it goes back and another stands there. */
    final boolean inPlace(int owner, int entry) {
        long now = least(owner, partner[entry], knot[entry], base[entry]);
        int last = from[owner] + count[owner] - 1;
        bound[entry] = now;
        if (entry == last || now <= bound[entry + 1]) {
            return true;
        }
        sort(owner, entry, last);
        return false;
    }

    /**
     * Brings what follows the entry up to date as far as it stands too early, and puts it in order. Among equals most rise together, so that they
     * are looked at once and hardly moved.
     */
    private void sort(int owner, int entry, int last) {
        fresh = entry + 1;
        for (int i = entry + 1; i <= last && bound[i] < bound[i - 1]; i++) {
            fresh = i + 1;
            int p = partner[i];
            int k = knot[i];
            long b = base[i];
            long now = least(owner, p, k, b);
            int at = i;
            for (; at > entry && bound[at - 1] > now; at--) {
                partner[at] = partner[at - 1];
                knot[at] = knot[at - 1];
                base[at] = base[at - 1];
                bound[at] = bound[at - 1];
            }
            partner[at] = p;
            knot[at] = k;
            base[at] = b;
            bound[at] = now;
        }
    }
}
