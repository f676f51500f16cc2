// The shapes that go over the wire (docs/phone.md) and into the box. Nothing runs here.

/** @typedef {{code: string, zh: string, en: string}} Named */
/** @typedef {Named & {days: number}} Deferral */
/** @typedef {{version: number, topics: Named[], occasions: Named[], deferrals: Deferral[]}} Lists */
/** @typedef {'HOME'|'TALK'|'CALL'} Way */
/** @typedef {'HEAD'|'FAMILY'|'OTHER'|'NOBODY'} Met */
/** @typedef {'WELL'|'NOBODY_HOME'|'REFUSED'|'NEED'} Finding */
/** @typedef {{topic: string, words: string}} Need */
/**
 * @typedef {object} Visit
 * @property {string} id
 * @property {string} by who it was, by name
 * @property {boolean} mine
 * @property {Way} way
 * @property {Met} met
 * @property {string} seenAt
 * @property {Finding} finding
 * @property {string[]} topics
 * @property {string} words
 * @property {Need|null} need
 * @property {string|null} corrects the visit this one puts right
 * @property {boolean} corrected whether a later one puts this right
 */
/** @typedef {{id: string, code: string, on: string, dueOn: string|null, answered: boolean}} Occasion */
/** @typedef {{id: string, need: string, action: string, due: string, doneOn: string|null, result: string|null, by: string}} Promised */
/** @typedef {'NEW'|'TRIAGED'|'ASSIGNED'|'RETURNED'|'HANDLING'|'REPLIED'|'CALL_BACK'|'CONFIRMED'|'DISPUTED'|'UNANSWERED'|'REDO'|'URGED'|'CLOSED'|'MERGED'|'HANDED_OVER'|'WITHDRAWN'} Stage */
/**
 * @typedef {object} Case what the household said it is troubled by, and what became of it
 * @property {string} id
 * @property {string} number
 * @property {string|null} visit the visit it was heard on
 * @property {string} heardAt
 * @property {Named} about
 * @property {string} words
 * @property {Stage} stage
 * @property {string} since when it came to its stage
 * @property {string} desk who answers for it at this minute
 * @property {string|null} due
 * @property {{outcome: 'SOLVED'|'PARTLY'|'EXPLAINED'|'NOT_NOW', words: string, reviewOn: string|null}|null} reply
 * @property {'CONFIRMED'|'DISPUTED'|'UNANSWERED'|null} voice what the household itself says of the reply
 */
/**
 * @typedef {object} Home
 * @property {string} id
 * @property {string} key the office's number of the household
 * @property {string} head
 * @property {number} group
 * @property {number} size
 * @property {{code: string, name: string}} village
 * @property {string|null} phone
 * @property {(Named & {reviewOn: string|null})[]} flags
 * @property {string|null} since day of the present contact
 * @property {{on: string|null, why: 'NEVER'|'EVERY'|'OCCASION'|'DEFERRED', occasion: string|null, every: number|null}} due
 * @property {{until: string, reason: string}|null} deferred
 * @property {Visit[]} visits of the last 12 months, the latest first
 * @property {Occasion[]} occasions
 * @property {Promised[]} promises
 * @property {Case[]} cases what is not over yet, and what was heard in the last 12 months, the latest first
 */
/** @typedef {'visit'|'deferral'|'promise'|'kept'} Kind */
/** @typedef {{household: string, way: Way, met: Met, finding: Finding, topics: string[], words: string, need: Need|null, occasion: string|null, corrects: string|null}} VisitBody */
/** @typedef {{household: string, until: string, reason: string}} DeferralBody */
/** @typedef {{household: string, need: string, action: string, due: string}} PromiseBody */
/** @typedef {{promise: string, result: string}} KeptBody */
/** @typedef {{kind: 'visit', body: VisitBody}|{kind: 'deferral', body: DeferralBody}|{kind: 'promise', body: PromiseBody}|{kind: 'kept', body: KeptBody}} Fact */

/** @typedef {{iv: Uint8Array<ArrayBuffer>, text: ArrayBuffer}} Hidden what only the data key opens */
/**
 * @typedef {object} Item a fact on its way
 * @property {string} id
 * @property {number} v format of this record; a program never changes one that is newer than itself
 * @property {string} device which of the phone's identities made it
 * @property {number} seq
 * @property {string} made by the phone's own clock
 * @property {number|null} offset how far the server was ahead, in ms
 * @property {string} sealed for the server alone
 * @property {Hidden|null} hidden for its author: the fact, its household and what was answered
 * @property {'waiting'|'refused'|'kept'} state
 * @property {boolean} tried whether it may have left the phone
 * @property {string|null} answer
 * @property {string|null} code
 * @property {number|null} settled when it was answered, ms
 */
/** @typedef {{fact: Fact, household: string, say: string|null}} Told what is hidden in an item */
/** @typedef {{id: string, answer: 'accepted'|'duplicate'|'merged'|'quarantined'|'refused', code: string|null, say: string|null}} Receipt */
/** @typedef {{at: string, homes: number, due: number, met: number, needs: number}} Figures */
/** @typedef {{id: string, state: 'WAITING'|'ASKED'|'KEPT'|'KEPT_FOR_ANOTHER'|'SET_ASIDE', say: string|null}} Held */
/** @typedef {{id: string, h: string, home: Home}} Put */
/**
 * @typedef {object} Answer of a sync
 * @property {string} now
 * @property {string} lease
 * @property {string} cursor
 * @property {string|null} root
 * @property {boolean} more
 * @property {string} [epoch] which database answers: another after one was restored from a backup
 * @property {Receipt[]} receipts
 * @property {Put[]} puts
 * @property {string[]} drops
 * @property {Figures|null} [figures]
 * @property {Held[]} [held]
 * @property {Lists|null} [lists]
 * @property {boolean} [wipe]
 */
/** @typedef {{now: string, epoch?: string, receipts: Receipt[], wipe?: boolean}} Receipts */
/** @typedef {{cursor: string, root: string|null, buckets: Record<string, string[]>, puts: Put[]}} Healing */

/** @typedef {{id: string, who: string, key: CryptoKey, escrow: string, unknown: boolean}} Identity whom the server knows this phone as */
/** @typedef {{salt: Uint8Array<ArrayBuffer>, rounds: number, half: Uint8Array<ArrayBuffer>, wrapped: Hidden}} Lock */
/** @typedef {{device: string, lock: Lock, tries: number, lease: number}} Holding whose phone it is, and until when */
/** @typedef {{offset: number|null, latest: number}} Time */
/** @typedef {{cursor: string|null, at: number|null}} Place where in the feed we are */
/** @typedef {{name: string, lists: Lists, figures: Figures|null, held: Held[]}} Known */

export {}
