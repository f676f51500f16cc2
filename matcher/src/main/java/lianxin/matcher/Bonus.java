package lianxin.matcher;

/** What a household saves by keeping whom it knows: last year's contact, and in a repair the present one. */
final class Bonus {

    /** Households of one group share the same variant; this one stands alone. */
    static final int OWN = 4;

    private final Problem p;

    Bonus(Problem p) {
        this.p = p;
    }

    /** 0: the full bonus or none, 1: only the change price, 2: only the price of a repair, {@link #OWN}: stands alone. */
    int variant(int h) {
        if (p.current.length == 0) {
            return 0;
        }
        if (second(h) >= 0) {
            return OWN;
        }
        boolean known = may(h, p.last[h]) && p.changePrice[p.classOf[h]] > 0;
        boolean kept = p.keepPrice > 0 && may(h, p.current[h]);
        return known == kept ? 0 : known ? 1 : 2;
    }

    /** Whether it excludes somebody who could serve its village. */
    boolean excludesHere(int h) {
        for (int e = p.excluded.first(h); p.excluded.of(e, h); e++) {
            if (p.serves(p.excluded.cadre(e), p.villageOf[h])) {
                return true;
            }
        }
        return false;
    }

    /** A cadre with whom the household saves something, or -1. */
    int first(int h) {
        if (may(h, p.last[h]) && at(h, p.last[h]) > 0) {
            return p.last[h];
        }
        return p.current.length > 0 && p.keepPrice > 0 && may(h, p.current[h]) ? p.current[h] : -1;
    }

    /** Another one, or -1. */
    int second(int h) {
        int first = first(h);
        return first >= 0 && p.current.length > 0 && p.keepPrice > 0 && p.current[h] != first && may(h, p.current[h])
                ? p.current[h]
                : -1;
    }

    /** Whether it may have this cadre and saves something with him. */
    boolean saves(int h, int c) {
        return at(h, c) > 0 && p.allows(h, c);
    }

    /** How much it saves with this cadre. */
    long at(int h, int c) {
        long saved = p.last[h] == c ? p.changePrice[p.classOf[h]] : 0;
        return p.current.length > 0 && p.current[h] == c ? saved + p.keepPrice : saved;
    }

    boolean may(int h, int c) {
        return c >= 0 && p.allows(h, c);
    }
}
