// Writing by speaking. Only where the browser understands speech on the phone itself: what a family says goes to no third party.
// Elsewhere the keyboard's own microphone does it.
import { el } from '../page.js'
import { language, say } from '../words.js'

/**
 * @typedef {object} Listener what browsers call SpeechRecognition, as far as we use it
 * @property {string} lang
 * @property {boolean} processLocally
 * @property {boolean} interimResults
 * @property {((event: {results: ArrayLike<ArrayLike<{transcript: string}>>}) => void)|null} onresult
 * @property {(() => void)|null} onend
 * @property {() => void} start
 * @property {() => void} stop
 */
/** @typedef {{new(): Listener, available?: (how: {langs: string[], processLocally: boolean}) => Promise<string>}} Listeners */

/** @param {HTMLTextAreaElement} field @returns {HTMLElement} where a button appears if the phone can do it */
export function dictation(field) {
  const place = el('div', { class: 'dictate' })
  const kind = /** @type {{SpeechRecognition?: Listeners}} */ (/** @type {unknown} */ (globalThis)).SpeechRecognition
  const lang = language() === 'zh' ? 'zh-CN' : 'en-GB'
  kind?.available?.({ langs: [lang], processLocally: true }).then(can => {
    if (can === 'available') place.append(button(new kind(), lang, field))
  }).catch(() => {})
  return place
}

/** @param {Listener} listener @param {string} lang @param {HTMLTextAreaElement} field */
function button(listener, lang, field) {
  let listening = false
  const made = el('button', { type: 'button', class: 'pen', 'aria-pressed': 'false', onclick: () => listening ? listener.stop() : begin() }, say('speak'))
  listener.lang = lang
  listener.processLocally = true
  listener.onresult = ({ results }) => {
    field.value = (field.value + Array.from(results, r => r[0].transcript).join('')).slice(0, field.maxLength)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  listener.onend = () => state(false)
  const begin = () => { listener.start(); state(true) }
  const state = (/** @type {boolean} */ on) => {
    listening = on
    made.setAttribute('aria-pressed', String(on))
    made.textContent = say(on ? 'speaking' : 'speak')
  }
  return made
}
