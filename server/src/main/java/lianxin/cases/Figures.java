package lianxin.cases;

import java.time.LocalDate;
import java.util.List;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.region.DivisionCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What handlers say and what households say, side by side; and what will be due. */
@Service
public class Figures {

    private static final int DAYS_AHEAD = 7;

    private final AnswerStore answers;
    private final LoadStore loads;

    Figures(AnswerStore answers, LoadStore loads) {
        this.answers = answers;
        this.loads = loads;
    }

    /** By category, of cases replied to from {@code from} up to but not including {@code to}. */
    @Transactional(readOnly = true)
    public List<Tally> tally(DivisionCode place, LocalDate from, LocalDate to, Caller caller) {
        caller.may(Right.OVERVIEW_READ, place);
        return answers.tally(place.ground(), from, to);
    }

    /** The same of those who were drawn by lot. */
    @Transactional(readOnly = true)
    public List<CallTally> calls(DivisionCode place, LocalDate from, LocalDate to, Caller caller) {
        caller.may(Right.OVERVIEW_READ, place);
        return answers.calls(place.ground(), from, to);
    }

    /** How much each desk has, how much of it is late, and how much falls due within a week, the most due first. */
    @Transactional(readOnly = true)
    public List<Load> load(DivisionCode place, LocalDate today, Caller caller) {
        caller.may(Right.OVERVIEW_READ, place);
        return loads.on(place.ground(), today, today.plusDays(DAYS_AHEAD));
    }
}
