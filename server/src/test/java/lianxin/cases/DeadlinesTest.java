package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import lianxin.calendar.WorkCalendar;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.annotation.Transactional;

/** Deadlines and their cards against a table of 2012 to 2026 that was computed apart, by {@code deadlines.py} beside it. */
@SpringBootTest
@Transactional
class DeadlinesTest {

    @Autowired
    WorkCalendar calendar;

    @Autowired
    Terms terms;

    @Test
    void theyAreThoseOfTheTable() throws IOException {
        calendar.loadBundled();
        var lines = new ClassPathResource("lianxin/cases/deadlines.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .toList();
        assertThat(lines).hasSizeGreaterThan(2_000);
        for (var line : lines) {
            var cells = line.split(",");
            assertThat(terms.due(LocalDate.parse(cells[0]), Integer.parseInt(cells[1])))
                    .as(line)
                    .isEqualTo(
                            new Due(LocalDate.parse(cells[2]), LocalDate.parse(cells[3]), LocalDate.parse(cells[4])));
        }
    }

    @Test
    void waterWaitsShorterThanARoad() {
        var day = LocalDate.of(2026, 3, 2);
        assertThat(terms.term("WATER_POWER", day).handleDays())
                .isLessThan(terms.term("ROAD", day).handleDays());
        assertThat(terms.term("ROAD", day).source()).contains("十五个工作日");
    }
}
