package lianxin.access;

/** What one may do. Where one may do it is the caller's ground. */
public enum Right {
    /** One's own account: everybody's. */
    OWN_ACCOUNT,
    /** Who has an account and what it may do. */
    ACCESS_READ,
    /** To open and close accounts. */
    ACCOUNT_WRITE,
    /** To give and end mandates. */
    MANDATE_WRITE,
    /** To take a wider ground for three hours, with a reason, and be seen doing it. */
    EMERGENCY_TAKE,
    /** To search the record of what was read and done, and to take it away. */
    AUDIT_READ,
    OVERVIEW_READ,
    REGION_READ,
    REGION_LOAD,
    REGISTRY_READ,
    /** The households of a whole place: for those whose ground is a place, not a unit’s cadres or one’s own households. */
    HOUSEHOLDS_READ,
    REGISTRY_WRITE,
    INTAKE_RUN,
    PAIRING_READ,
    PAIRING_PROPOSE,
    PAIRING_ADOPT,
    PAIRING_REPAIR,
    SCHEME_WRITE,
    CARD_PRINT,
    /** To print what hangs on the village’s board. */
    BOARD_PRINT,
    /** To write down what a family asks about its data, and to tell it who has seen them. */
    RIGHTS_RECEIVE,
    /** To answer it: copy, correct, erase, restrict, or refuse with a reason. */
    RIGHTS_ANSWER,
    /** To say that one went to a household, what was promised there, and when it is better to come. */
    VISIT_RECORD,
    /** To read who was at which door. What was heard there is for those whom the catalogue of columns names. */
    VISIT_READ,
    /** To decide on what a phone sent and nobody could simply believe. */
    VISIT_DECIDE,
    /** To write down a life event that calls for a visit. */
    OCCASION_WRITE,
    /** To note a dispute, and to mediate those one was chosen for. */
    MEDIATION_HANDLE,
    /** To keep the files of one’s own desk: a village’s, or a township’s. */
    MEDIATION_KEEP,
    /** To write down what somebody is troubled by, and to tell him what came of it. */
    CASE_WRITE,
    /** To read cases on one’s ground; a department those it has. */
    CASE_READ,
    /** To sort what came in, to give it to whoever handles it, to put together what is the same. */
    CASE_TRIAGE,
    /** To handle what lies on one’s own desk. */
    CASE_HANDLE,
    /** To say who handles what where. */
    CASE_RULE,
    /** To draw by lot whom an interviewer calls. */
    CASE_DRAW,
    /** To call households that were drawn. Never his who handles cases. */
    CASE_CALL,
    /** To write down a complaint somebody makes, without reading it again. */
    COMPLAINT_RECEIVE,
    /** To look into complaints about people who work here; never those about oneself or one’s own unit. */
    COMPLAINT_HANDLE,
    /** To promise a practical deed in the name of one’s post, and to say that it is done. Whether it is so only households say. */
    DEED_PROMISE,
    /** To enter what was sent to households. Whether it arrived only they say. */
    BENEFIT_WRITE,
    /** How the record is; everybody’s. */
    RECORD_CONDITION,
    /** What the system is and does not do; everybody’s. */
    SELF_CHECK
}
