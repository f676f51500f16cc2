package lianxin.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lianxin.region.Level;
import org.jspecify.annotations.Nullable;

/** The next state of a case, put together from the last one. */
final class Next {

    private final Case from;
    private Kind kind;
    private String category;
    private Stage stage;
    private Instant stageSince;
    private Desk desk;
    private @Nullable Due due;
    private @Nullable LocalDate pausedOn;
    private boolean extended;
    private int returned;
    private int redone;
    private Case.@Nullable Reply reply;
    private @Nullable Voice voice;
    private @Nullable Instant toldAt;
    private @Nullable Level watch;
    private @Nullable UUID mergedInto;

    private Next(Case from) {
        this.from = from;
        kind = from.kind();
        category = from.category();
        stage = from.stage();
        stageSince = from.stageSince();
        desk = from.desk();
        due = from.due();
        pausedOn = from.pausedOn();
        extended = from.extended();
        returned = from.returned();
        redone = from.redone();
        reply = from.reply();
        voice = from.voice();
        toldAt = from.toldAt();
        watch = from.watch();
        mergedInto = from.mergedInto();
    }

    static Next of(Case from) {
        return new Next(from);
    }

    /** To another stage; what was over its time is no more. */
    Next stage(Stage to, Instant at, @Nullable Due until) {
        stage = to;
        stageSince = at;
        due = until;
        pausedOn = null;
        watch = null;
        return this;
    }

    Next sorted(Kind as, String about) {
        kind = as;
        category = about;
        return this;
    }

    Next on(Desk to) {
        desk = to;
        return this;
    }

    Next due(Due until) {
        due = until;
        return this;
    }

    Next paused(@Nullable LocalDate day) {
        pausedOn = day;
        return this;
    }

    Next extended(boolean was) {
        extended = was;
        return this;
    }

    Next returned() {
        returned++;
        return this;
    }

    Next again() {
        redone++;
        extended = false;
        voice = null;
        toldAt = null;
        return this;
    }

    Next reply(Case.Reply said) {
        reply = said;
        voice = null;
        toldAt = null;
        return this;
    }

    Next voice(Voice said) {
        voice = said;
        return this;
    }

    Next told(Instant at) {
        toldAt = at;
        return this;
    }

    Next watchedBy(Level level) {
        watch = level;
        return this;
    }

    Next into(@Nullable UUID other) {
        mergedInto = other;
        return this;
    }

    /** The next state, under the next number. */
    Case done() {
        return new Case(
                from.id(),
                from.number(),
                kind,
                category,
                from.place(),
                from.household(),
                from.visit(),
                from.channel(),
                from.words(),
                from.heardBy(),
                from.heardAt(),
                from.openedAt(),
                stage,
                stageSince,
                desk,
                due,
                pausedOn,
                extended,
                returned,
                redone,
                reply,
                voice,
                toldAt,
                watch,
                mergedInto,
                from.version() + 1);
    }
}
