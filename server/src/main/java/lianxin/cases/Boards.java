package lianxin.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.region.Division;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Level;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a township sees of its cases at a glance: who has to do something now, how they stand, what falls due. */
@Service
public class Boards {

    private static final int EACH = 5;
    private static final int MONTHS = 12;
    private static final String LATE = "LATE";
    private static final List<Turn> COLUMNS =
            List.of(Turn.SORT, Turn.TAKE, Turn.WORK, Turn.ASKED, Turn.DISPUTED, Turn.SILENT);

    private final BoardStore store;
    private final Cases cases;
    private final Figures figures;
    private final Lines lines;
    private final Divisions divisions;

    Boards(BoardStore store, Cases cases, Figures figures, Lines lines, Divisions divisions) {
        this.store = store;
        this.cases = cases;
        this.figures = figures;
        this.lines = lines;
        this.divisions = divisions;
    }

    /** The township a board is of; refused with 404 off the caller’s ground, and for what is no township. */
    @Transactional(readOnly = true)
    public Division township(DivisionCode code, LocalDate day, Caller caller) {
        caller.may(Right.CASE_READ, code);
        if (code.level() != Level.TOWNSHIP) {
            throw CaseRefusal.NO_BOARD.because();
        }
        return divisions.require(code, day);
    }

    /** Its board: two questions over what is open there, one for what falls due, two over the replies of a year. */
    @Transactional
    public Board of(Division township, LocalDate today, Caller caller) {
        caller.may(Right.CASE_READ, township.code());
        var place = township.code();
        var counts = store.counts(place.ground(), today);
        var first = store.first(place.ground(), today, EACH);
        var shown = lines(first, today, caller);
        var columns = new ArrayList<Board.Column>();
        for (var turn : COLUMNS) {
            columns.add(new Board.Column(
                    turn.name(),
                    sum(counts, c -> turn.stages().contains(c.stage())),
                    column(turn.name(), first, shown),
                    Filter.of(place, turn, false)));
        }
        var late = counts.stream().mapToInt(BoardStore.Count::late).sum();
        columns.add(new Board.Column(LATE, late, column(LATE, first, shown), Filter.of(place, null, true)));
        var from = today.plusDays(1).minusMonths(MONTHS);
        return new Board(
                sum(counts, c -> c.stage().work()),
                late,
                columns,
                villages(township, counts, today),
                figures.load(place, today, caller).stream()
                        .sorted(Comparator.comparing(Load::desk))
                        .toList(),
                Tally.sum(figures.tally(place, from, today.plusDays(1), caller)),
                CallTally.sum(figures.calls(place, from, today.plusDays(1), caller)));
    }

    private Map<UUID, Lines.CaseLine> lines(List<BoardStore.First> first, LocalDate today, Caller caller) {
        var ids = first.stream().map(BoardStore.First::id).distinct().toList();
        return lines.of(cases.byId(ids, caller), today).stream()
                .collect(Collectors.toMap(line -> line.one().id(), Function.identity()));
    }

    private static List<Lines.CaseLine> column(
            String name, List<BoardStore.First> first, Map<UUID, Lines.CaseLine> shown) {
        return first.stream()
                .filter(one -> one.columnName().equals(name))
                .flatMap(one -> Stream.ofNullable(shown.get(one.id())))
                .toList();
    }

    private List<Board.Village> villages(Division township, List<BoardStore.Count> counts, LocalDate today) {
        return divisions.children(township, today).stream()
                .map(village -> {
                    var code = village.code();
                    var own = counts.stream()
                            .filter(c -> c.place() == code.value())
                            .toList();
                    return new Board.Village(
                            village.name(),
                            sum(own, c -> c.stage().work()),
                            own.stream().mapToInt(BoardStore.Count::late).sum(),
                            Filter.of(code, Turn.OPEN, false),
                            Filter.of(code, null, true));
                })
                .toList();
    }

    private static int sum(List<BoardStore.Count> counts, Predicate<BoardStore.Count> which) {
        return counts.stream().filter(which).mapToInt(BoardStore.Count::cases).sum();
    }
}
