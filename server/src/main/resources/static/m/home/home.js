// A household: what is open, its story, and what can be done here.
/** @import { App, Screen } from '../app.js' */
/** @import { Home, Promised, Visit } from '../types.js' */
import { el, note } from '../page.js'
import { named, say } from '../words.js'
import { date } from '../when.js'
import { why } from '../turn/turn.js'
import { headline } from '../queue/headline.js'
import { open, story } from './story.js'
import { going, stands, trouble } from './cases.js'

/** @param {App} app @param {string} id @returns {Screen} */
export function home(app, id) {
  const found = app.book.home(id)
  if (!found) return { title: say('notHere'), body: [note(say('notHereWhy')), el('a', { class: 'go', href: '#/' }, say('backToTurn'))] }
  const waiting = app.book.waitingFor(id)
  return {
    title: say('homeOf', found.head),
    live: true,
    back: '#/',
    body: [
      facts(app, found),
      ...going(found).map(one => trouble(app, one)),
      ...open(found, waiting).map(promise => owed(app, found, promise)),
      el('h2', {}, say('story')),
      el('ol', { class: 'story' }, story(found, waiting).map(event => el('li', { class: event.what }, ...told(app, found, event)))),
      found.visits.length + waiting.length === 0 ? note(say('storyEmpty')) : el('p', { class: 'hint' }, say('storyYear')),
      el('p', { class: 'links' },
        el('a', { href: '#/defer/' + id }, say('putOff')),
        el('a', { href: '#/promise/' + id }, say('promiseSomething'))),
      el('div', { class: 'bar' }, el('a', { class: 'go', href: '#/visit/' + id }, say('writeVisit'))),
    ],
  }
}

/** @param {App} app @param {Home} home */
function facts(app, home) {
  const today = app.today()
  return el('section', { class: 'sheet facts' },
    el('p', {}, say('where', home.village.name, home.group, home.key), ' · ', say('people', home.size)),
    el('p', { class: 'reason' }, why(app, home), home.due.on ? ' · ' + say('by', date(home.due.on, today)) : ''),
    home.flags.length > 0 && el('p', { class: 'flags' }, home.flags.map(flag => el('span', {}, named(flag)))),
    home.phone && el('a', { class: 'call', href: 'tel:' + home.phone }, say('call', home.phone)))
}

/** @param {App} app @param {Home} home @param {Promised} promise */
function owed(app, home, promise) {
  return el('section', { class: 'sheet owed' },
    el('p', {}, el('b', {}, promise.action), el('small', {}, say('promisedFor', promise.need), ' · ', say('by', date(promise.due, app.today())))),
    el('a', { class: 'pen', href: `#/kept/${home.id}/${promise.id}`, 'aria-label': say('keptIt') + ': ' + promise.action }, say('keptIt')))
}

/** @param {App} app @param {Home} home @param {import('./story.js').Event} event @returns {(Node|string)[]} */
function told(app, home, event) {
  const on = el('time', {}, date(event.on, app.today()))
  switch (event.what) {
    case 'visit': return [on, ...visited(app, home, event.visit)]
    case 'case': return [on, el('p', {}, stands(event.case)), el('p', { class: 'words' }, event.case.words)]
    case 'promise': return [on, event.promise.action]
    case 'kept': return [on, el('p', {}, say('wasKept', event.promise.action)), el('p', { class: 'words' }, event.promise.result ?? '')]
    case 'occasion': {
      const what = app.book.lists().occasions.find(o => o.code === event.occasion.code)
      return [on, el('p', {}, what ? named(what) : say('somethingHappened'), event.occasion.answered ? '' : ' · ' + say('notAnswered'))]
    }
    case 'contact': return [on, el('p', {}, say('contactSince'))]
    case 'mine': return [on, el('p', {}, headline(app, event.item)), el('p', { class: 'waits' }, say('savedWaits'))]
  }
}

/** @param {App} app @param {Home} home @param {Visit} visit */
function visited(app, home, visit) {
  const topics = visit.topics.map(code => app.topic(code)).filter(Boolean)
  return [
    el('p', { class: visit.corrected ? 'corrected' : null },
      visit.mine ? say('me') : visit.by, ' · ', say(`way${visit.way}`), ' · ', say(visit.finding === 'NEED' || visit.finding === 'NOBODY_HOME' ? `finding${visit.finding}` : `met${visit.met}`),
      visit.finding === 'REFUSED' ? ' · ' + say('findingREFUSED') : '', topics.length > 0 ? ' · ' + topics.join('、') : ''),
    visit.need ? el('p', { class: 'need' }, app.topic(visit.need.topic) ?? '', ': ', visit.need.words) : '',
    visit.words ? el('p', { class: 'words' }, visit.words) : '',
    visit.corrected ? el('p', { class: 'hint' }, say('correctedLater')) : visit.mine ? el('a', { class: 'small', href: `#/visit/${home.id}/${visit.id}` }, say('correct')) : '',
  ]
}
