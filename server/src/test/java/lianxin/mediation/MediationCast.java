package lianxin.mediation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.pairing.Cast;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.region.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A county with two villages, whose desks, township and others have accounts; and a dispute of two families about a ridge between fields. */
record MediationCast(Cast county, Accounts accounts, Mediations mediations, Map<String, Caller> people) {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);
    static final String SAID = "两家为地界吵了三天";
    static final String TERMS = "以界石为准，各退一尺";

    static MediationCast on(JdbcClient sql, Accounts accounts, Mediations mediations) {
        var county = Cast.on(sql);
        county.village(1);
        county.village(2);
        var cast = new MediationCast(county, accounts, mediations, new HashMap<>());
        cast.open("village", Role.VILLAGE_COMMITTEE, county.code(1));
        cast.open("neighbour", Role.VILLAGE_COMMITTEE, county.code(2));
        cast.open("township", Role.TOWNSHIP, county.code(1) / 1_000 * 1_000);
        cast.open("secretary", Role.FIRST_SECRETARY, county.code(1));
        cast.open("office", Role.OFFICE, county.county());
        return cast;
    }

    Caller open(String name, Role role, long place) {
        var ground = new DivisionCode(place).ground();
        var cadre = role == Role.CADRE ? county.cadre() : null;
        var unit = role == Role.UNIT ? county.bureau() : null;
        var id = accounts.open(login(name), "x", name, role, ground, unit, cadre);
        var caller = new Caller(id, name, role, ground, unit, cadre);
        people.put(name, caller);
        return caller;
    }

    String login(String name) {
        return "m-" + name + "-" + county.county();
    }

    Caller village() {
        return people.get("village");
    }

    Caller as(String name) {
        return people.get(name);
    }

    UUID clue(String kind) {
        return mediations.clue(
                new NoteClue(Ids.next(), county.code(1), kind, Matter.Origin.SCREENED, TODAY, SAID), village());
    }

    TakeStep step(Deed deed) {
        return TakeStep.of(Ids.next(), deed, TODAY);
    }

    void take(UUID matter, TakeStep step) {
        mediations.take(matter, step, village());
    }

    Story story(UUID matter) {
        return mediations.read(matter, village()).story();
    }

    State state(UUID matter) {
        return story(matter).matter().state();
    }

    UUID party(UUID matter, int n) {
        return story(matter).parties().get(n).id();
    }

    List<UUID> parties(UUID matter) {
        return story(matter).parties().stream().map(Party::id).toList();
    }

    /** A matter offered to two parties, a household of the village and somebody from elsewhere. */
    UUID offered(String kind) {
        var matter = clue(kind);
        var home = county.household(1);
        take(matter, step(Deed.PARTY_NAMED).called("H" + home));
        take(matter, step(Deed.PARTY_NAMED).saying("外来的赵某"));
        take(matter, step(Deed.OFFERED));
        return matter;
    }

    UUID mediating(String kind) {
        var matter = offered(kind);
        parties(matter).forEach(party -> take(matter, step(Deed.CONSENTED).by(party)));
        take(matter, step(Deed.MEDIATOR_CHOSEN).saying("德高望重的孙老"));
        take(matter, step(Deed.BEGUN));
        return matter;
    }

    UUID agreed(String kind) {
        var matter = mediating(kind);
        take(matter, agreement(matter));
        return matter;
    }

    TakeStep agreement(UUID matter) {
        return step(Deed.AGREED_IN_WRITING)
                .saying("地界不清")
                .agreeing(TERMS, "当面立界石", TODAY.plusDays(3))
                .signed(parties(matter), true);
    }
}
