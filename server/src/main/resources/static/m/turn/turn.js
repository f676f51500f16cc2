// The first page: whose turn it is, walk by walk.
/** @import { App, Screen } from '../app.js' */
/** @import { Home } from '../types.js' */
import { el, note } from '../page.js'
import { named, say } from '../words.js'
import { date, moment } from '../when.js'
import { bundles, due, reason } from './order.js'
import { find } from './search.js'
import { answered } from '../home/cases.js'

/** @param {App} app @returns {Screen} */
export function turn(app) {
  const results = el('div', { id: 'results' })
  const search = el('input', { type: 'search', id: 'search', value: app.sought, autocomplete: 'off', enterkeyhint: 'search', placeholder: say('searchHint') })
  const show = () => {
    app.sought = search.value
    results.replaceChildren(...(search.value.trim() ? found(app, search.value) : mine(app)))
  }
  search.addEventListener('input', show)
  show()
  return { title: say('turnTitle'), live: true, body: [el('label', { for: 'search', class: 'unseen' }, say('searchLabel')), search, results] }
}

/** @param {App} app @param {string} asked */
function found(app, asked) {
  const homes = find(app.book.homes(), asked)
  return [homes.length === 0 ? note(say('nobodyFound', asked.trim())) : el('ul', { class: 'sheet' }, homes.slice(0, 50).map(home => row(app, home)))]
}

/** @param {App} app */
function mine(app) {
  const today = app.today()
  const homes = app.book.homes()
  if (homes.length === 0) return [note(say(app.book.place.cursor === null ? 'notYetFetched' : 'noHomes'))]
  const wrote = new Set(app.book.items.filter(item => item.state === 'waiting').map(item => item.told?.household))
  const turns = homes.filter(home => due(home, today) && !wrote.has(home.id))
  const done = homes.filter(home => due(home, today) && wrote.has(home.id))
  const rest = homes.filter(home => !due(home, today))
  return [
    turns.length === 0 ? note(say('nobodysTurn'), 'good') : null,
    ...bundles(turns).map(({ name, homes }) => el('section', { class: 'sheet' },
      el('h2', {}, name, el('small', {}, say('oneWalk', homes.length))),
      el('ul', {}, homes.map(home => row(app, home))))),
    fold(app, 'doneHere', done),
    fold(app, 'notYetTheirs', rest),
    figures(app),
  ].filter(part => part !== null)
}

/** @param {App} app @param {'doneHere'|'notYetTheirs'} words @param {Home[]} homes */
function fold(app, words, homes) {
  if (homes.length === 0) return null
  return el('details', { class: 'sheet' }, el('summary', {}, say(words, homes.length)),
    el('ul', {}, bundles(homes).flatMap(bundle => bundle.homes).map(home => row(app, home))))
}

/** @param {App} app @param {Home} home */
function row(app, home) {
  const today = app.today()
  return el('li', { class: 'home' },
    el('a', { href: '#/home/' + home.id },
      el('b', {}, say('homeOf', home.head)), ' ', el('span', { class: 'key' }, home.key),
      el('small', {}, why(app, home), home.due.on && home.due.on > today ? ' · ' + say('by', date(home.due.on, today)) : ''),
      answered(home) && el('small', { class: 'answer' }, say('answerWaits'))),
    el('a', { class: 'pen', href: '#/visit/' + home.id, 'aria-label': say('writeFor', home.head) }, say('write')))
}

/** The reason in words. @param {App} app @param {Home} home */
export function why(app, home) {
  const { key, of } = reason(home, app.book.lists())
  const today = app.today()
  switch (key) {
    case 'occasion': return say('whyOccasion', of.occasion ? named(of.occasion) : say('somethingHappened'))
    case 'deferred': return say('whyDeferred', date(of.until ?? today, today), of.reason ? named(of.reason) : '')
    case 'never': return say('whyNever')
    case 'every': return say('whyEvery', of.every ?? 0)
    case 'everySince': return say('whyEverySince', of.every ?? 0, date(of.last ?? today, today))
    case 'nothingDue': return say('whyNothing')
  }
}

/** The server's figures, with their time. @param {App} app */
export function figures(app) {
  const told = app.book.known?.figures
  if (!told) return null
  return el('p', { class: 'hint figures' }, say('figures', told.homes, told.met, told.due, told.needs), ' ', say('figuresAt', moment(told.at, app.phone.clock.now())))
}
