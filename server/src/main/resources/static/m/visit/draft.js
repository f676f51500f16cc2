// What is being written, kept while it is written: a kill loses the last second at most.
import { Full } from '../box.js'
import { hide, show } from '../seal.js'

/** @typedef {Record<string, string[]>} Values */

const EVERY = 1000

export class Draft {
  /** @param {import('../box.js').Box} box @param {CryptoKey} key @param {string} name */
  constructor(box, key, name) {
    this.box = box
    this.key = key
    this.name = 'draft:' + name
    this.last = ''
    this.saving = Promise.resolve()
    this.save = () => this.saving
    this.watch = new AbortController()
  }

  /** @returns {Promise<Values|null>} */
  async read() {
    const hidden = await this.box.get('meta', this.name)
    return hidden ? show(this.key, hidden, this.name).catch(() => null) : null
  }

  /**
   * Follows a form. Whether the phone is full is known before the first word, because the room for it is taken before.
   * @param {HTMLFormElement} form @param {(full: boolean) => void} tell
   */
  follow(form, tell) {
    this.watch = new AbortController()
    const { signal } = this.watch
    this.save = () => {
      const values = valuesOf(form)
      this.saving = this.saving.then(() => this.#put(values)).then(() => tell(this.box.full), e => tell(e instanceof Full))
      return this.saving
    }
    const timer = setInterval(this.save, EVERY)
    signal.addEventListener('abort', () => clearInterval(timer))
    addEventListener('pagehide', this.save, { signal })
    document.addEventListener('visibilitychange', this.save, { signal })
    this.saving = this.box.reserve().then(there => tell(!there))
    this.save()
  }

  /** Puts the last words down and follows no longer. */
  async stop() {
    if (this.watch.signal.aborted) return
    this.watch.abort()
    await this.save()
    this.save = () => this.saving
  }

  /** @param {Values} values */
  async #put(values) {
    const now = JSON.stringify(values)
    if (now === this.last) return
    const hidden = await hide(this.key, values, this.name)
    await this.box.save(['meta'], deed => deed.put('meta', hidden, this.name))
    this.last = now
  }
}

/** @param {HTMLFormElement} form @returns {Values} */
export function valuesOf(form) {
  const data = new FormData(form)
  return Object.fromEntries([...new Set(data.keys())].map(name => [name, data.getAll(name).map(String)]))
}
