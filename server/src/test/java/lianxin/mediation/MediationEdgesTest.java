package lianxin.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lianxin.access.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What the database itself does not let be, whoever writes: past the service, in SQL. */
@SpringBootTest
@Transactional
class MediationEdgesTest {

    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired
    JdbcClient sql;

    @Autowired
    JdbcTemplate plain;

    @Autowired
    Accounts accounts;

    @Autowired
    Mediations mediations;

    MediationCast cast;

    @BeforeEach
    void people() {
        cast = MediationCast.on(sql, accounts, mediations);
    }

    /** Runs it under a savepoint and says which rule it broke; nothing when it was let. */
    String broken(Runnable deed) {
        plain.execute("savepoint before");
        try {
            deed.run();
            plain.execute("rollback to savepoint before");
            return "";
        } catch (DataAccessException e) {
            plain.execute("rollback to savepoint before");
            return String.valueOf(e.getMostSpecificCause().getMessage());
        }
    }

    void open() {
        sql.sql("select set_config('mediation.reader', 'house', true)")
                .query(String.class)
                .single();
    }

    /** A matter that stands anywhere, put there along the edges with all that they ask for. */
    UUID at(State state) {
        return switch (state) {
            case CLUE -> cast.clue("LAND");
            case OFFERED -> cast.offered("LAND");
            case MEDIATING -> cast.mediating("LAND");
            case AGREED_WRITTEN -> cast.agreed("LAND");
            default -> moved(state);
        };
    }

    UUID moved(State state) {
        var from = switch (state) {
            case APPLIED -> State.CLUE;
            case CONSENTED, REFUSED -> State.OFFERED;
            case AGREED_ORAL, FAILED, WITHDRAWN, REFERRED -> State.MEDIATING;
            case PERFORMING -> State.AGREED_WRITTEN;
            case PERFORMED, BREACHED -> State.PERFORMING;
            case ARCHIVED -> State.REFERRED;
            default -> throw new AssertionError(state);
        };
        var matter = at(from);
        open();
        if (state == State.CONSENTED) {
            sql.sql("update mediation.party set consent = 'GIVEN', consent_on = :day where matter = :m")
                    .param("day", DAY)
                    .param("m", matter)
                    .update();
        }
        move(matter, state);
        return matter;
    }

    void move(UUID matter, State to) {
        sql.sql("""
                update mediation.matter set state = :to,
                       effect_on = case when :to like 'AGREED%' then coalesce(effect_on, :day) else effect_on end,
                       perform_by = case when :to like 'AGREED%' then coalesce(perform_by, :day) else perform_by end
                 where id = :m
                """).param("to", to.name()).param("day", DAY).param("m", matter).update();
    }

