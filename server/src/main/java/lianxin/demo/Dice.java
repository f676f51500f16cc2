package lianxin.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that falls the same way every time: one stream of it for each thing of which it decides. */
final class Dice {

    private final SplittableRandom random;

    /** The stream for {@code what}, e.g. one village; independent of how many were made before. */
    Dice(long seed, String what, long which) {
        var mixed = seed;
        for (var i = 0; i < what.length(); i++) {
            mixed = mixed * 1_000_003 + what.charAt(i);
        }
        random = new SplittableRandom(mixed * 0x9E3779B97F4A7C15L ^ which * 0xBF58476D1CE4E5B9L);
    }

    /** From 0 up to but not including {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T of(List<T> things) {
        return things.get(below(things.size()));
    }

    /** An index, drawn by weight; {@code cumulated} are the sums of the weights so far. */
    int weighted(double[] cumulated) {
        var drawn = random.nextDouble() * cumulated[cumulated.length - 1];
        var i = 0;
        while (cumulated[i] <= drawn) {
            i++;
        }
        return i;
    }

    /** Around 1, never negative, now and then much more: sizes of villages and organisations are like that. */
    double lognormal(double sigma) {
        return Math.exp(sigma * random.nextGaussian());
    }
}
