package lianxin.matcher;

/** A number that tells two problems apart: the same on every machine. Against mistakes, not against malice. */
final class Fingerprint {

    private long hash = 0x9E37_79B9_7F4A_7C15L;

    Fingerprint add(long n) {
        long x = (hash ^ n) * 0xBF58_476D_1CE4_E5B9L; // the finaliser of SplitMix64 (Steele, Lea, Flood 2014)
        x = (x ^ x >>> 27) * 0x94D0_49BB_1331_11EBL;
        hash = x ^ x >>> 31;
        return this;
    }

    Fingerprint add(int[] numbers) {
        add(numbers.length);
        for (int n : numbers) {
            add(n);
        }
        return this;
    }

    Fingerprint add(long[] numbers) {
        add(numbers.length);
        for (long n : numbers) {
            add(n);
        }
        return this;
    }

    long value() {
        return hash;
    }
}
