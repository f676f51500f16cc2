package lianxin.matcher;

/** Lists of lists kept in two arrays: where each list starts, and all members one after another. */
final class Rows {

    private Rows() {}

    /** From "list i holds j" to "list j holds i", each ascending. */
    static int[][] turn(int[][] lists, int size) {
        var start = new int[size + 1];
        for (var list : lists) {
            for (int j : list) {
                start[j + 1]++;
            }
        }
        for (int j = 0; j < size; j++) {
            start[j + 1] += start[j];
        }
        var member = new int[start[size]];
        var next = start.clone();
        for (int i = 0; i < lists.length; i++) {
            for (int j : lists[i]) {
                member[next[j]++] = i;
            }
        }
        return new int[][] {start, member};
    }

    /** From "i belongs to list[i]" to the members of each list, ascending; negative belongs nowhere. */
    static int[][] gather(int[] list, int size) {
        var start = new int[size + 1];
        for (int j : list) {
            if (j >= 0) {
                start[j + 1]++;
            }
        }
        for (int j = 0; j < size; j++) {
            start[j + 1] += start[j];
        }
        var member = new int[start[size]];
        var next = start.clone();
        for (int i = 0; i < list.length; i++) {
            if (list[i] >= 0) {
                member[next[list[i]]++] = i;
            }
        }
        return new int[][] {start, member};
    }
}
