// Whose turn it is, and why.
/** @import { Home, Lists } from '../types.js' */

/** @typedef {{code: string, name: string, homes: Home[]}} Bundle one walk: the homes of one village */

/** @param {Home} home @param {string} today */
export const due = (home, today) => home.due.on !== null && home.due.on <= today

/**
 * What is to be walked, village by village: first where somebody has waited longest; within a village likewise, groups together when the day is the same.
 * @param {Home[]} homes @returns {Bundle[]}
 */
export function bundles(homes) {
  /** @type {Map<string, Bundle>} */
  const villages = new Map()
  for (const home of [...homes].sort(before)) {
    const { code, name } = home.village
    const bundle = villages.get(code) ?? { code, name, homes: [] }
    bundle.homes.push(home)
    villages.set(code, bundle)
  }
  return [...villages.values()]
}

/** @param {Home} a @param {Home} b */
function before(a, b) {
  return compare(a.due.on ?? '9', b.due.on ?? '9') || compare(a.village.code, b.village.code) || a.group - b.group || compare(a.key, b.key)
}

/** @param {string} a @param {string} b */
const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0

/**
 * The reason in facts, for words to be put on it.
 * @param {Home} home @param {Lists} lists
 * @returns {{key: 'never'|'every'|'everySince'|'occasion'|'deferred'|'nothingDue', of: {every?: number, last?: string, occasion?: import('../types.js').Named, until?: string, reason?: import('../types.js').Named}}}
 */
export function reason(home, lists) {
  const { due } = home
  if (due.why === 'OCCASION') {
    const code = home.occasions.find(o => o.id === due.occasion)?.code ?? due.occasion
    return { key: 'occasion', of: { occasion: lists.occasions.find(o => o.code === code) } }
  }
  if (due.why === 'DEFERRED' && home.deferred) {
    const { until, reason } = home.deferred
    return { key: 'deferred', of: { until, reason: lists.deferrals.find(d => d.code === reason) } }
  }
  if (due.on === null) return { key: 'nothingDue', of: {} }
  if (due.why === 'NEVER') return { key: 'never', of: {} }
  const last = home.visits.find(visit => visit.met !== 'NOBODY' && !visit.corrected)?.seenAt
  return last ? { key: 'everySince', of: { every: due.every ?? 0, last } } : { key: 'every', of: { every: due.every ?? 0 } }
}
