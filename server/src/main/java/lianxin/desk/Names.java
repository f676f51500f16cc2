package lianxin.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianxin.sheet.Column;
import lianxin.sheet.Line;
import org.jspecify.annotations.Nullable;

/** Names as a file gives them, and their numbers from 0 on in the order of the file. */
final class Names {

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The number of a new name, or -1 after saying that a line before has it already. */
    int add(Line line, Column<String> column) {
        var name = line.get(column);
        if (name == null) {
            return -1;
        }
        if (numbers.putIfAbsent(name, names.size()) != null) {
            line.fault(column, "desk.cell.twice", name);
            return -1;
        }
        names.add(name);
        return names.size() - 1;
    }

    /** The number of the name in a cell; -1 where the cell is blank, or after saying that no line has that name. */
    int find(Line line, Column<String> column) {
        return find(line, column, line.get(column));
    }

    /** The same for one name of a cell with several. */
    int find(Line line, Column<?> column, @Nullable String name) {
        if (name == null) {
            return -1;
        }
        var number = numbers.get(name);
        if (number == null) {
            line.fault(column, "desk.cell.unknown", name);
            return -1;
        }
        return number;
    }

    /** The number of a name, or -1. */
    int number(String name) {
        return numbers.getOrDefault(name, -1);
    }

    String name(int number) {
        return names.get(number);
    }

    int count() {
        return names.size();
    }
}
