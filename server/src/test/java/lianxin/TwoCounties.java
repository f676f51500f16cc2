package lianxin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.region.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two counties that have nothing to do with each other, and everybody there is in the first. Whatever belongs to the second, but for the map, bears a canary's name. */
record TwoCounties(JdbcClient sql, Accounts accounts) {

    static final String OURS = "370827000000";
    static final String THEIRS = "370828000000";
    static final String CANARY = "金丝雀";

    /** Written into every name, key and reason of the second county. */
    static final List<String> CANARIES = List.of(CANARY, "CANARY", "canary");

    /** What there is one of in each county. */
    static final List<String> KINDS = List.of(
            "unit",
            "cadre",
            "household",
            "import",
            "run",
            "match",
            "adoption",
            "draft",
            "exclusion",
            "request",
            "held",
            "occasion",
            "case",
            "list",
            "matter",
            "complaint",
            "deed",
            "batch",
            "hook");

    /** Makes both, and says how each kind of thing of the second county is called in an address. */
    Map<String, String> make() {
        place(OURS.substring(0, 4) + "00000000", "某市", "CITY", null);
        county(OURS, "本县", "OURS");
        var theirs = county(THEIRS, CANARY, "CANARY");
        for (var role : Role.values()) {
            accounts.open(
                    login(role),
                    "x",
                    role.name(),
                    role,
                    DivisionCode.of(OURS).ground(),
                    role == Role.UNIT ? id("unit", OURS) : null,
                    role == Role.CADRE ? id("cadre", OURS) : null);
        }
        return theirs;
    }

    static String login(Role role) {
        return "matrix-" + role.name().toLowerCase().replace('_', '-');
    }

    private static UUID id(String kind, String county) {
        return UUID.nameUUIDFromBytes((kind + county).getBytes());
    }

