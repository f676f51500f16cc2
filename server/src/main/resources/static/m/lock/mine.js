// Making the phone one's own: sign in once with a signal, choose six digits, and it works without one.
/** @import { App, Screen } from '../app.js' */
import { el, note } from '../page.js'
import { say } from '../words.js'
import { pinField } from './lock.js'

/** @typedef {{id: string, name: string, csrf: {header: string, token: string}}} Me */

/** @param {App} app @returns {Promise<Screen>} */
export async function mine(app) {
  const me = location.hash === '#/mine' ? await whoAmI() : null // on the way back from signing in
  const sealed = (await app.phone.box.all('item')).filter(item => item.state === 'waiting')
  return {
    title: say('mineTitle'),
    bare: true,
    body: [
      app.farewell ? note(app.farewell, 'bad') : null,
      sealed.length > 0 ? note(say('sealedWait', sealed.length)) : null,
      ...(me === 'noRound' ? [note(say('noRound'), 'bad')] : me === 'silence' ? silence(app) : me === null ? signIn() : choose(app, me)),
    ].filter(part => part !== null),
  }
}

/** @returns {Promise<Me|null|'silence'|'noRound'>} null: nobody is signed in */
async function whoAmI() {
  try {
    const answer = await fetch('/api/phone/me', { headers: { Accept: 'application/json' }, credentials: 'same-origin', redirect: 'error' })
    if (answer.status === 401) return null
    if (answer.status === 403) return 'noRound'
    return answer.ok ? await answer.json() : 'silence'
  } catch {
    return 'silence'
  }
}

/** Asks the server to know this phone. @param {Me} me @param {object} body @returns {Promise<import('../phone.js').Given>} */
async function give(me, body) {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json', [me.csrf.header]: me.csrf.token }
  const answer = await fetch('/api/phone/devices', { method: 'POST', headers, body: JSON.stringify(body), credentials: 'same-origin' })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

/** @param {App} app */
function silence(app) {
  return [note(say('needSignal')), el('button', { type: 'button', class: 'go', onclick: () => app.draw() }, say('tryAgain'))]
}

function signIn() {
  return [el('p', {}, say('signInWhy')), el('p', { class: 'hint' }, say('noPhoto')), el('a', { class: 'go', href: '/m/mine' }, say('signIn'))]
}

/** @param {App} app @param {Me} me */
function choose(app, me) {
  let first = ''
  const said = el('div')
  const again = pinField('again', say('pinAgain'), async typed => {
    if (typed !== first) return over('pinsDiffer')
    again.input.disabled = true
    said.replaceChildren(note(say('making')))
    try {
      await app.claim(me, typed, body => give(me, body))
    } catch {
      again.input.disabled = false
      over('makingFailed')
    }
  })
  again.field.hidden = true
  const pin = pinField('pin', say('choosePin'), typed => {
    if (easy(typed)) return over('pinEasy')
    first = typed
    said.replaceChildren()
    again.field.hidden = false
    again.input.focus()
  })
  const over = (/** @type {'pinsDiffer'|'pinEasy'|'makingFailed'} */ why) => {
    pin.input.value = again.input.value = ''
    again.field.hidden = true
    pin.input.focus()
    said.replaceChildren(note(say(why), 'bad'))
  }
  return [el('p', {}, say('hello', me.name)), pin.field, again.field, said, el('p', { class: 'hint' }, say('pinHint'))]
}

/** What is tried first: one digit, or a run of them. @param {string} pin */
export function easy(pin) {
  const steps = new Set([...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at])))
  return steps.size === 1 && [0, 1, -1].includes([...steps][0])
}
