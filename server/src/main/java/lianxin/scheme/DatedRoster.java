package lianxin.scheme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.roster.Merged;
import lianxin.roster.RosterKeeper;
import org.springframework.context.ApplicationEventPublisher;

/** A roster of decisions that hold from a day on, perhaps until another, after a document: they are ended, never rewritten. */
abstract class DatedRoster implements RosterKeeper {

    static final Field SOURCE = Field.perhaps("source", "''");
    static final Field SINCE = new Field("since", "coalesce(s.since, e.since)", "e.since", "{it}::text");
    static final Field UNTIL = new Field(
            "until",
            "coalesce(s.until, e.until, 'infinity')",
            "coalesce(e.until, 'infinity')",
            "nullif({it}, 'infinity')::text");

    private final RulesChanged.What loaded;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    DatedRoster(RulesChanged.What loaded, ApplicationEventPublisher house, Clock clock) {
        this.loaded = loaded;
        this.house = house;
        this.clock = clock;
    }

    /** Those that hold or will hold, of each the first. */
    @Override
    public String entries() {
        return """
                (select distinct on ({identity}) *
                   from {table}
                  where until > :day and since < until
                  order by {identity}, since)
                """.replace("{identity}", String.join(", ", identity())).replace("{table}", table());
    }

    @Override
    public String faults() {
        return """
                when s.since <> e.since then 'since-another-day'
                when s.until < :day or s.until <= coalesce(s.since, e.since, :day) then 'ends-too-early'
                """;
    }

    @Override
    public String change() {
        return """
                update {table} t
                   set source = coalesce(f.source, t.source), until = coalesce(f.until, t.until),
                       ended_by = case when f.until < 'infinity' then :by else t.ended_by end,
                       ended_at = case when f.until < 'infinity' then now() else t.ended_at end,
                       end_reason = case when f.until < 'infinity' then coalesce(f.source, '') else t.end_reason end,
                       version = t.version + 1
                  from {fit} f
                 where f.what = 'CHANGED' and t.id = f.was and t.version = f.seen
                """.replace("{table}", table());
    }

    @Override
    public List<String> changeable() {
        return List.of("source", "until", "ended_by", "ended_at", "end_reason");
    }

    @Override
    public void tell(UUID load, LocalDate day, Merged merged, Caller caller) {
        house.publishEvent(new RulesChanged(load, caller.id(), clock.instant(), loaded));
    }
}
