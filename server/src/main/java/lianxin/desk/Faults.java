package lianxin.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lianxin.platform.Words;
import lianxin.sheet.Line;

/** What is wrong with the rows of all files, each with its file and cell. The first hundred are kept, all are counted. */
final class Faults {

    private static final int SHOWN = 100;

    private final List<String> said = new ArrayList<>();
    private final Words words;
    private long count;

    Faults(Words words) {
        this.words = words;
    }

    void add(Path file, Line line) {
        for (var fault : line.faults()) {
            if (count++ < SHOWN) {
                said.add(file + " " + fault.say(words));
            }
        }
    }

    boolean none() {
        return count == 0;
    }

    /** The lines for the terminal. */
    List<String> said() {
        List<String> all = new ArrayList<>(said);
        if (count > SHOWN) {
            all.add(words.t("desk.faults.more", words.n(count - SHOWN)));
        }
        all.add(words.t("desk.faults", words.n(count)));
        return all;
    }
}
