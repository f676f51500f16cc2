// Opening the phone's book: six digits, without a signal.
/** @import { App, Screen } from '../app.js' */
import { el, note } from '../page.js'
import { say } from '../words.js'

export const DIGITS = 6

/** @param {App} app @returns {Screen} */
export function lock(app) {
  const said = el('div')
  const pin = pinField('pin', say('pin'), async typed => {
    said.replaceChildren(note(say('opening')))
    pin.input.disabled = true
    const result = await app.phone.unlock(typed)
    if (result === 'open') return app.opened()
    if (result === 'erased') return app.draw()
    pin.input.disabled = false
    pin.input.value = ''
    pin.input.focus()
    said.replaceChildren(note(say('wrongPin', app.phone.left()), 'bad'))
  })
  return {
    title: say('lockTitle'),
    bare: true,
    body: [pin.field, said, el('p', { class: 'hint' }, say('lockHint')),
      el('p', { class: 'links' }, el('button', { type: 'button', onclick: () => { if (confirm(say('forgotSure'))) return app.signOut() } }, say('forgot')))],
    shown: () => pin.input.focus(),
  }
}

/** A field that needs no button: the sixth digit sends it. @param {string} id @param {string} label @param {(typed: string) => void} done */
export function pinField(id, label, done) {
  const input = el('input', { id, type: 'password', inputmode: 'numeric', autocomplete: 'off', maxlength: DIGITS, pattern: '[0-9]*', class: 'pin' })
  input.addEventListener('input', () => {
    input.value = input.value.replace(/\D/g, '')
    if (input.value.length === DIGITS) done(input.value)
  })
  return { input, field: el('div', { class: 'field' }, el('label', { for: id }, label), input) }
}