    @Test
    void theTableOfEdgesIsTheListOfEdges() {
        var table = sql.sql("select life || ' ' || before || ' ' || after from mediation.edge")
                .query(String.class)
                .list();
        var list = new ArrayList<String>();
        Life.MATTER.forEach((from, all) -> all.forEach(to -> list.add("MATTER " + from + " " + to)));
        Life.CONFIRMATION.forEach((from, all) -> all.forEach(to -> list.add("CONFIRMATION " + from + " " + to)));
        assertThat(table).containsExactlyInAnyOrderElementsOf(list);
        assertThatThrownBy(() -> sql.sql("insert into mediation.edge values ('MATTER', 'REFUSED', 'MEDIATING')")
                        .update())
                .as("the application adds no edge")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void everyEdgeThatIsNotThereIsRefused() {
        for (var from : State.values()) {
            var matter = at(from);
            open();
            for (var to : State.values()) {
                var why = broken(() -> move(matter, to));
                if (from == to || Life.leads(from, to)) {
                    assertThat(why)
                            .as("%s to %s", from, to)
                            .doesNotContain("a_matter_follows_its_edges", "no such edge");
                } else {
                    assertThat(why).as("%s to %s", from, to).contains("no such edge");
                }
            }
        }
    }

    @Test
    void everyEdgeOfTheConfirmationThatIsNotThereIsRefused() {
        for (var path : List.of(
                List.<Confirmation>of(),
                List.of(Confirmation.APPLIED),
                List.of(Confirmation.APPLIED, Confirmation.ACCEPTED),
                List.of(Confirmation.APPLIED, Confirmation.ACCEPTED, Confirmation.CONFIRMED),
                List.of(Confirmation.APPLIED, Confirmation.REFUSED),
                List.of(Confirmation.APPLIED, Confirmation.WITHDRAWN))) {
            var matter = cast.agreed("LAND");
            open();
            path.forEach(step -> confirm(matter, step, MediationCast.TODAY));
            var from = path.isEmpty() ? Confirmation.NONE : path.getLast();
            for (var to : Confirmation.values()) {
                var why = broken(() -> confirm(matter, to, MediationCast.TODAY));
                if (from == to || Life.leads(from, to)) {
                    assertThat(why).as("%s to %s", from, to).isEmpty();
                } else {
                    assertThat(why).as("%s to %s", from, to).contains("no such edge");
                }
            }
        }
        var young = cast.mediating("LAND");
        open();
        assertThat(broken(() -> confirm(young, Confirmation.APPLIED, MediationCast.TODAY)))
                .isNotEmpty();
    }

    void confirm(UUID matter, Confirmation to, LocalDate on) {
        sql.sql("update mediation.matter set confirmation = :to, confirmation_on = :on where id = :m")
                .param("to", to.name())
                .param("on", on)
                .param("m", matter)
                .update();
    }

    @Test
    void theDatabaseKeepsTheLaw() {
        var offered = cast.offered("LAND");
        open();
        assertThat(broken(() -> move(offered, State.CONSENTED))).contains("not all consent");
        var agreed = cast.agreed("LAND");
        open();
        assertThat(broken(() -> confirm(agreed, Confirmation.APPLIED, MediationCast.TODAY.plusDays(30))))
                .isEmpty();
        assertThat(broken(() -> confirm(agreed, Confirmation.APPLIED, MediationCast.TODAY.plusDays(31))))
                .contains("too late");
        for (var kind : MediationRules.NEVER_CONFIRMED) {
            var never = cast.agreed(kind);
            open();
            assertThat(broken(() -> confirm(never, Confirmation.APPLIED, MediationCast.TODAY)))
                    .contains("identity_adoption_and_marriage_are_never_confirmed");
        }
        var mediating = cast.mediating("LAND");
        open();
        assertThat(broken(() -> move(mediating, State.AGREED_WRITTEN))).contains("not all signed");
        assertThat(broken(() -> consent(mediating, "ASKED"))).contains("too late");
        assertThat(broken(() -> sql.sql(
                                "insert into mediation.party (id, matter, place, position, consent) values (:id, :m, :place, 9, 'ASKED')")
                        .param("id", UUID.randomUUID())
                        .param("m", mediating)
                        .param("place", cast.county().code(1))
                        .update()))
                .contains("too late");
        move(mediating, State.FAILED);
        for (var deed : Deed.values()) {
            var why = broken(() -> step(mediating, deed, "FAILED"));
            if (deed == Deed.REMEDIES_TOLD || deed == Deed.ARCHIVED) {
                assertThat(why).as("%s", deed).isEmpty();
            } else {
                assertThat(why).as("%s", deed).contains("it has ended");
            }
        }
        assertThat(broken(() -> move(mediating, State.ARCHIVED))).contains("not told");
        assertThat(broken(() -> step(mediating, Deed.REMEDIES_TOLD, "MEDIATING")))
                .contains("another state");
    }

    void consent(UUID matter, String consent) {
        sql.sql("update mediation.party set consent = :c, consent_on = null where matter = :m")
                .param("c", consent)
                .param("m", matter)
                .update();
    }

    void step(UUID matter, Deed deed, String before) {
        sql.sql("""
                insert into mediation.step (id, matter, place, deed, on_day, before, after, by_whom, at)
                values (:id, :m, :place, :deed, :day, :before, :before, :id, now())
                """)
                .param("id", UUID.randomUUID())
                .param("m", matter)
                .param("place", cast.county().code(1))
                .param("deed", deed.name())
                .param("day", DAY)
                .param("before", before)
                .update();
    }

    @Test
    void whatWasDoneIsNotRewritten() {
        var matter = cast.offered("LAND");
        open();
        for (var deed : List.of(
                "update mediation.step set deed = 'BEGUN'",
                "delete from mediation.step",
                "update mediation.matter set kind = 'OTHER'",
                "update mediation.matter set place = place + 1",
                "delete from mediation.matter",
                "delete from mediation.mediator")) {
            assertThat(broken(() -> sql.sql(deed).update())).as(deed).contains("permission denied");
        }
        assertThat(cast.story(matter).steps()).hasSize(4);
    }

    @Test
    void nothingIsPaidHere() {
        assertThat(sql.sql("""
                select column_name from information_schema.columns
                 where table_schema = 'mediation' and column_name ~ '(fee|pay|price|cost|amount|money|charge)'
                """).query(String.class).list()).isEmpty();
    }
}
