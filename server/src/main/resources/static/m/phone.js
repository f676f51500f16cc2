// Whose phone it is: making it one's own, opening and locking it, giving it away.
/** @import { Holding, Identity, Item, Known, Lists } from './types.js' */
/** @import { Deed } from './box.js' */
import { Clock } from './clock.js'
import { bytes, hide, newLock, newSignature, openLock, ROUNDS, show } from './seal.js'
import { uuid } from './uuid.js'

/** After so many wrong PINs everything readable is gone. */
export const TRIES = 10

/** @typedef {{half: string, escrow: string, lease: string, now: string, lists: Lists}} Given what the server gives a new phone */

export class Phone {
  /** @param {import('./box.js').Box} box @param {Clock} clock @param {number} [rounds] */
  constructor(box, clock, rounds = ROUNDS) {
    this.box = box
    this.clock = clock
    this.rounds = rounds
    /** @type {Holding|null} */ this.holding = null
    /** @type {Identity|null} */ this.identity = null
    /** @type {CryptoKey|null} */ this.key = null
  }

  /** What the box knows after a start. Whoever has not been heard of for too long is forgotten here. @param {import('./box.js').Box} box @param {() => number} own @param {number} [rounds] */
  static async wake(box, own, rounds) {
    const phone = new Phone(box, new Clock(own, await box.get('meta', 'time')), rounds)
    await phone.look()
    return phone
  }

  /** Looks again whose it is: another window may have changed it. */
  async look() {
    const before = this.holding?.device
    this.holding = await this.box.get('meta', 'holding') ?? null
    this.identity = this.holding && await this.box.get('identity', this.holding.device)
    if (this.holding?.device !== before) this.key = null
  }

  open() {
    if (!this.key || !this.identity) throw new Error('locked')
    return { key: this.key, identity: this.identity, clock: this.clock }
  }

  /** Whether the lease is over by the latest time known to have come. */
  expired() { return this.holding !== null && this.clock.reached() > this.holding.lease }

  /**
   * Makes the phone somebody's own. What waits sealed stays; if it is his and its old name is unknown to the server it goes under the new one.
   * @param {{id: string, name: string}} me
   * @param {string} pin
   * @param {(body: {id: string, name: string, key: string}) => Promise<Given>} ask
   */
  async claim(me, pin, ask) {
    const id = uuid(this.clock.own())
    const signature = await newSignature()
    const asked = this.clock.own()
    const given = await ask({ id, name: navigator.userAgent.slice(0, 100), key: signature.spki })
    this.clock.learn(given.now, asked, this.clock.own())
    const { lock, key } = await newLock(pin, bytes(given.half), this.rounds)
    /** @type {Identity} */
    const identity = { id, who: me.id, key: signature.key, escrow: given.escrow, unknown: false }
    /** @type {Holding} */
    const holding = { device: id, lock, tries: 0, lease: Date.parse(given.lease) }
    /** @type {Known} */
    const known = { name: me.name, lists: given.lists, figures: null, held: [] }
    const hidden = await hide(key, known, 'known')
    const reread = this.identity?.who === me.id ? await this.#rehide(key) : new Map()
    await this.box.change(['meta', 'home', 'item', 'identity'], async deed => {
      const mine = (/** @type {Identity[]} */ (await deed.all('identity'))).filter(old => old.who === me.id && old.unknown).map(old => old.id)
      await forget(deed, item => ({ ...item, hidden: reread.get(item.id) ?? null, device: mine.includes(item.device) ? id : item.device }))
      deed.put('identity', identity)
      deed.put('meta', holding, 'holding')
      deed.put('meta', hidden, 'known')
      deed.put('meta', this.clock.known(), 'time')
    })
    Object.assign(this, { identity, holding, key })
  }

  /** @param {string} pin @returns {Promise<'open'|'wrong'|'erased'>} */
  async unlock(pin) {
    const tries = await this.#count(holding => holding.tries + 1) // before it is tried: a kill in between wins nothing
    const holding = this.holding
    if (!holding) return 'erased'
    const key = tries > TRIES ? null : await openLock(pin, holding.lock)
    if (key) {
      await this.#count(() => 0)
      this.key = key
      return 'open'
    }
    if (tries < TRIES) return 'wrong'
    await this.erase()
    return 'erased'
  }

  /** How many tries are left. */
  left() { return TRIES - (this.holding?.tries ?? 0) }

  lock() { this.key = null }

  /** Everything readable goes; what waits, or may have to be told again, stays sealed. */
  async erase() {
    await this.box.change(['meta', 'home', 'item', 'identity'], deed => forget(deed, item => ({ ...item, hidden: null })))
    Object.assign(this, { holding: null, identity: null, key: null })
  }

  /** The server does not know this phone: what waits will go under its next name. @param {string} device */
  async notKnown(device) {
    await this.box.change(['identity'], async deed => {
      const identity = await deed.get('identity', device)
      if (identity) deed.put('identity', { ...identity, unknown: true })
    })
    if (this.identity?.id === device) this.identity = { ...this.identity, unknown: true }
  }

  /** @param {(holding: Holding) => number} tries */
  async #count(tries) {
    this.holding = await this.box.change(['meta'], async deed => {
      const holding = /** @type {Holding|undefined} */ (await deed.get('meta', 'holding'))
      if (!holding) return null
      holding.tries = tries(holding)
      deed.put('meta', holding, 'holding')
      return holding
    })
    return this.holding?.tries ?? 0
  }

  /** What its author could read stays readable to him under a new key, if the old one is at hand. @param {CryptoKey} to */
  async #rehide(to) {
    const from = this.key
    const again = new Map()
    for (const item of /** @type {Item[]} */ (from ? await this.box.all('item') : [])) {
      if (!from || !item.hidden) continue
      const about = 'item:' + item.id
      again.set(item.id, await hide(to, await show(from, item.hidden, about), about))
    }
    return again
  }
}

/** What outlives a holder: preferences, the count of items, the clock, and the sealed items with the names they are sent under. @param {Deed} deed @param {(item: Item) => Item} becomes */
async function forget(deed, becomes) {
  for (const key of ['holding', 'known', 'place']) deed.remove('meta', key)
  deed.removeAll('meta', 'draft:')
  deed.empty('home')
  const needed = new Set()
  for (const item of /** @type {Item[]} */ (await deed.all('item'))) {
    const next = becomes(item)
    deed.put('item', next)
    needed.add(next.device)
  }
  for (const { id } of /** @type {Identity[]} */ (await deed.all('identity'))) if (!needed.has(id)) deed.remove('identity', id)
}
