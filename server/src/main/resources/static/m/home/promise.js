// What was promised to a family, and that it was kept.
/** @import { App, Screen } from '../app.js' */
import { el, note, text } from '../page.js'
import { say } from '../words.js'
import { date } from '../when.js'
import { later } from '../clock.js'
import { sheet } from '../visit/sheet.js'

const MOST = 200

/** @param {App} app @param {string} id @returns {Screen|Promise<Screen>} */
export function promise(app, id) {
  const home = app.book.home(id)
  if (!home) return { title: say('notHere'), body: [note(say('notHereWhy'))] }
  const today = app.today()
  return sheet(app, {
    title: say('promiseTitle', home.head),
    name: 'promise:' + id,
    household: id,
    first: { due: [later(today, 14)] },
    fields: written => [
      text('need', say('promiseNeed'), { value: written.one('need'), most: MOST }),
      text('action', say('promiseAction'), { value: written.one('action'), most: MOST, hint: say('promiseHint') }),
      el('div', { class: 'field' }, el('label', { for: 'due' }, say('promiseDue')), el('input', { type: 'date', id: 'due', name: 'due', value: written.one('due'), min: today })),
    ],
    read: written => {
      const [need, action, due] = ['need', 'action', 'due'].map(written.one)
      if (!need) return { missing: 'need', words: say('missPromiseNeed') }
      if (!action) return { missing: 'action', words: say('missPromiseAction') }
      if (!due || due < today) return { missing: 'due', words: say('missPromiseDue') }
      return { fact: { kind: 'promise', body: { household: id, need, action, due } } }
    },
  })
}

/** @param {App} app @param {string} id @param {string} promised @returns {Screen|Promise<Screen>} */
export function kept(app, id, promised) {
  const home = app.book.home(id)
  const found = home?.promises.find(p => p.id === promised)
  if (!home || !found) return { title: say('notHere'), body: [note(say('notHereWhy'))] }
  return sheet(app, {
    title: say('keptTitle', home.head),
    name: 'kept:' + promised,
    household: id,
    fields: written => [
      el('section', { class: 'sheet facts' }, el('p', {}, el('b', {}, found.action)), el('p', { class: 'hint' }, say('promisedFor', found.need), ' · ', say('by', date(found.due, app.today())))),
      text('result', say('keptResult'), { value: written.one('result'), most: MOST, hint: say('keptHint') }),
    ],
    read: written => written.one('result')
      ? { fact: { kind: 'kept', body: { promise: promised, result: written.one('result') } } }
      : { missing: 'result', words: say('missResult') },
  })
}
