// Not now: one tap says why, and until when.
/** @import { App, Screen } from '../app.js' */
import { el, note } from '../page.js'
import { named, say } from '../words.js'
import { date } from '../when.js'
import { later } from '../clock.js'

/** @param {App} app @param {string} id @returns {Screen} */
export function putOff(app, id) {
  const home = app.book.home(id)
  if (!home) return { title: say('notHere'), body: [note(say('notHereWhy')), el('a', { class: 'go', href: '#/' }, say('backToTurn'))] }
  const today = app.today()
  const failed = el('div')
  return {
    title: say('putOffTitle', home.head),
    back: '#/home/' + id,
    body: [
      el('p', { class: 'hint' }, say('putOffHint')),
      el('ul', { class: 'sheet reasons' }, app.book.lists().deferrals.map(reason => {
        const until = later(today, reason.days)
        const keep = () => app.keep({ kind: 'deferral', body: { household: id, until, reason: reason.code } }, id).catch(() => failed.replaceChildren(note(say('notKept'), 'bad')))
        return el('li', {}, el('button', { type: 'button', onclick: keep }, el('b', {}, named(reason)), el('small', {}, say('until', date(until, today)))))
      })),
      failed,
    ],
  }
}
