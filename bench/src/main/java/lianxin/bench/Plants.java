package lianxin.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Mistakes a server might make, planted into what it left: a checker that does not find each of them proves nothing. What is planted in the database is taken back;
 * the journals are copies.
 */
final class Plants {

    /** Bugs and what they leave behind. {@code «item»} is an acknowledged visit. */
    private static final Map<String, String> BUGS = new LinkedHashMap<>();

    static {
        BUGS.put("acknowledged before the commit, which failed", """
                delete from phone.receipt where id = '«item»'; delete from visit.visit where id = '«item»'""");
        BUGS.put("no unique key, and applied twice", """
                alter table visit.visit drop constraint visit_pkey cascade;
                insert into visit.visit select * from visit.visit where id = '«item»'""");
        BUGS.put("kept again under another name", """
                insert into visit.visit (id, household, place, cadre, by_whom, contact, way, met, finding, topics, words, seen_at, told_at, recorded_at)
                select uuidv7(), household, place, cadre, by_whom, contact, way, met, finding, topics, words, seen_at, told_at, recorded_at
                  from visit.visit where id = '«item»'""");
        BUGS.put("the record written after the commit, by a server killed between", """
                delete from record.leaf where what = 'VisitsKept' and xid::text::bigint % 4294967296 =
                    (select xmin::text::bigint from visit.visit where id = '«item»')""");
        BUGS.put("the receipt written in a transaction of its own", """
                update phone.receipt set at = at where id = '«item»'""");
        BUGS.put("kept with other words than were sent", """
                update visit.visit set words = words || '？' where id = '«item»'""");
        BUGS.put("kept, and the books not told", """
                update phone.entry set hash = hash + 1 where household = (select household from visit.visit where id = '«item»')""");
        BUGS.put("never answered, and stranded on the phone", "");
    }

    private Plants() {}

    /** What the checker finds of each bug, by its name. {@code keeper} may do everything in the database. */
    static Map<String, List<String>> found(Map<String, List<String[]>> phones, Connection keeper) throws SQLException {
        var found = new LinkedHashMap<String, List<String>>();
        var item = phones.values().stream()
                .flatMap(List::stream)
                .filter(line -> line[0].equals("A"))
                .findFirst()
                .orElseThrow()[1];
        keeper.setAutoCommit(false);
        for (var bug : BUGS.entrySet()) {
            try {
                Fleet.run(keeper, "set local session_replication_role = replica");
                if (!bug.getValue().isEmpty()) {
                    Fleet.run(keeper, bug.getValue().replace("«item»", item));
                }
                found.put(
                        bug.getKey(),
                        Checker.faults(bug.getValue().isEmpty() ? without(phones, item) : phones, keeper));
            } finally {
                keeper.rollback();
            }
        }
        return found;
    }

    private static Map<String, List<String[]>> without(Map<String, List<String[]>> phones, String item) {
        return phones.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, phone -> {
            var lines = new ArrayList<>(phone.getValue());
            lines.removeIf(line -> line[0].equals("A") && line[1].equals(item));
            return lines;
        }));
    }
}
