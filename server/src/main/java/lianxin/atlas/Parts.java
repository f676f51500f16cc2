package lianxin.atlas;

import java.util.List;
import java.util.stream.IntStream;
import lianxin.region.DivisionCode;
import lianxin.region.Redraws.Beginning;

/** Reads the rows of a form that names new places; rows left empty are no places. */
final class Parts {

    private Parts() {}

    static List<Beginning> of(List<String> codes, List<String> names) {
        return IntStream.range(0, Math.min(codes.size(), names.size()))
                .filter(i -> !codes.get(i).isBlank() || !names.get(i).isBlank())
                .mapToObj(i -> new Beginning(
                        DivisionCode.of(codes.get(i).strip()), names.get(i).strip()))
                .toList();
    }
}
