// What stands around every screen: its title, how things stand, and the ways on.
/** @import { App, Screen } from './app.js' */
import { undo } from './queue/queue.js'
import { el, note } from './page.js'
import { writing } from './update.js'
import { moment } from './when.js'
import { language, say } from './words.js'

/** What is older than this is said to be so. */
const STALE = 24 * 3_600_000

export class Frame {
  /** @param {App} app */
  constructor(app) {
    this.app = app
    /** @type {Screen|null} */ this.screen = null
    this.turn = 0
    /** @type {App['flash']} */ this.flashed = null
    this.release = () => {}
  }

  /** Shows the screen that is asked for now. */
  async draw() {
    const turn = ++this.turn
    const before = this.screen
    await before?.left?.()
    const screen = await this.app.screen()
    if (turn !== this.turn) return // another was asked for meanwhile
    this.release()
    this.release = screen.writing ? writing() : () => {}
    if (this.flashed === this.app.flash) this.app.flash = null // it was seen on the screen before
    this.flashed = this.app.flash
    this.#show(screen)
    scrollTo(0, 0)
    const title = part('h1')
    if (before) title.focus()
    screen.shown?.()
  }

  /** Something changed: the same screen anew, if nobody is writing on it. */
  async refresh() {
    const opened = this.screen && this.screen.bare !== !this.app.phone.key
    if (this.screen?.live || opened) {
      const { turn } = this // a screen that is being drawn goes before
      const screen = await this.app.screen()
      if (turn !== this.turn) return
      if (!screen.live && !opened) return // the address has moved on meanwhile; whoever moved it draws, and one may already write there
      const at = scrollY
      const searching = document.activeElement?.id === 'search'
      this.#show(screen)
      scrollTo(0, at)
      if (searching) document.getElementById('search')?.focus()
    } else {
      this.#around(this.screen)
    }
  }

  /** @param {Screen} screen */
  #show(screen) {
    this.screen = screen
    document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en'
    document.documentElement.classList.toggle('elder', this.app.elder)
    document.title = say('lianxin') // the same for all: browsers remember titles, and a household's name is nobody else's to keep
    part('h1').textContent = screen.title
    part('main').replaceChildren(...flash(this.app), ...screen.body)
    this.#around(screen)
  }

  /** @param {Screen|null} screen */
  #around(screen) {
    part('#back').replaceChildren(...(screen?.back ? [el('a', { href: screen.back }, say('back'))] : []))
    part('#net').replaceChildren(...(screen?.bare ? [] : state(this.app)))
    const { waiting, needsYou } = this.app.queue()
    const ways = [['#/', say('navTurn')], ['#/queue', say('navQueue') + (waiting + needsYou > 0 ? ` ${waiting + needsYou}` : '')], ['#/settings', say('navSettings')]]
    const here = location.hash || '#/'
    part('nav').replaceChildren(...(screen?.bare || screen?.writing ? [] : ways.map(([href, words]) => el('a', { href, 'aria-current': href === here ? 'page' : null }, words))))
  }
}

/** How things stand: signal, queue, age of what is shown. @param {App} app @returns {Node[]} */
function state(app) {
  const { waiting, needsYou } = app.queue()
  const { at } = app.book.place
  const now = app.phone.clock.now()
  const parts = [
    app.phone.identity?.unknown ? el('a', { href: '#/mine', class: 'bad' }, say('notKnown')) : signal(app) ? el('span', {}, signal(app)) : null,
    waiting > 0 ? el('a', { href: '#/queue' }, say('waiting', waiting)) : null,
    needsYou > 0 ? el('a', { href: '#/queue', class: 'bad' }, say('needsYouShort', needsYou)) : null,
    at ? el('span', { class: now - at > STALE ? 'stale' : 'fresh' }, say('dataFrom', moment(at, now))) : null,
  ].filter(one => one !== null)
  return parts.flatMap((one, i) => i > 0 ? [document.createTextNode(' · '), one] : [one])
}

/** @param {App} app */
function signal(app) {
  const { state } = app.courier
  if (state === 'silent' || !navigator.onLine) return say('noSignal')
  return state === 'busy' ? say('syncing') : state === 'trouble' ? say('trouble') : state === 'full' ? say('fullShort') : ''
}

/** What was just done, said once, with the way back where there is one. @param {App} app @returns {Node[]} */
function flash(app) {
  const { flash } = app
  if (!flash) return []
  const said = note(flash.words, flash.tone)
  const { id } = flash
  if (id && app.book.items.some(item => item.id === id && !item.tried)) said.append(' ', el('button', { type: 'button', onclick: () => undo(app, id) }, say('takeBack')))
  return [said]
}

/** @param {string} selector @returns {HTMLElement} */
function part(selector) {
  const found = document.querySelector(selector)
  if (!(found instanceof HTMLElement)) throw new Error(selector)
  return found
}
