package lianxin.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Mandates;
import lianxin.mediation.Deed;
import lianxin.mediation.Matter;
import lianxin.mediation.Mediations;
import lianxin.mediation.NoteClue;
import lianxin.mediation.Party;
import lianxin.mediation.TakeStep;
import lianxin.pairing.Pairings;
import lianxin.platform.Ids;
import lianxin.registry.Household;
import lianxin.registry.Households;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Four invented disputes of one village, each somewhere else on its way, as the account «village» would have written them down. */
@Component
@ConditionalOnProperty("lianxin.demo.enabled")
class Disputes {

    private final Mediations mediations;
    private final Households households;
    private final Accounts accounts;
    private final Mandates mandates;

    Disputes(Mediations mediations, Households households, Accounts accounts, Mandates mandates) {
        this.mediations = mediations;
        this.households = households;
        this.accounts = accounts;
        this.mandates = mandates;
    }

    String make(LocalDate day) {
        var village = accounts.byLogin("village")
                .flatMap(account -> mandates.live(account).stream().findFirst().map(m -> m.caller(account.name())));
        if (village.isEmpty() || !mediations.list(false, village.get()).isEmpty()) {
            return ""; // begun anew
        }
        var desk = village.get();
        var homes = households.inVillage(desk.ground().lo(), day, Pairings.FIRST, 8);
        if (homes.size() < 8) {
            return "";
        }
        noted(desk, day.minusDays(2), "NEIGHBOUR", "两家为屋檐水淌到谁家院里拌了几回嘴。");
        mediating(desk, day, homes.subList(2, 4));
        agreed(desk, day, homes.subList(4, 6));
        refused(desk, day, homes.subList(6, 8));
        return "4";
    }

    private void mediating(Caller desk, LocalDate day, List<Household> homes) {
        var matter = consented(desk, day.minusDays(9), "LAND", "承包地分界的老桩没了，春耕翻地各说各的理。", homes);
        take(matter, Deed.BEGUN, day.minusDays(6), "", desk);
        take(matter, Deed.SESSION, day.minusDays(6), "请了两位老人到地头指认旧桩，双方都愿意再量一次。", desk);
    }

    private void agreed(Caller desk, LocalDate day, List<Household> homes) {
        var matter = consented(desk, day.minusDays(20), "DEBT", "合伙买农机的钱没有算清。", homes);
        take(matter, Deed.BEGUN, day.minusDays(16), "", desk);
        take(matter, Deed.SESSION, day.minusDays(15), "对了账，差额双方认可。", desk);
        var parties = mediations.read(matter, desk).story().parties().stream()
                .map(Party::id)
                .toList();
        mediations.take(
                matter,
                TakeStep.of(Ids.next(), Deed.AGREED_IN_WRITING, day.minusDays(14))
                        .saying("合伙买旋耕机，垫付款差额没有结清，双方对数目没有争议。")
                        .agreeing("差额分两次付清，农机归前一户使用，农忙时借给后一户。", "在村委会当面点清", day.plusDays(20))
                        .signed(parties, true),
                desk);
        take(matter, Deed.PERFORMING, day.minusDays(10), "第一次已付清。", desk);
    }

    private void refused(Caller desk, LocalDate day, List<Household> homes) {
        var matter = offered(desk, day.minusDays(5), "HOUSE_SITE", "翻建院墙占没占公用通道，说法不一。", homes);
        var parties = mediations.read(matter, desk).story().parties();
        mediations.take(
                matter,
                TakeStep.of(Ids.next(), Deed.REFUSED, day.minusDays(4))
                        .by(parties.getLast().id())
                        .saying("想等镇里量过再说。"),
                desk);
    }

    private UUID consented(Caller desk, LocalDate day, String kind, String words, List<Household> homes) {
        var matter = offered(desk, day, kind, words, homes);
        for (var party : mediations.read(matter, desk).story().parties()) {
            mediations.take(
                    matter,
                    TakeStep.of(Ids.next(), Deed.CONSENTED, day.plusDays(1)).by(party.id()),
                    desk);
        }
        mediations.take(
                matter,
                TakeStep.of(Ids.next(), Deed.MEDIATOR_CHOSEN, day.plusDays(1)).called("village"),
                desk);
        return matter;
    }

    private UUID offered(Caller desk, LocalDate day, String kind, String words, List<Household> homes) {
        var matter = noted(desk, day, kind, words);
        for (var home : homes) {
            mediations.take(
                    matter, TakeStep.of(Ids.next(), Deed.PARTY_NAMED, day).called(home.key()), desk);
        }
        take(matter, Deed.OFFERED, day, "", desk);
        return matter;
    }

    private UUID noted(Caller desk, LocalDate day, String kind, String words) {
        return mediations.clue(
                new NoteClue(Ids.next(), desk.ground().lo(), kind, Matter.Origin.SCREENED, day, words), desk);
    }

    private void take(UUID matter, Deed deed, LocalDate day, String words, Caller desk) {
        mediations.take(matter, TakeStep.of(Ids.next(), deed, day).saying(words), desk);
    }
}
