package lianxin.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.platform.CountyTime;
import lianxin.platform.Words;
import lianxin.region.Division;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.staff.Cadres;
import lianxin.staff.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The people one may sign in as. Their passwords are printed, so they exist in demonstrations only. */
@Component
@ConditionalOnProperty("lianxin.demo.enabled")
class DemoAccounts {

    private static final List<String> LOGINS = List.of(
            "office",
            "township",
            "unit",
            "cadre",
            "first-secretary",
            "village",
            "supervisor",
            "handler",
            "auditor",
            "system-admin",
            "security-admin",
            "audit-admin");

    private static final String PASSWORD = "lianxin-%s";

    /** A unit's people may serve anywhere in the city. */
    private static final Ground CITY = DivisionCode.of("370800000000").ground();

    private final Accounts accounts;
    private final Divisions divisions;
    private final Units units;
    private final Cadres cadres;

    DemoAccounts(Accounts accounts, Divisions divisions, Units units, Cadres cadres) {
        this.accounts = accounts;
        this.divisions = divisions;
        this.units = units;
        this.cadres = cadres;
    }

    /** The programme office, in whose name everything is made. */
    Caller office(Scale scale) {
        var name = divisions.require(scale.seat()).name() + "活动办";
        var id = open("office", name, Role.OFFICE, scale.seat().ground(), null, null);
        return new Caller(id, name, Role.OFFICE, scale.seat().ground(), null, null);
    }

    /** Everybody else, once units and cadres are there; answers those at whose desks cases lie. */
    Desks others(UUID unit, UUID cadre, Division township) {
        var there = units.require(unit);
        var town = township.code().ground();
        var receives = new Caller(
                open("township", township.name(), Role.TOWNSHIP, town, null, null),
                township.name(),
                Role.TOWNSHIP,
                town,
                null,
                null);
        open("unit", there.name(), Role.UNIT, CITY, unit, null);
        open("cadre", cadres.require(cadre).name(), Role.CADRE, CITY, null, cadre);
        var villages = divisions.children(township, LocalDate.now(CountyTime.ZONE));
        var village = villages.isEmpty() ? township : villages.getFirst();
        open(
                "first-secretary",
                village.name() + "第一书记",
                Role.FIRST_SECRETARY,
                village.code().ground(),
                null,
                null);
        open(
                "village",
                village.name() + "村委会",
                Role.VILLAGE_COMMITTEE,
                village.code().ground(),
                null,
                null);
        open("supervisor", "督查组", Role.SUPERVISOR, CITY, null, null);
        var handles = new Caller(
                open("handler", there.name(), Role.HANDLER, CITY, unit, null),
                there.name(),
                Role.HANDLER,
                CITY,
                unit,
                null);
        open("auditor", "审计组", Role.AUDITOR, CITY, null, null);
        open("system-admin", "系统管理员", Role.SYSTEM_ADMIN, Ground.EVERYWHERE, null, null);
        open("security-admin", "安全管理员", Role.SECURITY_ADMIN, Ground.EVERYWHERE, null, null);
        open("audit-admin", "审计管理员", Role.AUDIT_ADMIN, Ground.EVERYWHERE, null, null);
        return new Desks(receives, handles);
    }

    /** Who receives cases, and who handles them. */
    record Desks(Caller township, Caller handler) {}

    /** Where to look and as whom. */
    String told(Scale scale, String address, Words words) {
        var told = new StringBuilder("\n")
                .append(words.t("demo.ready", words.t("demo.scale." + scale), address))
                .append('\n');
        for (var login : LOGINS) {
            told.append("  ")
                    .append(words.t("demo.account", login, PASSWORD.formatted(login), words.t("demo.account." + login)))
                    .append('\n');
        }
        return told.toString();
    }

    private UUID open(String login, String name, Role role, Ground ground, @Nullable UUID unit, @Nullable UUID cadre) {
        return accounts.open(login, PASSWORD.formatted(login), name, role, ground, unit, cadre);
    }
}
