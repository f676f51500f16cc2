// One round with the server: what waits goes out, what changed comes in, and both agree at the end.
/** @import { Answer, Healing, Holding, Known, Place, Receipts, Time } from './types.js' */
/** @import { Phone } from './phone.js' */
import { root, buckets, strangers, takeIn } from './feed.js'
import { forgetOld, send, settle, tellAgain } from './outbox.js'
import { hide, show } from './seal.js'

/** @typedef {(path: string, body: object) => Promise<any>} Ask */

/**
 * The whole round of an open phone.
 * @param {Phone} phone @param {Ask} ask
 * @returns {Promise<'done'|'wiped'>}
 */
export async function round(phone, ask) {
  const { box, clock } = phone
  const { key, identity } = phone.open()
  const care = { most: 200, but: new Set() }
  for (;;) {
    /** @type {Place} */
    const place = await box.get('meta', 'place') ?? { cursor: null, at: null }
    /** @type {Known} */
    const known = await show(key, await box.get('meta', 'known'), 'known')
    const held = await box.hashes()
    const { answer, items } = await send(box, key, identity.id, sent => /** @type {Promise<Answer>} */ (ask('/api/phone/sync', {
      cursor: place.cursor, root: place.cursor === null ? null : root(held.values()), now: new Date(clock.own()).toISOString(), lists: known.lists.version, items: sent,
    })), care)
    const receipts = await settle(box, key, answer.receipts, clock.own())
    if (answer.wipe) {
      await box.change(['item'], receipts)
      await phone.erase()
      return 'wiped'
    }
    const news = await takeIn(key, answer.puts, answer.drops)
    const lists = answer.lists ?? known.lists
    const waitsForSomebody = answer.held ?? []
    const learnt = await hide(key, { ...known, lists, held: waitsForSomebody, figures: answer.figures ?? known.figures }, 'known')
    const forgotten = await box.change(['item', 'home', 'meta'], async deed => {
      await stay(deed, phone, identity.id, Date.parse(answer.lease))
      await receipts(deed)
      await forgetOld(deed, new Set(waitsForSomebody.map(h => h.id)), clock.own())
      news(deed)
      deed.put('meta', learnt, 'known')
      deed.put('meta', /** @type {Place} */ ({ cursor: answer.cursor, at: clock.now() }), 'place')
      return tellAgain(deed, answer.epoch)
    })
    if (forgotten) care.but.clear()
    if (answer.more || items.length > 0 || forgotten) continue
    if (answer.root !== null) await agree(phone, ask, answer.cursor, answer.root)
    return 'done'
  }
}

/** Finds what differs, if anything, and puts it right. @param {Phone} phone @param {Ask} ask @param {string} cursor @param {string} right */
async function agree(phone, ask, cursor, right) {
  const { box } = phone
  const { key, identity } = phone.open()
  const held = await box.hashes()
  if (root(held.values()) === right) return
  /** @type {Healing} */
  const healing = await ask('/api/phone/heal', { cursor, buckets: buckets(held) })
  const news = await takeIn(key, healing.puts, strangers(held.keys(), healing.buckets))
  await box.change(['home', 'meta'], async deed => {
    if ((await deed.get('meta', 'holding'))?.device !== identity.id) return
    news(deed)
    deed.put('meta', /** @type {Place} */ ({ ...await deed.get('meta', 'place'), cursor: healing.cursor }), 'place')
  })
}

/**
 * Only what waits goes out: from a locked phone, or for somebody who held it before. Nothing comes in that could be read.
 * @param {Phone} phone @param {string} device @param {Ask} ask
 */
export async function sendOnly(phone, device, ask) {
  const { box, clock } = phone
  const care = { most: 200, but: new Set() }
  for (;;) {
    const { answer, items } = await send(box, null, device, async sent => sent.length === 0 ? /** @type {Receipts} */ ({ now: '', receipts: [] }) : /** @type {Promise<Receipts>} */ (
      ask('/api/phone/outbox', { now: new Date(clock.own()).toISOString(), items: sent })), care)
    const receipts = await settle(box, null, answer.receipts, clock.own())
    const forgotten = await box.change(['item', 'meta'], async deed => {
      await receipts(deed)
      return tellAgain(deed, answer.epoch)
    })
    if (forgotten) care.but.clear()
    if (answer.wipe && phone.holding?.device === device) return phone.erase()
    if (items.length === 0) return
  }
}

/** The server knows us: the half may stay so long. Nothing is put down if the phone changed hands in the meantime. @param {import('./box.js').Deed} deed @param {Phone} phone @param {string} device @param {number} lease */
async function stay(deed, phone, device, lease) {
  /** @type {Holding|undefined} */
  const holding = await deed.get('meta', 'holding')
  if (holding?.device !== device) throw new Error('the phone changed hands')
  deed.put('meta', { ...holding, lease }, 'holding')
  deed.put('meta', /** @type {Time} */ (phone.clock.known()), 'time')
  if (phone.holding) phone.holding.lease = lease
}
