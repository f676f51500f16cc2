// When to have a word with the server: at once when something was written or the signal is back, else now and then, and never when it asked for peace.
/** @import { Phone } from './phone.js' */
/** @import { Identity, Item } from './types.js' */
import { Full } from './box.js'
import { round, sendOnly } from './round.js'
import { Silence, Unknown, wire } from './wire.js'

const NOW_AND_THEN = 5 * 60_000
const SOON = 5_000
const SILENCE = 15_000

/** @typedef {'idle'|'busy'|'silent'|'trouble'|'full'} State */

export class Courier {
  /** @param {Phone} phone @param {typeof fetch} ask @param {(result: 'done'|'wiped'|'silent') => unknown} after every round */
  constructor(phone, ask, after) {
    this.phone = phone
    this.ask = ask
    this.after = after
    /** @type {State} */ this.state = 'idle'
    this.silences = 0
    this.notBefore = 0
    this.wanted = false
    /** @type {ReturnType<typeof setTimeout>|undefined} */ this.timer = undefined
  }

  /** Has a round now, or one more if there is one already; not while another window has one or the server asked for peace. */
  async go() {
    const peace = this.notBefore - Date.now()
    if (peace > 0) return this.#again(peace)
    this.wanted = true
    if (this.state === 'busy') return // it goes on
    this.#again(NOW_AND_THEN)
    await navigator.locks.request('lianxin-round', { ifAvailable: true }, async lock => {
      if (!lock) return this.#again(SOON)
      while (this.wanted) {
        this.wanted = false
        this.state = 'busy'
        await this.after(await this.#everybody())
      }
    })
  }

  /** @returns {Promise<'done'|'wiped'|'silent'>} */
  async #everybody() {
    const identities = /** @type {Identity[]} */ (await this.phone.box.all('identity')).filter(who => !who.unknown)
    const waiting = new Set((/** @type {Item[]} */ (await this.phone.box.all('item'))).filter(item => item.state === 'waiting').map(item => item.device))
    /** @type {'done'|'wiped'|'silent'} */
    let result = 'done'
    for (const who of identities) {
      const open = this.phone.key !== null && who.id === this.phone.identity?.id
      if (!open && !waiting.has(who.id)) continue
      try {
        const ask = wire(who, this.phone.clock, this.ask)
        if (open) result = await round(this.phone, ask)
        else await sendOnly(this.phone, who.id, ask)
        this.state = 'idle'
        this.silences = 0
      } catch (e) {
        result = await this.#failed(e, who.id)
        if (result === 'silent') break
      }
    }
    if (this.state === 'busy') this.state = 'idle'
    return result
  }

  /** @param {unknown} e @param {string} device @returns {Promise<'done'|'silent'>} */
  async #failed(e, device) {
    if (e instanceof Unknown) {
      await this.phone.notKnown(device)
      this.state = 'trouble'
      return 'done'
    }
    if (e instanceof Silence) {
      const wait = Math.max(e.after, Math.min(NOW_AND_THEN, SILENCE * 2 ** this.silences++))
      if (e.after > 0) this.notBefore = Date.now() + e.after
      this.#again(wait * (1 + Math.random() / 4))
      this.state = 'silent'
      return 'silent'
    }
    this.state = e instanceof Full ? 'full' : 'trouble'
    return 'done'
  }

  /** @param {number} ms */
  #again(ms) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.go(), ms)
  }
}
