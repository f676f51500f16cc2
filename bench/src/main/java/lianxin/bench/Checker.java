package lianxin.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether what phones were promised is so. Knows their journals and asks the database’s tables; shares not a line with the server, so that it cannot be wrong in the
 * same way. What it finds it says, one sentence a fault; nothing to say means that all is well.
 */
final class Checker {

    private final Connection sql;
    private final List<String> faults = new ArrayList<>();

    private Checker(Connection sql) {
        this.sql = sql;
    }

    /** All faults. {@code phones}: each phone’s journal by its holder. */
    static List<String> faults(Map<String, List<String[]>> phones, Connection sql) throws SQLException {
        var checker = new Checker(sql);
        for (var phone : phones.entrySet()) {
            checker.journal(phone.getKey(), phone.getValue());
        }
        checker.database();
        return checker.faults;
    }

    private void journal(String holder, List<String[]> lines) throws SQLException {
        var written = new HashMap<String, String>();
        var answers = new HashMap<String, String>();
        var poison = new HashSet<String>();
        var shown = new HashSet<String>();
        var held = 0L;
        var root = "";
        for (var line : lines) {
            switch (line[0]) {
                case "W" -> written.put(line[1], String.join("\t", line[2], line[3], line[4], line[5]));
                case "P" -> poison.add(line[1]);
                case "A" -> answers.put(line[1], line[2]);
                case "B" -> faults.add("two receipts for %s differ: %s".formatted(line[1], line[2]));
                case "H" -> held ^= Long.parseUnsignedLong(line[2], 16);
                case "V" -> shown.add(line[1]);
                case "R" -> root = line[1];
                default -> throw new IllegalArgumentException(line[0]);
            }
        }
        written.keySet().stream()
                .filter(item -> !answers.containsKey(item))
                .forEach(item -> faults.add("%s waits still on its phone".formatted(item)));
        poison.stream()
                .filter(item -> !"refused".equals(answers.remove(item)))
                .forEach(item -> faults.add("%s makes no sense and was not refused".formatted(item)));
        kept(written, answers, shown);
        books(holder, held, root);
    }

    /** What was acknowledged is there, says what was written, and its receipt says what the phone was told. */
    private void kept(Map<String, String> written, Map<String, String> answers, Set<String> shown) throws SQLException {
        var visits = table("""
                select id::text, concat_ws(E'\\t', household, to_char(told_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                       to_char(seen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), words) from visit.visit""");
        var receipts = table("select id::text, answer from phone.receipt");
        answers.forEach((item, answer) -> {
            if (!answer.equals(receipts.get(item))
                    && !(answer.equals("duplicate") && "accepted".equals(receipts.get(item)))) {
                faults.add("the receipt of %s was %s, and is %s".formatted(item, answer, receipts.get(item)));
            }
            if (!answer.equals("accepted") && !answer.equals("duplicate")) {
                faults.add("%s was not accepted but %s".formatted(item, answer));
                return;
            }
            var visit = visits.get(item);
            if (visit == null) {
                faults.add("%s was acknowledged and is lost".formatted(item));
            } else if (!normal(visit).equals(normal(written.getOrDefault(item, "")))) {
                faults.add("%s says something else than was written: %s, %s".formatted(item, visit, written.get(item)));
            }
            if (!shown.contains(item)) {
                faults.add("%s was acknowledged and is not on its phone".formatted(item));
            }
        });
    }

    /** Java leaves out what is nothing behind the point, PostgreSQL does not. */
    private static String normal(String visit) {
        return visit.replace(".000Z", "Z");
    }

    private void books(String holder, long held, String root) throws SQLException {
        var ours = table(
                        "select holder::text, lpad(to_hex(bit_xor(hash)), 16, '0') from phone.entry where not gone group by holder")
                .get(holder);
        if (!"%016x".formatted(held).equals(root) || !root.equals(ours)) {
            faults.add("the book of %s: the phone holds %016x, was told %s, the database has %s"
                    .formatted(holder, held, root, ours));
        }
    }

    /** What must hold whatever any phone saw. A transaction is known by its number, which each row bears. */
    private void database() throws SQLException {
        none("twice under one name: %s", "select id from visit.visit group by id having count(*) > 1");
        none(
                "twice under two names: %s",
                "select words from visit.visit where words like '第%部第%次' group by words having count(*) > 1");
        none("two receipts: %s", "select id from phone.receipt group by id having count(*) > 1");
        none("visit without a receipt of the same transaction: %s", """
                select v.id from visit.visit v left join phone.receipt r on r.id = v.id and r.xmin = v.xmin
                 where r.id is null and v.words like '第%部第%次'""");
        none("receipt without a visit: %s", """
                select r.id from phone.receipt r left join visit.visit v on v.id = r.id where r.answer = 'accepted' and v.id is null""");
        none("transaction that kept visits without just one leaf about just those households: %s", """
                select v.tx
                  from (select xmin::text::bigint as tx, count(distinct household) as homes
                          from visit.visit where words like '第%部第%次' group by xmin::text::bigint) v
                  left join (select xid::text::bigint % 4294967296 as tx, count(*) as leaves, sum(subjects) as homes
                               from record.leaf where what = 'VisitsKept' group by xid) l using (tx)
                 where l.leaves is distinct from 1 or l.homes <> v.homes""");
        none("leaf about visits nobody kept: %s", """
                select l.id from record.leaf l
                 where l.what = 'VisitsKept'
                   and l.xid::text::bigint % 4294967296 not in (select xmin::text::bigint from visit.visit)""");
        none("leaf without its one place in the tree: %s", """
                select l.id from record.leaf l left join record.entry e on e.leaf = l.id group by l.id having count(e.index) <> 1""");
        none("gap in the tree before %s", """
                select index from (select index, lag(index, 1, -1::bigint) over (order by index) as before from record.entry) e
                 where index <> before + 1""");
    }

    private void none(String fault, String question) throws SQLException {
        try (var ask = sql.createStatement();
                var rows = ask.executeQuery(question)) {
            while (rows.next()) {
                faults.add(fault.formatted(rows.getString(1)));
            }
        }
    }

    private Map<String, String> table(String question) throws SQLException {
        var table = new HashMap<String, String>();
        try (var ask = sql.createStatement();
                var rows = ask.executeQuery(question)) {
            while (rows.next()) {
                table.put(rows.getString(1), rows.getString(2));
            }
        }
        return table;
    }
}
