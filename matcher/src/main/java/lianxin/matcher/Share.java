package lianxin.matcher;

/** Whole numbers shared out evenly: what one leaves over goes to the next. */
final class Share {

    private Share() {}

    /** Each divided by {@code oneIn}, rounded so that the sum over any neighbours is right to within one. */
    static int[] of(int[] amounts, int oneIn) {
        var shares = new int[amounts.length];
        long over = oneIn / 2;
        for (int i = 0; i < amounts.length; i++) {
            over += amounts[i];
            shares[i] = (int) Math.floorDiv(over, (long) oneIn);
            over -= (long) shares[i] * oneIn;
        }
        return shares;
    }
}
