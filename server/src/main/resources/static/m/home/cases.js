// What a household told us it is troubled by, and where that stands.
/** @import { App } from '../app.js' */
/** @import { Case, Home, Stage } from '../types.js' */
import { el } from '../page.js'
import { named, say } from '../words.js'
import { date } from '../when.js'

/** @type {Set<Stage>} */
const OVER = new Set(['CONFIRMED', 'CLOSED', 'MERGED', 'HANDED_OVER', 'WITHDRAWN'])
/** @type {Set<Stage>} */
const ASKED = new Set(['REPLIED', 'CALL_BACK', 'UNANSWERED'])

/** A household that was fetched by an older program has none. @param {Home} home @returns {Case[]} */
const all = home => home.cases ?? []

/** What is not over yet, the longest heard first. @param {Home} home */
export const going = home => all(home).filter(one => !OVER.has(one.stage)).reverse()

/** What is over. @param {Home} home */
export const over = home => all(home).filter(one => OVER.has(one.stage))

/** Whether there is an answer that the household has not said anything about. @param {Home} home */
export const answered = home => all(home).some(one => ASKED.has(one.stage))

/** Where it stands, in words. @param {Case} one */
export const stands = one => say(`stage${one.stage}`, one.desk)

/** @param {App} app @param {Case} one */
export function trouble(app, one) {
  const today = app.today()
  return el('section', { class: 'sheet trouble' },
    el('p', { class: 'words' }, one.words),
    el('p', {}, el('b', {}, stands(one)), one.due ? ' · ' + say('by', date(one.due, today)) : ''),
    one.reply && el('p', { class: 'answer' }, say(`outcome${one.reply.outcome}`), ': ', one.reply.words, one.reply.reviewOn ? ' ' + say('looksAgain', date(one.reply.reviewOn, today)) : ''),
    ASKED.has(one.stage) && el('p', { class: 'hint' }, say('theySay')),
    el('p', { class: 'hint' }, named(one.about), ' · ', say('heardOn', date(one.heardAt, today)), ' · ', one.number))
}
