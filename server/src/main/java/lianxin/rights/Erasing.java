package lianxin.rights;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.privacy.Catalogue;
import lianxin.privacy.Catalogue.Erased;
import lianxin.privacy.Catalogue.Table;
import lianxin.privacy.Span;
import lianxin.record.Subjects;
import lianxin.registry.Household;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a household’s data out of every table the catalogue names, and makes the record mute about it. What is left is nobody’s: that some household of that
 * village had these contacts. The tree of the record stands.
 */
@Component
class Erasing {

    private final JdbcClient sql;
    private final Holds holds;
    private final Subjects subjects;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Erasing(JdbcClient sql, Holds holds, Subjects subjects, ApplicationEventPublisher house, Clock clock) {
        this.sql = sql;
        this.holds = holds;
        this.subjects = subjects;
        this.house = house;
        this.clock = clock;
    }

    /** Erases the span: SEALED what stands on consent, FAMILY all there is. Refused under a legal hold. */
    @Transactional
    public void erase(Household home, Span span, @Nullable UUID request, UUID by) {
        holds.on(home.id()).ifPresent(source -> {
            throw RightsRefusal.ON_HOLD.because(source);
        });
        Catalogue.ofHouseholds().filter(table -> touched(table, span)).forEach(table -> clear(table, home.id()));
        sql.sql("""
                insert into rights.erased (household, span, place, request, by_whom, at)
                values (:household, :span, :place, :request, :by, :at)
                on conflict (household, span) do update set request = excluded.request, by_whom = excluded.by_whom, at = excluded.at
                """)
                .param("household", home.id())
                .param("span", span.name())
                .param("place", home.place())
                .param("request", request)
                .param("by", by)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        house.publishEvent(new HouseholdErased(home.id(), by, clock.instant(), span));
        if (span == Span.FAMILY) {
            subjects.forget(List.of(home.id()));
        }
    }

    private static boolean touched(Table table, Span span) {
        return span == Span.FAMILY
                || table.columns().stream().anyMatch(column -> column.datum().span() == Span.SEALED);
    }

    /** Names of tables and columns come from our own file; a test holds them against the database. */
    private void clear(Table table, UUID household) {
        var erased = table.columns().stream()
                .filter(column -> column.erased() != Erased.KEPT)
                .toList();
        if (!table.rowsErased() && erased.isEmpty()) {
            return;
        }
        var set = erased.stream()
                .map(column -> column.name() + " = " + nothing(table, column))
                .collect(Collectors.joining(", "));
        sql.sql((table.rowsErased() ? "delete from " + table.name() : "update " + table.name() + " set " + set)
                        + " where " + table.by() + " = :household")
                .param("household", household)
                .update();
    }

    private String nothing(Table table, Catalogue.Column column) {
        if (column.erased() == Erased.RENUMBERED) {
            return "'erased-' || gen_random_uuid()";
        }
        return sql.sql("""
                select case when a.attnotnull then case when t.typcategory = 'A' then '''{}''' else '''—''' end else 'null' end
                  from pg_attribute a
                  join pg_type t on t.oid = a.atttypid
                 where a.attrelid = cast(:table as regclass) and a.attname = :column
                """)
                .param("table", table.name())
                .param("column", column.name())
                .query(String.class)
                .single();
    }
}