    private Map<String, String> county(String county, String name, String key) {
        var code = Long.parseLong(county);
        var village = code + 100_201;
        place(county, "县", "COUNTY", OURS.substring(0, 4) + "00000000");
        place(Long.toString(code + 100_000), "镇", "TOWNSHIP", county);
        place(Long.toString(village), "村", "VILLAGE", Long.toString(code + 100_000));
        write(
                "insert into staff.unit (id, key, name, level, kind, place, since) values (:unit, :key || '-U', :name, 'COUNTY', 'GOVERNMENT', :place, '2020-01-01')",
                county,
                name,
                key,
                code);
        write(
                "insert into staff.cadre (id, key, unit, place, name, initials, post, rank, phone, since) values (:cadre, :key || '-C', :unit, :place, :name, 'x', '科员', 'STAFF', '0537-0000000', '2020-01-01')",
                county,
                name,
                key,
                code);
        write(
                "insert into registry.household (id, key, village, place, head, initials, size, since) values (:household, :key || '-H', :village, :place, :name, 'x', 3, '2020-01-01')",
                county,
                name,
                key,
                village);
        write(
                "insert into pairing.pairing (household, since, cadre, place, reason, by_whom) values (:household, '2020-02-01', :cadre, :place, 'PLAN_ADOPTED', :unit)",
                county,
                name,
                key,
                village);
        write(
                "insert into scheme.exclusion (id, household, cadre, place, reason, since, by_whom) values (:exclusion, :household, :cadre, :place, :name, '2020-02-01', :unit)",
                county,
                name,
                key,
                village);
        write(
                "insert into card.card (household, version, cadre, place, code, issued_on, by_whom) values (:household, 1, :cadre, :place, :key || '-code', '2026-01-01', :unit)",
                county,
                name,
                key,
                village);
        write(
                "insert into intake.import (id, roster, file_name, sha256, bytes, state, lo, hi, by_whom) values (:import, 'UNITS', :key || :name || '.xlsx', '-', 1, 'CHECKED', :place, :place + 1000000, :unit)",
                county,
                name,
                key,
                code);
        write(
                "insert into proposal.run (id, lo, hi, day, scheme, state, by_whom, asked_at) select :run, :place, :place + 1000000, '2026-01-01', id, 'INFEASIBLE', :unit, now() from scheme.scheme limit 1",
                county,
                name,
                key,
                code);
        write(
                "insert into matching.run (id, lo, hi, day, scheme, state, by_whom, asked_at) select :match, :place, :place + 1000000, '2026-01-01', id, 'INFEASIBLE', :unit, now() from scheme.scheme limit 1",
                county,
                name,
                key,
                code);
        write(
                "insert into matching.adoption (id, run, lo, hi, day, source, changed, by_whom, at) values (:adoption, :match, :place, :place + 1000000, '2026-01-01', :name, 1, :unit, now())",
                county,
                name,
                key,
                code);
        write(
                "insert into region.draft (id, source, day, sha256, file, by_whom, lo, hi) values (:draft, :name, '2027-01-01', '-', ''::bytea, :unit, :place, :place + 1000000)",
                county,
                name,
                key,
                code);
        write(
                "insert into scheme.unit_ground (unit, lo, hi, since, source, by_whom) values (:unit, :place, :place + 1, '2020-01-01', :name, :unit)",
                county,
                name,
                key,
                village);
        write(
                "insert into rights.request (id, household, place, kind, asker, channel, received_on, due_on, state, received_by, received_at, handled_by, handled_at, reason) values (:request, :household, :place, 'COPY', 'SELF', 'VISIT', '2026-01-05', '2026-01-26', 'REFUSED', :unit, now(), :unit, now(), :name)",
                county,
                name,
                key,
                village);
        write(
                "insert into phone.receipt (id, digest, account, device, answer, at) values (:held, sha256('x'), :unit, :unit, 'quarantined', now())",
                county,
                name,
                key,
                village);
        write(
                "insert into phone.held (id, account, place, household, kind, doubt, seen_at, told_at, sealed, key, at, state, question) values (:held, :unit, :place, :household, 'visit', 'FUTURE', now(), now(), '', 1, now(), 'KEPT', :name)",
                county,
                name,
                key,
                village);
        write(
                "insert into visit.occasion (id, household, place, kind, happened_on, due_on, review_on, basis, by_whom, at) values (:occasion, :household, :place, 'ILLNESS', '2026-01-05', '2026-01-12', '2026-03-12', 'VILLAGE', :unit, now())",
                county,
                name,
                key,
                village);
        write(
                "insert into visit.visit (id, household, place, by_whom, contact, way, met, finding, topics, words, seen_at, told_at, recorded_at) values (:held, :household, :place, :unit, false, 'HOME', 'HEAD', 'WELL', '{}', :name, now(), now(), now())",
                county,
                name,
                key,
                village);
        sql.sql("select set_config('mediation.reader', 'house', true)")
                .query(String.class)
                .single();
        write(
                "insert into mediation.matter (id, place, year, number, kind, origin, state, since, clue_on, noted_by, at) values (:matter, :place, 2026, 1, 'LAND', 'ASKED', 'CLUE', '2026-01-05', '2026-01-05', :unit, now())",
                county,
                name,
                key,
                village);
        sql.sql("select set_config('complaint.reader', 'house', true)")
                .query(String.class)
                .single();
        write(
                "insert into complaint.complaint (id, number, place, origin, state, since, by_whom, at) values (:complaint, 'C2601-' || lpad(abs(hashtext(:name) % 1000000)::text, 6, '0'), :place, 'TOLD', 'RECEIVED', now(), :unit, now())",
                county, name, key, village);
        write(
                "insert into cases.issue (id, number, kind, category, place, household, channel, words, heard_by, heard_at, opened_at, stage, stage_since, level) values (:case, '2601-' || lpad(abs(hashtext(:name) % 1000000)::text, 6, '0'), 'SERVICE', 'ROAD', :place, :household, 'CLERK', :name, :unit, now(), now(), 'NEW', now(), 'TOWNSHIP')",
                county, name, key, village);
        write(
                "insert into cases.list (id, lo, hi, source, file_name, refused, read_by, read_at) values (:list, :place, :place + 1, :name, :name, 0, :unit, now())",
                county,
                name,
                key,
                village);
        write(
                "insert into cases.entry (id, list, row_no, place, household, kind, category, said, words, number, mark) values (:list, :list, 2, :place, :household, 'SERVICE', '', false, :name, :key, repeat('0', 64))",
                county,
                name,
                key,
                village);
        write(
                "insert into deeds.deed (id, lo, hi, promiser, title, words, promised_on, due_on, promised_by, stage, stage_since, moved_by) values (:deed, :place, :place + 1, 'VILLAGE', :name, :name, '2026-01-05', '2026-12-31', :unit, 'PROMISED', now(), :unit)",
                county,
                name,
                key,
                village);
        write(
                "insert into benefits.batch (id, lo, hi, source, file_name, lines, read_by, read_at) values (:batch, :place, :place + 1, :name, :name, 1, :unit, now())",
                county,
                name,
                key,
                village);
        write(
                "insert into benefits.benefit (id, batch, household, place, kind, policy, arrived_on) values (:batch, :batch, :household, :place, 'SUBSIDY', :name, '2026-01-05')",
                county,
                name,
                key,
                village);
        write(
                "insert into cases.draw (id, lo, hi, day, seed, population, wanted, drawn, by_whom, at) values (:held, :place, :place + 1, '2026-01-05', repeat('0', 64), 0, 1, 0, :unit, now())",
                county,
                name,
                key,
                village);
        write(
                "insert into open311.hook (id, name, address, lo, hi, sealed, key, since, by_whom, next_at) values (:hook, :name, 'https://x.example/' || :key, :place, :place + 1, '\\x00', 1, now(), :unit, now())",
                county,
                name,
                key,
                village);
        write(
                "insert into open311.delivery (id, hook, issue, place, number, body, at, done_at) values (:hook, :hook, :case, :place, :key, '{}', now(), now())",
                county,
                name,
                key,
                village);
        var called = new HashMap<String, String>();
        KINDS.forEach(kind -> called.put(kind, id(kind, county).toString()));
        called.put("county", county);
        called.put("village", Long.toString(village));
        return called;
    }

