package lianxin.muster;

import java.util.Arrays;

/** A growing list of whole numbers without boxes. */
final class IntColumn {

    private int[] numbers = new int[64];
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 3 / 2);
        }
        numbers[size++] = number;
    }

    int get(int i) {
        return numbers[i];
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}
