// One visit on one sheet: how, whom, what was found, a line of words.
/** @import { App, Screen } from '../app.js' */
/** @import { Finding, Home, Met, VisitBody, Way } from '../types.js' */
/** @import { Reading, Written } from './sheet.js' */
import { choice, el, note, text } from '../page.js'
import { named, say } from '../words.js'
import { dictation } from './dictate.js'
import { sheet } from './sheet.js'

const WAYS = /** @type {const} */ (['HOME', 'TALK', 'CALL'])
const METS = /** @type {const} */ (['HEAD', 'FAMILY', 'OTHER', 'NOBODY'])
const FINDINGS = /** @type {const} */ (['WELL', 'NEED', 'REFUSED'])
const TOPICS = 8

/**
 * @param {App} app @param {string} id of the household
 * @param {string} [before] the visit this one puts right, or the refused item it replaces
 * @returns {Screen|Promise<Screen>}
 */
export function visit(app, id, before) {
  const home = app.book.home(id)
  if (!home) return { title: say('notHere'), body: [note(say('notHereWhy')), el('a', { class: 'go', href: '#/' }, say('backToTurn'))] }
  const wrong = home.visits.find(visit => visit.id === before)
  const refused = app.book.items.find(item => item.id === before && item.state === 'refused')?.told?.fact
  const first = wrong ?? (refused?.kind === 'visit' ? refused.body : null)
  const occasion = home.occasions.find(o => !o.answered && (home.due.occasion === null || home.due.occasion === o.id || home.due.occasion === o.code))
  return sheet(app, {
    title: say(wrong ? 'correctTitle' : 'homeOf', home.head),
    name: ['visit', id, before].filter(Boolean).join(':'),
    household: id,
    first: first ? values(first) : { way: ['HOME'], ...(occasion ? { occasion: [occasion.id] } : {}) },
    fields: written => fields(app, written, occasion),
    react,
    read: written => read(written, home, wrong?.id ?? (refused?.kind === 'visit' ? refused.body.corrects : null)),
    instead: refused ? before : undefined,
  })
}

/** @param {App} app @param {Written} written @param {Home['occasions'][number]|undefined} occasion */
function fields(app, written, occasion) {
  const topics = /** @type {[string, string][]} */ (app.book.lists().topics.map(topic => [topic.code, named(topic)]))
  const words = text('words', say('oneLine'), { value: written.one('words'), most: 500, hint: say('noPhoto') })
  const need = text('needWords', say('whatNeed'), { value: written.one('needWords'), most: 200 })
  for (const field of [words, need]) field.append(dictation(/** @type {HTMLTextAreaElement} */ (field.querySelector('textarea'))))
  const what = app.book.lists().occasions.find(o => o.code === occasion?.code)
  return [
    choice({ name: 'way', legend: say('how'), answers: WAYS.map(way => [way, say(`way${way}`)]), chosen: written.one('way') }),
    choice({ name: 'met', legend: say('whom'), answers: METS.map(met => [met, say(`met${met}`)]), chosen: written.one('met') }),
    choice({ name: 'finding', legend: say('howIsIt'), answers: FINDINGS.map(f => [f, say(`finding${f}`)]), chosen: written.one('finding') }),
    el('div', { class: 'whenNeed' },
      choice({ name: 'needTopic', legend: say('whichNeed'), answers: topics, chosen: written.one('needTopic') }), need),
    choice({ name: 'topics', legend: say('about'), answers: topics, chosen: written.all('topics'), several: true, hint: say('aboutHint') }),
    ...(occasion ? [choice({ name: 'occasion', legend: say('answers'), answers: [[occasion.id, what ? named(what) : say('somethingHappened')]], chosen: written.all('occasion'), several: true })] : []),
    words,
  ]
}

/** Nobody met: nothing more to ask. A need: what it is. @param {HTMLFormElement} form */
function react(form) {
  const chosen = new FormData(form)
  const nobody = chosen.get('met') === 'NOBODY'
  hideUnless(form, '#finding', !nobody)
  hideUnless(form, '#topics', !nobody)
  hideUnless(form, '.whenNeed', !nobody && chosen.get('finding') === 'NEED')
}

/** @param {HTMLFormElement} form @param {string} part @param {boolean} wanted */
function hideUnless(form, part, wanted) {
  const found = form.querySelector(part)
  if (found instanceof HTMLElement) found.hidden = !wanted
}

/** @param {Written} written @param {Home} home @param {string|null} corrects @returns {Reading} */
export function read(written, home, corrects) {
  const met = written.one('met')
  const nobody = met === 'NOBODY'
  const finding = nobody ? 'NOBODY_HOME' : written.one('finding')
  const need = finding === 'NEED' ? { topic: written.one('needTopic'), words: written.one('needWords') } : null
  const topics = nobody ? [] : written.all('topics')
  if (!met) return { missing: 'met', words: say('missMet') }
  if (!finding) return { missing: 'finding', words: say('missFinding') }
  if (need && !need.topic) return { missing: 'needTopic', words: say('missNeedTopic') }
  if (need && !need.words) return { missing: 'needWords', words: say('missNeedWords') }
  if (topics.length > TOPICS) return { missing: 'topics', words: say('tooManyTopics', TOPICS) }
  return {
    fact: {
      kind: 'visit',
      body: {
        household: home.id, way: /** @type {Way} */ (written.one('way') || 'HOME'), met: /** @type {Met} */ (met), finding: /** @type {Finding} */ (finding),
        topics, words: written.one('words'), need, occasion: written.one('occasion') || null, corrects,
      },
    },
  }
}

/** @param {Pick<VisitBody, 'way'|'met'|'finding'|'topics'|'words'|'need'>} body @returns {import('./draft.js').Values} */
function values({ way, met, finding, topics, words, need }) {
  return { way: [way], met: [met], finding: [finding], topics, words: [words], needTopic: need ? [need.topic] : [], needWords: need ? [need.words] : [] }
}
