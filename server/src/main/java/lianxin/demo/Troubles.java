package lianxin.demo;

import java.time.LocalDate;
import java.util.List;
import lianxin.cases.Case;
import lianxin.cases.Cases;
import lianxin.cases.Desk;
import lianxin.cases.Handling;
import lianxin.cases.Kind;
import lianxin.cases.Outcome;
import lianxin.cases.Triage;
import lianxin.platform.CountyTime;
import lianxin.region.Level;
import lianxin.registry.Household;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What troubles a few families of the demonstration, and how far somebody has come with it. */
@Component
@ConditionalOnProperty("lianxin.demo.enabled")
class Troubles {

    private static final List<String[]> SAID = List.of(
            new String[] {"ROAD", "门前的路下雨就积水，老人出门怕滑倒"},
            new String[] {"WATER_POWER", "机井电压不稳，浇地老跳闸"},
            new String[] {"SUBSIDY", "种粮补贴今年没到账，不知道卡在哪里"},
            new String[] {"HEALTH", "住院回来想问能报多少，要带什么"},
            new String[] {"SCHOOL", "孩子转学要哪些手续"},
            new String[] {"ENVIRONMENT", "村东头垃圾没人收，夏天味大"},
            new String[] {"HOUSING", "老屋漏雨，想申请修一修"},
            new String[] {"PENSION", "老人的养老金上月少发了"});

    private final Cases cases;
    private final Triage triage;
    private final Handling handling;
    private final Grievances grievances;

    Troubles(Cases cases, Triage triage, Handling handling, Grievances grievances) {
        this.cases = cases;
        this.triage = triage;
        this.handling = handling;
        this.grievances = grievances;
    }

    /** Tells them once; a demonstration that was stopped in the middle does not hear them twice. */
    void tell(List<Household> families, DemoAccounts.Desks desks) {
        grievances.tell(desks.township());
        var lived = families.stream().limit(SAID.size()).toList();
        if (!cases.of(lived.stream().map(Household::id).toList()).isEmpty()) {
            return;
        }
        for (var i = 0; i < lived.size(); i++) {
            var said = SAID.get(i);
            var one = cases.open(lived.get(i).id(), Kind.SERVICE, said[0], said[1], desks.township());
            further(one, i, desks);
        }
    }

    private void further(Case heard, int how, DemoAccounts.Desks desks) {
        if (how % 4 == 0) { // still to be sorted
            return;
        }
        var unit = new Desk(Level.COUNTY, desks.handler().unit());
        var given = triage.assign(heard.id(), heard.version(), heard.kind(), heard.category(), unit, desks.township());
        if (how % 4 == 1) {
            return;
        }
        var taken = handling.accept(given.id(), given.version(), desks.handler());
        if (how % 4 == 3) {
            handling.reply(
                    taken.id(),
                    taken.version(),
                    how == 3 ? Outcome.SOLVED : Outcome.NOT_NOW,
                    how == 3 ? "政策已当面讲清，材料清单也给了" : "今年计划已排满，列入明年",
                    how == 3 ? null : LocalDate.now(CountyTime.ZONE).plusMonths(4),
                    desks.handler());
        }
    }
}
