// A sheet to write on that loses nothing: its draft is kept, a full phone is told before words are lost, and "kept" is said when it is true.
/** @import { App, Screen } from '../app.js' */
/** @import { Fact } from '../types.js' */
import { Full } from '../box.js'
import { el, note } from '../page.js'
import { say } from '../words.js'
import { Draft, valuesOf } from './draft.js'

/** @typedef {{one: (name: string) => string, all: (name: string) => string[]}} Written */
/** @typedef {{fact: Fact}|{missing: string, words: string}} Reading */

/**
 * @param {App} app
 * @param {object} what
 * @param {string} what.title
 * @param {string} what.name of the draft
 * @param {string} what.household
 * @param {import('./draft.js').Values} [what.first] what stands there when there is no draft
 * @param {(written: Written) => Node[]} what.fields
 * @param {(written: Written) => Reading} what.read
 * @param {(form: HTMLFormElement) => void} [what.react] what follows from what was tapped
 * @param {string} [what.instead] the refused item this one replaces
 * @param {string} [what.button]
 * @returns {Promise<Screen>}
 */
export async function sheet(app, { title, name, household, first = {}, fields, read, react, instead, button }) {
  const draft = new Draft(app.phone.box, app.phone.open().key, name)
  const form = el('form', { novalidate: true, class: 'write' }, fields(written(await draft.read() ?? first)))
  const warning = el('div', { class: 'warning' })
  const go = el('button', { class: 'go', type: 'submit' }, button ?? say('keep'))
  form.append(warning, go)
  form.addEventListener('change', () => react?.(form))
  react?.(form)
  form.addEventListener('submit', async event => {
    event.preventDefault()
    const reading = read(written(valuesOf(form)))
    if ('missing' in reading) return lacking(form, reading.missing, reading.words)
    go.disabled = true
    await draft.stop()
    try {
      await app.keep(reading.fact, household, { draft: draft.name, instead })
    } catch (e) {
      warning.replaceChildren(note(say(e instanceof Full ? 'fullNotKept' : 'notKept'), 'bad'))
      go.disabled = false
      follow()
    }
  })
  const follow = () => draft.follow(form, full => {
    if (full !== Boolean(warning.firstChild)) warning.replaceChildren(...(full ? [note(say('full'), 'bad')] : []))
  })
  return {
    title, back: '#/home/' + household, body: [form], writing: true,
    shown: follow,
    left: () => draft.stop(),
  }
}

/** @param {import('./draft.js').Values} values @returns {Written} */
function written(values) {
  return { one: name => (values[name]?.[0] ?? '').trim(), all: name => values[name] ?? [] }
}

/** Says what is missing where it is missing. @param {HTMLFormElement} form @param {string} id @param {string} words */
function lacking(form, id, words) {
  form.querySelectorAll('.lack').forEach(old => old.remove())
  const field = form.querySelector('#' + id)
  const place = field?.closest('fieldset, .field') ?? form
  place.append(el('p', { class: 'lack', role: 'alert' }, words))
  const target = /** @type {HTMLElement|null} */ (field?.matches('fieldset') ? field.querySelector('input') : field)
  target?.focus()
  place.scrollIntoView({ block: 'center' })
}
