package lianxin.roster;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.roster.RosterKeeper.Field;

/** What all keepers ask of the tables of a load, in their own words. */
final class RosterSql {

    private RosterSql() {}

    /** Puts each row beside the entry it fits, and says what it is: ADDED, CHANGED, SAME or BAD. */
    static String fit(RosterKeeper keeper) {
        var identity = keeper.identity();
        return """
                create unlogged table {fit} as
                select s.*, e.id as was, e.version as seen, e.place as place_before, {moved} as moved, r.fault,
                       case when r.fault is not null then 'BAD'
                            when e.id is null then 'ADDED'
                            when ({said}) is distinct from ({kept}) or {differs} then 'CHANGED'
                            else 'SAME' end as what
                  from (select s.*, row_number() over (partition by {identity} order by line) as copy from {stage} s) s
                  left join {entries} e on {match}
                 cross join lateral (select case when s.copy > 1 then 'twice' {faults} end as fault) r
                """.replace("{moved}", keeper.moved())
                .replace("{said}", each(keeper.fields(), Field::said))
                .replace("{kept}", each(keeper.fields(), Field::kept))
                .replace("{differs}", keeper.differs())
                .replace("{identity}", String.join(", ", identity))
                .replace("{entries}", keeper.entries())
                .replace(
                        "{match}",
                        identity.stream().map(c -> "e." + c + " = s." + c).collect(Collectors.joining(" and ")))
                .replace("{faults}", keeper.faults());
    }

    /** The first rows of what they are: key, {@code before} and {@code after} as texts. */
    static String firsts(RosterKeeper keeper, String what) {
        return """
                select s.key, array[{kept}] as before, array[{said}] as after
                  from {fit} s
                  left join {table} e on e.id = s.was
                 where s.what = '{what}'
                 order by s.line
                 limit :limit
                """.replace("{kept}", each(shown(keeper), f -> text(f, f.kept())))
                .replace("{said}", each(shown(keeper), f -> text(f, f.said())))
                .replace("{table}", keeper.table())
                .replace("{what}", what);
    }

    /** Gives changed entries their old values back. */
    static String restore(RosterKeeper keeper) {
        return """
                update {table} t
                   set {columns}, version = t.version + 1
                  from {before} c
                 cross join lateral jsonb_populate_record(null::{table}, c.before) b
                 where t.id = c.subject
                """.replace("{table}", keeper.table())
                .replace("{columns}", each(keeper.changeable(), c -> c + " = b." + c));
    }

    static List<Field> shown(RosterKeeper keeper) {
        return keeper.fields().stream().filter(f -> f.name() != null).toList();
    }

    private static String text(Field field, String value) {
        return "coalesce(" + field.shown().replace("{it}", value) + ", '')";
    }

    private static <T> String each(List<T> all, Function<T, String> how) {
        return all.stream().map(how).collect(Collectors.joining(", "));
    }
}
