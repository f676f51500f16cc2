package lianxin.access;

import static lianxin.access.Right.*;

import java.util.EnumSet;
import java.util.Set;

/** The posts people act in. */
public enum Role {
    /** Programme office of a city or county (活动办): the programme itself. Accounts and mandates are not its business. */
    OFFICE(EnumSet.complementOf(EnumSet.of(
            ACCESS_READ,
            ACCOUNT_WRITE,
            MANDATE_WRITE,
            AUDIT_READ,
            VISIT_RECORD,
            CASE_CALL,
            COMPLAINT_HANDLE,
            MEDIATION_HANDLE,
            MEDIATION_KEEP))),
    /** Township (乡镇): keeps its own roster true, repairs what a day changes, prints cards. */
    TOWNSHIP(EnumSet.of(
            OVERVIEW_READ,
            REGION_READ,
            REGISTRY_READ,
            HOUSEHOLDS_READ,
            REGISTRY_WRITE,
            PAIRING_READ,
            PAIRING_REPAIR,
            CARD_PRINT,
            BOARD_PRINT,
            RIGHTS_RECEIVE,
            RIGHTS_ANSWER,
            VISIT_READ,
            VISIT_DECIDE,
            CASE_WRITE,
            CASE_READ,
            CASE_TRIAGE,
            CASE_HANDLE,
            OCCASION_WRITE,
            MEDIATION_HANDLE,
            MEDIATION_KEEP,
            COMPLAINT_RECEIVE,
            DEED_PROMISE,
            BENEFIT_WRITE,
            EMERGENCY_TAKE)),
    /** Dispatching unit's liaison (派出单位联络员): its own cadres and whom they look after. */
    UNIT(EnumSet.of(OVERVIEW_READ, REGION_READ, REGISTRY_READ, PAIRING_READ, DEED_PROMISE)),
    /** Contact cadre (联户干部): his own households. */
    CADRE(EnumSet.of(PAIRING_READ, VISIT_RECORD, VISIT_READ, OCCASION_WRITE, CASE_WRITE, CASE_READ)),
    /** First secretary (第一书记): the village he was sent to. */
    FIRST_SECRETARY(EnumSet.of(
            OVERVIEW_READ,
            REGION_READ,
            REGISTRY_READ,
            HOUSEHOLDS_READ,
            PAIRING_READ,
            RIGHTS_RECEIVE,
            VISIT_RECORD,
            VISIT_READ,
            CASE_WRITE,
            CASE_READ,
            CASE_HANDLE,
            OCCASION_WRITE,
            MEDIATION_HANDLE,
            DEED_PROMISE,
            EMERGENCY_TAKE)),
    /** Whoever handles what was heard (办理人), by the department: no list of households, only the cases he is given. */
    HANDLER(EnumSet.of(REGION_READ, CASE_READ, CASE_HANDLE)),
    /** Village committee (村委会): its own village. */
    VILLAGE_COMMITTEE(EnumSet.of(
            OVERVIEW_READ,
            REGION_READ,
            REGISTRY_READ,
            HOUSEHOLDS_READ,
            PAIRING_READ,
            BOARD_PRINT,
            RIGHTS_RECEIVE,
            CASE_WRITE,
            CASE_READ,
            CASE_HANDLE,
            OCCASION_WRITE,
            MEDIATION_HANDLE,
            MEDIATION_KEEP,
            DEED_PROMISE)),
    /** Supervisor (督查): looks everywhere on the ground, changes nothing there; calls households that were drawn, and looks into complaints. */
    SUPERVISOR(EnumSet.of(
            OVERVIEW_READ,
            REGION_READ,
            REGISTRY_READ,
            HOUSEHOLDS_READ,
            PAIRING_READ,
            VISIT_READ,
            CASE_READ,
            CASE_CALL,
            COMPLAINT_RECEIVE,
            COMPLAINT_HANDLE)),
    /** Auditor (审计): reads what was read and done, not the households themselves. */
    AUDITOR(EnumSet.of(REGION_READ, AUDIT_READ)),
    /** System administrator (系统管理员): accounts, never what they may do. */
    SYSTEM_ADMIN(EnumSet.of(ACCESS_READ, ACCOUNT_WRITE)),
    /** Security administrator (安全管理员): what accounts may do, never the accounts themselves. */
    SECURITY_ADMIN(EnumSet.of(ACCESS_READ, MANDATE_WRITE)),
    /** Audit administrator (审计管理员): what the other two did. */
    AUDIT_ADMIN(EnumSet.of(ACCESS_READ, AUDIT_READ));

    private final Set<Right> rights;

    Role(Set<Right> rights) {
        rights.add(OWN_ACCOUNT);
        rights.add(RECORD_CONDITION);
        rights.add(SELF_CHECK);
        this.rights = rights;
    }

    /** Whether whoever acts in it holds the right. */
    public boolean holds(Right right) {
        return rights.contains(right);
    }

    Set<Right> rights() {
        return rights;
    }

    /** Whether it is one of the three administrators, who hold nothing else. */
    public boolean administers() {
        return switch (this) {
            case SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN -> true;
            case OFFICE, TOWNSHIP, UNIT, CADRE, FIRST_SECRETARY, HANDLER, VILLAGE_COMMITTEE, SUPERVISOR, AUDITOR ->
                false;
        };
    }
}
