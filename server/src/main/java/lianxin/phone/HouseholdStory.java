package lianxin.phone;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.cases.Progress;
import lianxin.platform.CountyTime;
import lianxin.visit.Deferral;
import lianxin.visit.Deferrals;
import lianxin.visit.Occasion;
import lianxin.visit.Occasions;
import lianxin.visit.Promise;
import lianxin.visit.Promises;
import lianxin.visit.Turns;
import lianxin.visit.Visit;
import lianxin.visit.Visits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened in households lately, gathered for many at once. */
@Component
class HouseholdStory {

    private final Visits visits;
    private final Occasions occasions;
    private final Promises promises;
    private final Deferrals deferrals;
    private final Progress progress;
    private final Accounts accounts;

    HouseholdStory(
            Visits visits,
            Occasions occasions,
            Promises promises,
            Deferrals deferrals,
            Progress progress,
            Accounts accounts) {
        this.visits = visits;
        this.occasions = occasions;
        this.promises = promises;
        this.deferrals = deferrals;
        this.progress = progress;
        this.accounts = accounts;
    }

    Told of(Collection<UUID> households, LocalDate today, Caller caller) {
        var since = today.minusMonths(Turns.MONTHS);
        var from = since.atStartOfDay(CountyTime.ZONE).toInstant();
        var been = visits.of(households, from);
        var promised = promises.of(households, since);
        var people = Stream.concat(
                        been.values().stream().flatMap(List::stream).map(Visit::by),
                        promised.values().stream().flatMap(List::stream).map(Promise::by))
                .collect(Collectors.toSet());
        return new Told(
                been,
                occasions.of(households, since),
                promised,
                deferrals.of(households, today),
                progress.of(households, from, today),
                accounts.names(people),
                caller.id());
    }

    /** What was gathered. */
    record Told(
            Map<UUID, List<Visit>> been,
            Map<UUID, List<Occasion>> happened,
            Map<UUID, List<Promise>> promised,
            Map<UUID, Deferral> put,
            Map<UUID, List<Progress.Stand>> said,
            Map<UUID, String> names,
            UUID me) {

        @Nullable
        Deferral deferral(UUID household) {
            return put.get(household);
        }

        List<Sync.Seen> visits(UUID household) {
            return been.getOrDefault(household, List.of()).stream()
                    .map(v -> new Sync.Seen(
                            v.id(),
                            name(v.by()),
                            v.by().equals(me),
                            v.way().name(),
                            v.met().name(),
                            v.seenAt(),
                            v.finding().name(),
                            v.topics(),
                            v.words(),
                            need(v),
                            v.corrects(),
                            v.corrected()))
                    .toList();
        }

        List<Sync.Event> occasions(UUID household) {
            return happened.getOrDefault(household, List.of()).stream()
                    .filter(o -> o.closedOn() == null)
                    .map(o -> new Sync.Event(o.id(), o.kind(), o.happenedOn(), o.dueOn(), o.answered()))
                    .toList();
        }

        List<Sync.Promised> promises(UUID household) {
            return promised.getOrDefault(household, List.of()).stream()
                    .map(p -> new Sync.Promised(
                            p.id(), p.need(), p.action(), p.dueOn(), p.doneOn(), p.result(), name(p.by())))
                    .toList();
        }

        List<Sync.Case> cases(UUID household) {
            return said.getOrDefault(household, List.of()).stream()
                    .map(Told::told)
                    .toList();
        }

        private static Sync.Case told(Progress.Stand stand) {
            var said = stand.said();
            var now = stand.now();
            var due = now.due();
            var reply = now.reply();
            var voice = said.voice();
            var category = stand.category();
            return new Sync.Case(
                    said.id(),
                    said.number(),
                    said.visit(),
                    said.heardAt(),
                    category == null
                            ? new Sync.Flag(said.category(), said.category(), said.category())
                            : new Sync.Flag(category.code(), category.zh(), category.en()),
                    said.words(),
                    now.stage().name(),
                    now.stageSince(),
                    stand.desk(),
                    due == null || !now.stage().work() ? null : due.on(),
                    reply == null ? null : new Sync.Reply(reply.outcome().name(), reply.words(), reply.reviewOn()),
                    voice == null ? null : voice.name());
        }

        private String name(UUID account) {
            return names.getOrDefault(account, "");
        }

        private static Sync.@Nullable Need need(Visit visit) {
            return visit.needTopic() == null
                    ? null
                    : new Sync.Need(visit.needTopic(), Objects.requireNonNull(visit.needWords()));
        }
    }
}
