package lianxin.desk;

import java.util.Arrays;

/** Rows of whole numbers, kept close together: a city has two million. */
final class Table {

    /** Is given each row with its number. The array is the same each time. */
    @FunctionalInterface
    interface Taker {
        void row(int number, int[] row);
    }

    private final int width;
    private int[] numbers = new int[1024];
    private int used;

    Table(int width) {
        this.width = width;
    }

    void add(int... row) {
        if (used + width > numbers.length) {
            numbers = Arrays.copyOf(numbers, numbers.length * 2);
        }
        System.arraycopy(row, 0, numbers, used, width);
        used += width;
    }

    void forEach(Taker taker) {
        var row = new int[width];
        for (int i = 0; i < used / width; i++) {
            System.arraycopy(numbers, i * width, row, 0, width);
            taker.row(i, row);
        }
    }
}
