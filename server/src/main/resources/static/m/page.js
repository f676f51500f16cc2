// Making pieces of a page.

/** @typedef {Node|string|number|null|undefined|false} Inside */

/**
 * An element: attributes by name, what happens by `onclick` and its like, true for an attribute without a value.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown>} [with_]
 * @param {...(Inside|Inside[])} inside
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, with_ = {}, ...inside) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(with_)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), /** @type {EventListener} */ (value))
    else if (value === true) made.setAttribute(name, '')
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, String(value))
  }
  for (const part of inside.flat()) if (part !== null && part !== undefined && part !== false) made.append(part instanceof Node ? part : String(part))
  return made
}

/**
 * A question with big answers to tap: one of them, or several.
 * @param {object} q
 * @param {string} q.name
 * @param {string} q.legend
 * @param {[string, string][]} q.answers value and words
 * @param {string|string[]|null} [q.chosen]
 * @param {boolean} [q.several]
 * @param {string} [q.hint]
 */
export function choice({ name, legend, answers, chosen = null, several = false, hint }) {
  return el('fieldset', { id: name },
    el('legend', {}, legend),
    el('div', { class: 'pills' }, answers.map(([value, words]) => el('label', { class: 'pill' },
      el('input', { type: several ? 'checkbox' : 'radio', name, value, checked: Array.isArray(chosen) ? chosen.includes(value) : chosen === value }),
      el('span', {}, words)))),
    hint ? el('p', { class: 'hint' }, hint) : null)
}

/** @param {string} name @param {string} label @param {{value?: string, most: number, rows?: number, hint?: string}} how */
export function text(name, label, { value = '', most, rows = 2, hint }) {
  const field = el('textarea', { id: name, name, rows, maxlength: most, autocomplete: 'off', 'aria-describedby': hint ? name + '-hint' : null })
  field.value = value
  return el('div', { class: 'field' }, el('label', { for: name }, label), field, hint ? el('p', { class: 'hint', id: name + '-hint' }, hint) : null)
}

/** @param {HTMLFormElement} form */
export function answers(form) {
  const data = new FormData(form)
  return {
    /** @param {string} name */
    one: name => String(data.get(name) ?? ''),
    /** @param {string} name */
    all: name => data.getAll(name).map(String),
  }
}

/** Something to be told at once, before anything else on the page. @param {string} words @param {'bad'|'wait'|'good'} [tone] */
export const note = (words, tone = 'wait') => el('p', { class: 'note ' + tone, role: tone === 'bad' ? 'alert' : 'status' }, words)
