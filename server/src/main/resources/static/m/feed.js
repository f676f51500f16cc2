// What the phone holds of the books, and how it knows that it holds just that.
/** @import { Deed } from './box.js' */
/** @import { Home, Put } from './types.js' */
import { hide, show } from './seal.js'

/** The exclusive or of hashes of 16 hex digits. @param {Iterable<string>} hashes */
export function root(hashes) {
  let sum = 0n
  for (const h of hashes) sum ^= BigInt('0x' + h)
  return sum.toString(16).padStart(16, '0')
}

/** @param {string} id */
const bucket = id => id.slice(-2)

/** 256 roots, by the last byte of the id. @param {Map<string, string>} held id to hash */
export function buckets(held) {
  const sums = new Array(256).fill(0n)
  for (const [id, h] of held) sums[parseInt(bucket(id), 16)] ^= BigInt('0x' + h)
  return sums.map(sum => sum.toString(16).padStart(16, '0'))
}

/** What the phone holds in buckets that differ, and should not. @param {Iterable<string>} held ids @param {Record<string, string[]>} right ids by bucket */
export const strangers = (held, right) => [...held].filter(id => right[bucket(id)] && !right[bucket(id)].includes(id))

/**
 * Hides what came, ready to be put down in one deed.
 * @param {CryptoKey} key @param {Put[]} puts @param {string[]} drops
 * @returns {Promise<(deed: Deed) => void>}
 */
export async function takeIn(key, puts, drops) {
  const rows = await Promise.all(puts.map(async ({ id, h, home }) => ({ id, h, hidden: await hide(key, home, about(id)) })))
  return deed => {
    for (const id of drops) deed.remove('home', id)
    for (const row of rows) deed.put('home', row)
  }
}

/** @param {CryptoKey} key @param {{id: string, hidden: import('./types.js').Hidden}} row @returns {Promise<Home>} */
export const open = (key, row) => show(key, row.hidden, about(row.id))

/** @param {string} id */
const about = id => 'home:' + id
