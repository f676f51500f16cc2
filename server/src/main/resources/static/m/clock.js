// What time it is, as far as a phone can know: its own clock, put right by what the server said last.
/** @import { Time } from './types.js' */

export class Clock {
  /** @param {() => number} own the phone's clock, ms @param {Time} [time] what was known before */
  constructor(own, time) {
    this.own = own
    this.offset = time?.offset ?? null
    this.latest = time?.latest ?? 0
  }

  /** The server's time, as well as we know it, ms. */
  now() { return this.own() + (this.offset ?? 0) }

  /** The latest time we know has come: it does not go back when somebody turns the phone's clock. */
  reached() {
    this.latest = Math.max(this.latest, this.now())
    return this.latest
  }

  /**
   * Learns from an answer. The server looked at its clock somewhere between question and answer: half-way is the best guess.
   * @param {string} said @param {number} asked @param {number} answered both by the phone's own clock
   */
  learn(said, asked, answered) {
    const server = Date.parse(said)
    if (Number.isNaN(server)) return
    this.offset = Math.round(server - (asked + Math.max(asked, answered)) / 2)
    this.latest = server
  }

  /** @returns {Time} */
  known() { return { offset: this.offset, latest: this.latest } }
}

const COUNTY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day in the county at that moment, as 2026-03-03. @param {number|string} moment */
export const day = moment => COUNTY.format(new Date(moment))

/** @param {string} from a day @param {number} days */
export function later(from, days) {
  return new Date(Date.parse(from + 'T00:00:00Z') + days * 86_400_000).toISOString().slice(0, 10)
}

/** Whole days from one to the other. @param {string} from @param {string} to */
export const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
