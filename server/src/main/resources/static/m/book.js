// What an open phone has in its head: homes, items and lists in the clear. It is gone when the phone is locked.
/** @import { Home, Item, Known, Place, Told } from './types.js' */
/** @import { Phone } from './phone.js' */
import { open } from './feed.js'
import { told } from './outbox.js'
import { show } from './seal.js'

/** @typedef {Item & {told: Told|null}} Mine */

export class Book {
  /** @param {Phone} phone */
  constructor(phone) {
    this.phone = phone
    /** @type {Map<string, {h: string, home: Home}>} */ this.read = new Map()
    /** @type {Mine[]} latest first */ this.items = []
    /** @type {Known|null} */ this.known = null
    /** @type {Place} */ this.place = { cursor: null, at: null }
  }

  /** Reads what changed in the box since last time, whoever changed it. */
  async refresh() {
    const { box } = this.phone
    const { key } = this.phone.open()
    const held = await box.hashes()
    for (const id of this.read.keys()) if (!held.has(id)) this.read.delete(id)
    const changed = [...held].filter(([id, h]) => this.read.get(id)?.h !== h)
    const rows = changed.length > 50 ? await box.all('home') : await Promise.all(changed.map(([id]) => box.get('home', id)))
    await Promise.all(rows.filter(Boolean).map(row => this.#take(key, row)))
    const items = /** @type {Item[]} */ (await box.all('item'))
    this.items = (await Promise.all(items.filter(item => item.hidden || item.state !== 'kept').map(async item => ({ ...item, told: await told(key, item) })))).sort((a, b) => b.seq - a.seq)
    this.known = await show(key, await box.get('meta', 'known'), 'known')
    this.place = await box.get('meta', 'place') ?? this.place
  }

  /** One that cannot be read is as good as not there: the next round brings it again. @param {CryptoKey} key @param {any} row */
  async #take(key, row) {
    try {
      this.read.set(row.id, { h: row.h, home: await open(key, row) })
    } catch {
      this.read.delete(row.id)
      await this.phone.box.change(['home'], deed => deed.remove('home', row.id))
    }
  }

  /** @returns {Home[]} */
  homes() { return [...this.read.values()].map(row => row.home) }

  /** @param {string} id */
  home(id) { return this.read.get(id)?.home ?? null }

  lists() { return this.known?.lists ?? { version: 0, topics: [], occasions: [], deferrals: [] } }

  /** What was written down about a household and is not in its story yet. @param {string} household */
  waitingFor(household) { return this.items.filter(item => item.state === 'waiting' && item.told?.household === household) }
}

/** How many wait, and how many need their author. @param {Item[]} items @param {number} asked how many the township asks back about */
export function queueOf(items, asked) {
  return {
    waiting: items.filter(item => item.state === 'waiting').length,
    needsYou: items.filter(item => item.state === 'refused').length + asked,
  }
}
