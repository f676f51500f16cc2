package lianxin.deeds;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.Ids;
import lianxin.platform.Words;
import lianxin.region.DivisionCode;
import lianxin.staff.Units;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is promised to places, by whom, and how it stands. */
@Service
public class Deeds {

    /** As many as one page shows. */
    static final int SHOWN = 300;

    private final DeedStore store;
    private final Moves moves;
    private final Units units;
    private final ApplicationEventPublisher house;

    Deeds(DeedStore store, Moves moves, Units units, ApplicationEventPublisher house) {
        this.store = store;
        this.moves = moves;
        this.units = units;
        this.house = house;
    }

    /** The promise as it would hang, without giving it yet. */
    @Transactional(readOnly = true)
    public PromiseDeed preview(PromiseDeed wish, Caller caller) {
        caller.may(Right.DEED_PROMISE, wish.place());
        return DeedRules.sound(wish, moves.today());
    }

    /** Under which name the caller promises. */
    @Transactional(readOnly = true)
    public String name(Caller caller, Words words) {
        var promiser = Promiser.of(caller).orElseThrow(DeedRefusal.NOT_YOUR_PROMISE::because);
        return promiser == Promiser.UNIT ? unitName(caller) : words.t("deeds.promiser." + promiser);
    }

    private String unitName(Caller caller) {
        return DeedRules.shown(
                units.require(Objects.requireNonNull(caller.unit())).name(), DeedRules.NAME, true);
    }

    /** Promises in the name of the post the caller acts in; the same promise sent again changes nothing. */
    @Transactional
    public Deed promise(PromiseDeed wish, Caller caller) {
        caller.may(Right.DEED_PROMISE, wish.place());
        var promiser = Promiser.of(caller).orElseThrow(DeedRefusal.NOT_YOUR_PROMISE::because);
        var sound = DeedRules.sound(wish, moves.today());
        var unit = promiser == Promiser.UNIT ? caller.unit() : null;
        var name = unit == null ? "" : unitName(caller);
        var fresh = store.add(sound, promiser, unit, name, moves.today(), caller.id(), moves.now());
        var kept = require(wish.id(), caller);
        if (fresh) {
            store.step(Ids.next(), kept, "", caller.id(), moves.now());
            house.publishEvent(new DeedPromised(
                    kept.id(), caller.id(), moves.now(), wish.place().value(), promiser));
        } else if (!DeedRules.his(kept, caller)) {
            throw DeedRefusal.NOT_YOUR_PROMISE.because(kept.title());
        }
        return kept;
    }

    /** Whoever promised says that it is done, or takes that back, gives it up with a reason, or says that it is in use again. Never that it is confirmed. */
    @Transactional
    public Deed say(UUID id, int version, Stage stage, String words, Caller caller) {
        caller.may(Right.DEED_PROMISE);
        var before = require(id, caller);
        if (!DeedRules.his(before, caller)) {
            throw DeedRefusal.NOT_YOUR_PROMISE.because(before.title());
        }
        if (before.version() != version) {
            throw DeedRefusal.MOVED.because(before.title());
        }
        if (!Life.his(before).contains(stage)) {
            throw DeedRefusal.NOT_FROM_HERE.because(before.title());
        }
        var said = DeedRules.shown(words, DeedRules.WORDS, stage != Stage.PROMISED);
        moves.move(before, stage, said, caller.id(), moves.today());
        return require(id, caller);
    }

    /** A deed of the caller’s ground; refused with 404 otherwise. */
    @Transactional(readOnly = true)
    public Deed require(UUID id, Caller caller) {
        return store.byId(id)
                .filter(d -> caller.ground().and(d.ground()).lo()
                        < caller.ground().and(d.ground()).hi())
                .orElseThrow(DeedRefusal.NO_SUCH_DEED::because);
    }

    /** What was said of it, in order. */
    @Transactional(readOnly = true)
    public List<Step> history(Deed deed) {
        return store.steps(deed.id());
    }

    /** The deeds of a place and of all that lies in it or above it, the latest first. */
    @Transactional(readOnly = true)
    public List<Deed> at(DivisionCode place, Caller caller) {
        caller.may(Right.OVERVIEW_READ, place);
        return store.on(place.ground(), SHOWN);
    }

    /** How many of them stand where. */
    @Transactional(readOnly = true)
    public Figures figures(DivisionCode place, Caller caller) {
        caller.may(Right.OVERVIEW_READ, place);
        return store.figures(place.ground(), moves.today());
    }

    /** The rule by which households are asked now. */
    public Pace pace() {
        return store.pace(moves.today());
    }
}
