// What I wrote down, and what became of it.
/** @import { App, Screen } from '../app.js' */
/** @import { Mine } from '../book.js' */
/** @import { Held } from '../types.js' */
import { takeBack } from '../outbox.js'
import { el, note } from '../page.js'
import { say } from '../words.js'
import { moment } from '../when.js'
import { figures } from '../turn/turn.js'
import { headline } from './headline.js'

/** @param {App} app @returns {Screen} */
export function queue(app) {
  const { items, known } = app.book
  const held = known?.held ?? []
  const decided = new Map(held.map(h => [h.id, h]))
  const others = held.filter(h => !items.some(item => item.id === h.id))
  const refused = items.filter(item => item.state === 'refused')
  const asked = items.filter(item => decided.has(item.id))
  const waiting = items.filter(item => item.state === 'waiting')
  const kept = items.filter(item => item.state === 'kept' && !decided.has(item.id)).slice(0, 20)
  return {
    title: say('queueTitle'), live: true,
    body: [
      items.length + others.length === 0 ? note(say('queueEmpty')) : null,
      list('needsYou', [...refused.map(item => sorry(app, item))]),
      list('withTownship', [...asked.map(item => withTownship(app, decided.get(item.id), item)), ...others.map(h => withTownship(app, h))]),
      list('waitingHere', waiting.map(item => waits(app, item))),
      list('arrived', kept.map(item => row(app, item, 'good', item.answer === 'quarantined' ? item.told?.say ?? say('quarantined') : say('arrivedLine')))),
      figures(app),
    ].filter(part => part !== null),
  }
}

/** @param {'needsYou'|'withTownship'|'waitingHere'|'arrived'} title @param {Node[]} rows */
function list(title, rows) {
  return rows.length === 0 ? null : el('section', { class: 'sheet' }, el('h2', {}, say(title, rows.length)), el('ul', { class: 'items' }, rows))
}

/** @param {App} app @param {Mine} item @param {'bad'|'wait'|'good'} tone @param {string} state @param {...Node} more */
function row(app, item, tone, state, ...more) {
  const home = item.told && app.book.home(item.told.household)
  return el('li', { class: tone },
    el('p', {}, el('b', {}, home ? say('homeOf', home.head) : say(item.told ? 'homeMoved' : 'sealedHome')), ' · ', moment(Date.parse(item.made) + (item.offset ?? 0), app.phone.clock.now())),
    el('p', { class: 'words' }, headline(app, item)),
    el('p', { class: 'state' }, state),
    more.length > 0 ? el('p', { class: 'links' }, ...more) : null)
}

/** @param {App} app @param {Mine} item */
function waits(app, item) {
  if (item.tried) return row(app, item, 'wait', say('mayHaveArrived'))
  return row(app, item, 'wait', say('savedWaits'), el('button', { type: 'button', onclick: () => undo(app, item.id) }, say('takeBack')))
}

/** @param {App} app @param {string} id */
export async function undo(app, id) {
  const done = await takeBack(app.phone.box, id)
  app.flash = { words: say(done ? 'takenBack' : 'tooLate'), tone: done ? 'good' : 'wait' }
  await app.changed()
}

/** Not taken: why, and what to do. @param {App} app @param {Mine} item */
function sorry(app, item) {
  const fact = item.told?.fact
  const again = fact?.kind === 'visit' && app.book.home(fact.body.household)
    ? el('a', { href: `#/visit/${fact.body.household}/${item.id}` }, say('writeAgain')) : null
  const away = el('button', { type: 'button', onclick: () => { if (confirm(say('letGoSure'))) return undo(app, item.id) } }, say('letGo'))
  return row(app, item, 'bad', (item.told?.say ?? say('notTaken')) + (item.code ? ` (${item.code})` : ''), ...(again ? [again, away] : [away]))
}

/** @param {App} app @param {Held|undefined} held @param {Mine} [item] */
function withTownship(app, held, item) {
  const words = say(`held${held?.state ?? 'WAITING'}`)
  const state = held?.state === 'ASKED' ? words + (held.say ?? '') : held?.say ?? words
  const tone = held?.state === 'ASKED' ? 'bad' : held?.state === 'WAITING' ? 'wait' : 'good'
  return item ? row(app, item, tone, state) : el('li', { class: tone }, el('p', { class: 'state' }, state))
}
