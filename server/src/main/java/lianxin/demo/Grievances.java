package lianxin.demo;

import java.util.List;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Mandates;
import lianxin.complaint.Complaints;
import lianxin.complaint.Finding;
import lianxin.complaint.Hearing;
import lianxin.region.DivisionCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Three invented complaints about nobody in particular, each somewhere else on its way; the account «supervisor» looks into them. */
@Component
@ConditionalOnProperty("lianxin.demo.enabled")
class Grievances {

    private static final List<String> SAID = List.of("答应帮问低保的事，两个月没有回音", "上门只拍照，没有坐下来说过话", "开会通知总是头天晚上才到，地里活都安排好了");

    private final Hearing hearing;
    private final Complaints complaints;
    private final Accounts accounts;
    private final Mandates mandates;

    Grievances(Hearing hearing, Complaints complaints, Accounts accounts, Mandates mandates) {
        this.hearing = hearing;
        this.complaints = complaints;
        this.accounts = accounts;
        this.mandates = mandates;
    }

    /** Tells them once, at the township’s desk. */
    void tell(Caller township) {
        var supervisor = accounts.byLogin("supervisor")
                .flatMap(account -> mandates.live(account).stream().findFirst().map(m -> m.caller(account.name())));
        if (supervisor.isEmpty() || !complaints.list(true, supervisor.get()).isEmpty()) {
            return;
        }
        var at = new DivisionCode(township.ground().lo());
        for (var i = 0; i < SAID.size(); i++) {
            var id = new UUID(0x4c58L, i);
            hearing.told(at, new Hearing.Said(id, "", SAID.get(i), ""), township);
            if (i > 0) {
                complaints.take(id, 1, supervisor.get());
            }
            if (i > 1) {
                complaints.answer(id, 2, Finding.SO, "属实。通知改为至少提前三天，由镇里统一发。", supervisor.get());
            }
        }
    }
}
