// What the phone has seen and the county has not yet heard. The only file that knows about sending.
// A fact leaves the box only when the server has answered for it; nothing is dropped because a road had no signal.
/** @import { Fact, Identity, Item, Receipt, Told } from './types.js' */
/** @import { Box, Deed } from './box.js' */
/** @import { Clock } from './clock.js' */
import { hide, sealFor, show } from './seal.js'
import { uuid } from './uuid.js'

const FORMAT = 1
const MOST = 200
const BYTES = 900_000
/** So long an answered item is remembered, sealed, in case the server must be restored from a backup. */
const REMEMBERED = 30 * 86_400_000

/**
 * Keeps a fact: when this resolves it is on disk.
 * @param {Box} box
 * @param {{identity: Identity, key: CryptoKey, clock: Clock}} by
 * @param {Fact} fact
 * @param {string} household whom it is about
 * @param {{draft?: string, instead?: string}} [done] the draft it was, the refused item it replaces: gone in the same moment
 */
export async function keep(box, { identity, key, clock }, fact, household, done = {}) {
  const seq = await box.save(['meta'], async deed => {
    const count = 1 + (await deed.get('meta', 'seq') ?? 0)
    deed.put('meta', count, 'seq')
    return count
  })
  const id = uuid(clock.own())
  const when = { seq, made: new Date(clock.own()).toISOString(), offset: clock.offset }
  /** @type {Item} */
  const item = {
    id, v: FORMAT, device: identity.id, ...when,
    sealed: await sealFor(identity.escrow, id, { id, ...when, ...fact }),
    hidden: await hide(key, { fact, household, say: null }, about(id)),
    state: 'waiting', tried: false, answer: null, code: null, settled: null,
  }
  await box.save(['item', 'meta'], deed => {
    deed.put('item', item)
    if (done.draft) deed.remove('meta', done.draft)
    if (done.instead) deed.remove('item', done.instead)
  })
  return id
}

/** Takes back what has certainly not left the phone, or was refused. @param {Box} box @param {string} id */
export const takeBack = (box, id) => box.change(['item'], async deed => {
  /** @type {Item|undefined} */
  const item = await deed.get('item', id)
  const may = item !== undefined && (item.state === 'refused' || (item.state === 'waiting' && !item.tried))
  if (may) deed.remove('item', id)
  return may
})

/**
 * The next to be sent, in the order they were seen. From here on they may have left the phone.
 * @param {Box} box @param {string} device @param {number} [most] @param {Set<string>} [but]
 * @returns {Promise<Item[]>}
 */
export const next = (box, device, most = MOST, but = new Set()) => box.change(['item'], async deed => {
  let room = BYTES
  const waiting = (await deed.all('item')).filter(item => item.state === 'waiting' && item.device === device && !but.has(item.id))
  const chosen = waiting.sort((a, b) => a.seq - b.seq).slice(0, most).filter(item => (room -= item.sealed.length + 300) > 0)
  for (const item of chosen) if (!item.tried) deed.put('item', { ...item, tried: true })
  return chosen
})

/** They did not leave after all. @param {Box} box @param {Item[]} items as they were before */
const untouch = (box, items) => items.length > 0 && box.change(['item'], deed => { for (const item of items) deed.put('item', item) })

/** @param {Item} item as it goes over the wire */
const onTheWire = ({ id, seq, made, offset, sealed }) => ({ id, seq, made, offset, sealed })

/**
 * Sends items with a question. If the server stumbles over what it was sent, fewer are tried until the bad one stands alone:
 * what it will not take is answered as refused, what it breaks on waits for another day, and the others go their way.
 * @template {{receipts: Receipt[]}} A
 * @param {Box} box @param {CryptoKey|null} key @param {string} device
 * @param {(items: ReturnType<typeof onTheWire>[]) => Promise<A>} ask
 * @param {{most: number, but: Set<string>}} care how many at once, and which not again this round
 * @returns {Promise<{answer: A, items: Item[]}>}
 */
export async function send(box, key, device, ask, care) {
  for (;;) {
    const items = await next(box, device, care.most, care.but)
    try {
      const answer = await ask(items.map(onTheWire))
      for (const item of items) care.but.add(item.id)
      return { answer, items }
    } catch (e) {
      const { status = 0, stayed = false } = /** @type {{status?: number, stayed?: boolean}} */ (e)
      if (stayed) await untouch(box, items.filter(item => !item.tried))
      if (items.length === 0 || ![400, 413, 422, 500].includes(status)) throw e
      if (items.length > 1) {
        care.most = Math.ceil(items.length / 2)
        continue
      }
      care.but.add(items[0].id)
      care.most = MOST
      if (status !== 500) {
        const { code, say } = /** @type {{code: string, say: string|null}} */ (/** @type {unknown} */ (e))
        await settle(box, key, [{ id: items[0].id, answer: 'refused', code, say }]).then(work => box.change(['item'], work))
      }
    }
  }
}

/**
 * What receipts change, ready to be done in one deed. Without the key a refusal of what its author can still read waits for him.
 * @param {Box} box @param {CryptoKey|null} key @param {Receipt[]} receipts
 * @returns {Promise<(deed: Deed) => Promise<void>>}
 */
export async function settle(box, key, receipts, now = Date.now()) {
  /** @type {Map<string, Item['hidden']>} */
  const explained = new Map()
  for (const { id, say } of receipts) {
    const item = key && say ? /** @type {Item|undefined} */ (await box.get('item', id)) : undefined
    if (!key || !item?.hidden) continue
    explained.set(id, await hide(key, { ...await show(key, item.hidden, about(id)), say }, about(id)))
  }
  return async deed => {
    for (const { id, answer, code } of receipts) {
      /** @type {Item|undefined} */
      const item = await deed.get('item', id)
      if (!item || item.state !== 'waiting') continue
      const refused = answer === 'refused'
      if (refused && !key && item.hidden) continue
      deed.put('item', { ...item, hidden: explained.get(id) ?? item.hidden, state: refused ? 'refused' : 'kept', answer, code, settled: now })
    }
  }
}

/**
 * Sees which database answers. If it is another than the one that gave the receipts, it was restored from a backup: it is told again what it may have forgotten.
 * @param {Deed} deed with items and meta @param {string|undefined} epoch
 * @returns {Promise<boolean>}
 */
export async function tellAgain(deed, epoch) {
  const before = await deed.get('meta', 'epoch')
  if (!epoch || epoch === before) return false
  deed.put('meta', epoch, 'epoch')
  if (before === undefined) return false
  for (const item of /** @type {Item[]} */ (await deed.all('item'))) {
    if (item.state === 'kept') deed.put('item', { ...item, state: 'waiting', answer: null, settled: null })
  }
  return true
}

/** Forgets what was answered for long ago and waits for nobody's decision. @param {Deed} deed with items @param {Set<string>} held @param {number} now */
export async function forgetOld(deed, held, now) {
  for (const item of /** @type {Item[]} */ (await deed.all('item'))) {
    if (item.state === 'kept' && !held.has(item.id) && now - (item.settled ?? 0) > REMEMBERED) deed.remove('item', item.id)
  }
}

/** What an author reads of his item. @param {CryptoKey} key @param {Item} item @returns {Promise<Told|null>} */
export async function told(key, item) {
  if (!item.hidden || item.v > FORMAT) return null
  return show(key, item.hidden, about(item.id)).catch(() => null)
}

/** @param {string} id */
const about = id => 'item:' + id
