// The app: which screen is shown, and what holds while it is.
/** @import { Fact } from './types.js' */
/** @import { Given, Phone } from './phone.js' */
import { Book, queueOf } from './book.js'
import { day } from './clock.js'
import { Courier } from './courier.js'
import { Frame } from './frame.js'
import { home } from './home/home.js'
import { kept, promise } from './home/promise.js'
import { putOff } from './home/putoff.js'
import { lock } from './lock/lock.js'
import { mine } from './lock/mine.js'
import { keep } from './outbox.js'
import { queue } from './queue/queue.js'
import { settings } from './settings/settings.js'
import { turn } from './turn/turn.js'
import * as update from './update.js'
import { visit } from './visit/visit.js'
import { named, say, speak } from './words.js'

/**
 * @typedef {object} Screen
 * @property {string} title
 * @property {Node[]} body
 * @property {boolean} [live] drawn anew when something changes
 * @property {boolean} [bare] without the ways to other screens
 * @property {boolean} [writing] something is being written
 * @property {string} [back]
 * @property {() => void} [shown]
 * @property {() => unknown} [left]
 */

/** @type {Record<string, (app: App, ...rest: any[]) => Screen|Promise<Screen>>} */
const SCREENS = { '': turn, home, visit, defer: putOff, promise, kept, queue, settings, mine }

export class App {
  /** @param {Phone} phone @param {boolean} elder */
  constructor(phone, elder) {
    this.phone = phone
    this.book = new Book(phone)
    this.courier = new Courier(phone, fetch.bind(globalThis), result => this.#after(result))
    this.frame = new Frame(this)
    this.others = new BroadcastChannel('lianxin')
    this.others.onmessage = () => this.changed(false)
    this.elder = elder
    this.sought = ''
    this.farewell = ''
    /** @type {{words: string, tone: 'good'|'wait'|'bad', id?: string}|null} */ this.flash = null
  }

  today() { return day(this.phone.clock.now()) }

  /** @param {string} code */
  topic(code) {
    const topic = this.book.lists().topics.find(t => t.code === code)
    return topic ? named(topic) : null
  }

  queue() { return queueOf(this.book.items, this.book.known?.held.filter(h => h.state === 'ASKED').length ?? 0) }

  newVersion() { return update.waits() }

  /** The screen the address asks for, or the one that must come before it. @returns {Screen|Promise<Screen>} */
  screen() {
    const [name, ...rest] = location.hash.replace(/^#\/?/, '').split('/')
    if (!this.phone.holding) return mine(this)
    if (!this.phone.key) return lock(this)
    if (name === 'mine' && !this.phone.identity?.unknown) return turn(this)
    return (SCREENS[name] ?? turn)(this, ...rest)
  }

  draw() { return this.frame.draw() }

  /** Something changed here or in another window. @param {boolean} [tell] the other windows */
  async changed(tell = true) {
    await this.phone.look()
    if (this.phone.key) await this.book.refresh()
    if (tell) this.others.postMessage('changed')
    await this.frame.refresh()
  }

  /** @param {Fact} fact @param {string} household @param {{draft?: string, instead?: string}} [done] */
  async keep(fact, household, done) {
    const id = await keep(this.phone.box, this.phone.open(), fact, household, done)
    this.flash = { words: say('kept', this.book.home(household)?.head ?? ''), tone: 'good', id }
    await this.changed()
    location.hash = '#/'
    this.courier.go()
  }

  /** @param {{id: string, name: string}} me @param {string} pin @param {(body: object) => Promise<Given>} ask */
  async claim(me, pin, ask) {
    await this.phone.claim(me, pin, ask)
    navigator.storage.persist?.()
    this.farewell = ''
    this.others.postMessage('changed')
    location.hash = '#/'
    await this.opened()
  }

  async opened() {
    this.book = new Book(this.phone)
    await this.book.refresh()
    await this.draw()
    if (this.phone.identity?.unknown) location.hash = '#/mine'
    else this.courier.go()
  }

  async lockNow() {
    this.phone.lock()
    this.book = new Book(this.phone)
    await this.draw()
    await update.takeOver()
  }

  /** The readable goes, what waits stays sealed and is sent. */
  async signOut() {
    await this.courier.go()
    await this.gone(say('signedOut'))
  }

  /** @param {string} why */
  async gone(why) {
    if (this.phone.holding) await this.phone.erase()
    this.farewell = why
    this.book = new Book(this.phone)
    this.others.postMessage('changed')
    await this.draw()
  }

  /** @param {'language'|'view'} what @param {string} how */
  async prefer(what, how) {
    await this.phone.box.change(['meta'], deed => deed.put('meta', how, what))
    if (what === 'language') speak(how)
    else this.elder = how === 'elder'
    await this.draw()
  }

  /** Looks at the clock: who was not heard of for too long keeps nothing readable. */
  async tick() {
    if (this.phone.expired()) await this.gone(say('leaseOver'))
  }

  /** @param {'done'|'wiped'|'silent'} result */
  async #after(result) {
    if (result === 'wiped') return this.gone(say('wiped'))
    if (result === 'done') update.look()
    await this.changed()
  }
}
