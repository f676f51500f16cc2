package lianxin.record;

/** What somebody looked at people’s data for. */
public enum Purpose {
    HOUSEHOLD_PAGE,
    HOUSEHOLD_LIST,
    HOUSEHOLD_FORM,
    CADRE_PAGE,
    CADRE_LIST,
    VILLAGE_PAGE,
    ACCOUNT_PAGE,
    ACCOUNT_LIST,
    SEARCH,
    PROPOSAL,
    CARD,
    BOARD,
    EXPORT,
    REVEAL_TO_CALL,
    REVEAL_TO_APPLY,
    REVEAL_TO_CORRECT,
    CASES,
    ATTACHMENT,
    BENEFITS,
    COMPLAINTS,
    PHONE,
    PHONE_HELD,
    RIGHTS_DESK,
    RIGHTS_COPY,
    MEDIATION_LIST,
    MEDIATION_FILE,
    MEDIATION_PAPER,
    RECORD_SEARCH,
    RECORD_EXPORT
}