    private void place(String code, String name, String level, @Nullable String parent) {
        sql.sql(
                        "insert into region.release (id, source, as_of, by_whom) values (:id, 's', '2019-01-01', :id) on conflict do nothing")
                .param("id", id("release", ""))
                .update();
        sql.sql("insert into region.division (id, level) values (:id, :level)")
                .param("id", id("place", code))
                .param("level", level)
                .update();
        sql.sql("""
                insert into region.division_version (division, since, code, name, initials, kind, parent, release)
                values (:id, '2019-01-01', :code::bigint, :name, 'x', :kind, :parent, :release)
                """)
                .param("id", id("place", code))
                .param("code", code)
                .param("name", name)
                .param(
                        "kind",
                        switch (level) {
                            case "CITY" -> "PREFECTURE";
                            case "VILLAGE" -> "VILLAGE_COMMITTEE";
                            default -> level;
                        })
                .param("parent", parent == null ? null : id("place", parent))
                .param("release", id("release", ""))
                .update();
    }

    private void write(String statement, String county, String name, String key, long place) {
        var all = sql.sql(statement);
        for (var kind : KINDS) {
            all = statement.contains(":" + kind) ? all.param(kind, id(kind, county)) : all;
        }
        all = statement.contains(":village") ? all.param("village", id("place", Long.toString(place))) : all;
        all = statement.contains(":name") ? all.param("name", name) : all;
        all = statement.contains(":key") ? all.param("key", key) : all;
        all = statement.contains(":place") ? all.param("place", place) : all;
        all.update();
    }
}
