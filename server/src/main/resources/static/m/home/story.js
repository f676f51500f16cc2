// A household as a story: everything that is known to have happened, the latest first.
/** @import { Case, Fact, Home, Occasion, Promised, Visit } from '../types.js' */
/** @import { Mine } from '../book.js' */
import { over } from './cases.js'

/**
 * @typedef {{on: string, what: 'visit', visit: Visit}
 *   | {on: string, what: 'case', case: Case}
 *   | {on: string, what: 'promise', promise: Promised}
 *   | {on: string, what: 'kept', promise: Promised}
 *   | {on: string, what: 'occasion', occasion: Occasion}
 *   | {on: string, what: 'contact'}
 *   | {on: string, what: 'mine', item: Mine}} Event
 */

/** @param {Home} home @param {Mine[]} waiting what its contact wrote down and the server has not told back yet @returns {Event[]} */
export function story(home, waiting) {
  /** @type {Event[]} */
  const past = [
    ...home.visits.map(visit => /** @type {Event} */ ({ on: visit.seenAt, what: 'visit', visit })),
    ...home.promises.filter(p => p.doneOn !== null).map(promise => /** @type {Event} */ ({ on: promise.doneOn, what: 'kept', promise })),
    ...over(home).map(one => /** @type {Event} */ ({ on: one.since, what: 'case', case: one })),
    ...home.occasions.map(occasion => /** @type {Event} */ ({ on: occasion.on, what: 'occasion', occasion })),
    ...(home.since ? [/** @type {Event} */ ({ on: home.since, what: 'contact' })] : []),
  ]
  return [
    ...waiting.map(item => /** @type {Event} */ ({ on: item.made, what: 'mine', item })),
    ...past.sort((a, b) => a.on < b.on ? 1 : a.on > b.on ? -1 : 0),
  ]
}

/** Promises that are still to be kept and not written down as kept, the first due first. @param {Home} home @param {Mine[]} waiting */
export function open(home, waiting) {
  const kept = new Set(waiting.map(item => item.told?.fact).filter(fact => fact?.kind === 'kept').map(fact => /** @type {Fact & {kind: 'kept'}} */ (fact).body.promise))
  return home.promises.filter(p => p.doneOn === null && !kept.has(p.id)).sort((a, b) => a.due < b.due ? -1 : 1)
}
