package lianxin.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.platform.Initials;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what happens to households. The caller holds the row (see {@link HouseholdStore#locked}). */
@Repository
class HouseholdChanges {

    private final JdbcClient sql;

    HouseholdChanges(JdbcClient sql) {
        this.sql = sql;
    }

    Map<String, NeedCategory> categories() {
        return sql.sql("""
                        select code, name_zh, name_en, legal_basis
                          from registry.need_category
                         where until = 'infinity'
                         order by since, code
                        """).query(NeedCategory.class).list().stream()
                .collect(Collectors.toMap(
                        NeedCategory::code, Function.identity(), (a, _) -> a, java.util.LinkedHashMap::new));
    }

    /** The day from which the household is as it is now. */
    LocalDate factsSince(Household household) {
        return sql.sql("""
                select greatest(:since, max(valid_to))
                  from registry.household_past
                 where household = :household
                """)
                .param("since", household.since())
                .param("household", household.id())
                .query(LocalDate.class)
                .single();
    }

    /** Writes the household unless its key is taken; says whether it was written. */
    boolean add(UUID id, String key, UUID village, long place, HouseholdFacts facts, LocalDate since) {
        return sql.sql("""
                insert into registry.household (id, key, village, place, group_no, head, initials, size, needs, since)
                values (:id, :key, :village, :place, :group, :head, :initials, :size, :needs, :since)
                on conflict (key) do nothing
                """)
                        .param("id", id)
                        .param("key", key)
                        .param("village", village)
                        .param("place", place)
                        .param("group", facts.group())
                        .param("head", facts.head())
                        .param("initials", Initials.ofPerson(facts.head()))
                        .param("size", facts.size())
                        .param("needs", codes(facts.needs()))
                        .param("since", since)
                        .update()
                == 1;
    }

    /** Keeps how it was until {@code day}, unless it was so for less than a day. */
    void remember(Household before, LocalDate from, LocalDate day) {
        sql.sql("""
                insert into registry.household_past (household, valid_from, valid_to, village, place, group_no, head, size)
                select :household, :from, :day, :village, :place, :group, :head, :size
                 where :from < :day
                """)
                .param("household", before.id())
                .param("from", from)
                .param("day", day)
                .param("village", before.village())
                .param("place", before.place())
                .param("group", before.group())
                .param("head", before.head())
                .param("size", before.size())
                .update();
    }

    void describe(Household before, HouseholdFacts facts) {
        sql.sql("""
                update registry.household
                   set head = :head, initials = :initials, group_no = :group, size = :size, needs = :needs, version = version + 1
                 where id = :id
                """)
                .param("id", before.id())
                .param("head", facts.head())
                .param("initials", Initials.ofPerson(facts.head()))
                .param("group", facts.group())
                .param("size", facts.size())
                .param("needs", codes(facts.needs()))
                .update();
    }

    void resize(Household before, int size) {
        sql.sql("update registry.household set size = :size, version = version + 1 where id = :id")
                .param("id", before.id())
                .param("size", size)
                .update();
    }

    void move(Household before, UUID village, long place, int group) {
        sql.sql("""
                update registry.household
                   set village = :village, place = :place, group_no = :group, version = version + 1
                 where id = :id
                """)
                .param("id", before.id())
                .param("village", village)
                .param("place", place)
                .param("group", group)
                .update();
        sql.sql("update registry.household_need set place = :place where household = :id")
                .param("id", before.id())
                .param("place", place)
                .update();
    }

    /** Closes the household; its needs are no longer anybody's business. */
    void end(Household before, String how, LocalDate day) {
        sql.sql("""
                update registry.household
                   set until = :day, ended = :how, needs = '{}', version = version + 1
                 where id = :id
                """)
                .param("id", before.id())
                .param("day", day)
                .param("how", how)
                .update();
        sql.sql("delete from registry.household_need where household = :id")
                .param("id", before.id())
                .update();
    }

    /** Replaces its needs; one that stays keeps the day it began. */
    void need(UUID household, long place, List<Need> needs, LocalDate day) {
        sql.sql("delete from registry.household_need where household = :household and category <> all(:kept)")
                .param("household", household)
                .param("kept", codes(needs))
                .update();
        sql.sql("""
                insert into registry.household_need as n (household, category, legal_basis, since, review_on, place)
                select :household, c.code, c.legal_basis, :day, f.review_on, :place
                  from unnest(:codes::text[], :reviews::date[]) as f (code, review_on)
                  join registry.need_category c on c.code = f.code
                on conflict (household, category) do update
                   set review_on = excluded.review_on
                """)
                .param("household", household)
                .param("place", place)
                .param("day", day)
                .param("codes", needs.stream().map(Need::category).toArray(String[]::new))
                .param(
                        "reviews",
                        needs.stream().map(n -> n.reviewOn().toString()).toArray(String[]::new))
                .update();
    }

    void needsGoAlong(Household from, Household into) {
        sql.sql("""
                insert into registry.household_need (household, category, legal_basis, since, review_on, place)
                select :into, category, legal_basis, since, review_on, place
                  from registry.household_need
                 where household = :from
                on conflict (household, category) do nothing
                """).param("from", from.id()).param("into", into.id()).update();
        sql.sql("""
                update registry.household
                   set needs = array(select category from registry.household_need where household = :into order by category)
                 where id = :into
                """).param("into", into.id()).update();
    }

    void descend(String kind, UUID predecessor, UUID successor, long place, LocalDate day, UUID by, Instant at) {
        sql.sql("""
                insert into registry.household_lineage (day, kind, predecessor, successor, place, by_whom, at)
                values (:day, :kind, :predecessor, :successor, :place, :by, :at)
                """)
                .param("day", day)
                .param("kind", kind)
                .param("predecessor", predecessor)
                .param("successor", successor)
                .param("place", place)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String[] codes(List<Need> needs) {
        return needs.stream().map(Need::category).sorted().toArray(String[]::new);
    }
}
