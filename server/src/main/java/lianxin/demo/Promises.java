package lianxin.demo;

import java.time.LocalDate;
import java.util.List;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Mandates;
import lianxin.card.Cards;
import lianxin.deeds.Deed;
import lianxin.deeds.DeedClock;
import lianxin.deeds.Deeds;
import lianxin.deeds.PromiseDeed;
import lianxin.deeds.Stage;
import lianxin.deeds.Voices;
import lianxin.pairing.Pairings;
import lianxin.platform.Ids;
import lianxin.region.DivisionCode;
import lianxin.registry.Household;
import lianxin.registry.Households;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Five invented promises to one village, each somewhere else on its way: made by the account «village», answered by families with their cards. */
@Component
@ConditionalOnProperty("lianxin.demo.enabled")
class Promises {

    private final Deeds deeds;
    private final Voices voices;
    private final DeedClock clock;
    private final Accounts accounts;
    private final Mandates mandates;
    private final Households households;
    private final Pairings pairings;
    private final Cards cards;
    private final Sendings sendings;

    Promises(
            Deeds deeds,
            Voices voices,
            DeedClock clock,
            Accounts accounts,
            Mandates mandates,
            Households households,
            Pairings pairings,
            Cards cards,
            Sendings sendings) {
        this.deeds = deeds;
        this.voices = voices;
        this.clock = clock;
        this.accounts = accounts;
        this.mandates = mandates;
        this.households = households;
        this.pairings = pairings;
        this.cards = cards;
        this.sendings = sendings;
    }

    String make(LocalDate day, Caller office) {
        var desk = accounts.byLogin("village")
                .flatMap(account -> mandates.live(account).stream().findFirst().map(m -> m.caller(account.name())));
        if (desk.isEmpty() || !deeds.at(village(desk.get()), desk.get()).isEmpty()) {
            return ""; // begun anew
        }
        var village = desk.get();
        sendings.make(village.ground().lo(), day, office);
        var kept = done(promised(village, day, "村东头路灯", "装二十盏太阳能路灯", 60_000L, "县财政奖补"), village);
        var disputed = done(promised(village, day, "清理西沟", "清淤、栽树、修两座过水桥", 35_000L, "村集体收入"), village);
        var cards = cards(village, day, kept.needed() + 1, office);
        answer(kept, cards, cards.size() - 1);
        answer(disputed, cards, 2);
        clock.strike(day.plusDays(
                deeds.pace().answerDays() + 1L)); // as if their asking were over; the others are promised after it
        var asked = done(promised(village, day, "老年人食堂", "每天一顿热饭，六十五岁以上每顿三元", 48_000L, "民政补助和捐助"), village);
        answer(asked, cards.subList(0, cards.size() / 2), cards.size() / 3);
        promised(village, day, "灌溉机井换泵", "", 22_000L, "帮包单位支持");
        var dropped = promised(village, day, "村口建停车场", "", null, "");
        deeds.say(dropped.id(), dropped.version(), Stage.DROPPED, "占用基本农田，不能建，改在老院子空地另想办法。", village);
        return "5";
    }

    private Deed promised(Caller village, LocalDate day, String title, String words, @Nullable Long cost, String fund) {
        return deeds.promise(
                new PromiseDeed(Ids.next(), village(village), title, words, day.plusDays(60), cost, fund), village);
    }

    private Deed done(Deed deed, Caller village) {
        return deeds.say(deed.id(), deed.version(), Stage.DONE, "已经办完，请各户看看。", village);
    }

    private void answer(Deed deed, List<String> cards, int yes) {
        for (var n = 0; n < cards.size(); n++) {
            voices.answer(cards.get(n), deed.id(), n < yes);
        }
    }

    private static DivisionCode village(Caller village) {
        return new DivisionCode(village.ground().lo());
    }

    private List<String> cards(Caller village, LocalDate day, int families, Caller office) {
        var homes = households.inVillage(village.ground().lo(), day, Pairings.FIRST, 2 * families).stream()
                .map(Household::id)
                .toList();
        var contacts = pairings.contactsOf(homes, day);
        return homes.stream()
                .filter(contacts::containsKey)
                .limit(families)
                .map(family -> cards.print(family, office).card().code())
                .toList();
    }
}
