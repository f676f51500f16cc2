// What is being written, kept while it is written: a kill loses the last second at most.
import { Full } from '../box.js'
import { hide, show } from '../seal.js'

/** @typedef {Record<string, string[]>} Values */

const EVERY = 1000
/** Less room than this is as good as none. */
const ROOM = 1_000_000

export class Draft {
  /** @param {import('../box.js').Box} box @param {CryptoKey} key @param {string} name */
  constructor(box, key, name) {
    this.box = box
    this.key = key
    this.name = 'draft:' + name
    this.last = ''
    this.saving = Promise.resolve()
    this.stopped = false
  }

  /** @returns {Promise<Values|null>} */
  async read() {
    const hidden = await this.box.get('meta', this.name)
    return hidden ? show(this.key, hidden, this.name).catch(() => null) : null
  }

  /**
   * Follows a form. Whether the phone is full is known before the first word, because the first draft is put down at once.
   * @param {HTMLFormElement} form @param {(full: boolean) => void} tell
   */
  follow(form, tell) {
    const save = () => {
      this.saving = this.saving.then(() => this.#save(valuesOf(form))).then(tell, e => tell(e instanceof Full))
    }
    const timer = setInterval(() => form.isConnected || this.stopped ? save() : clearInterval(timer), EVERY)
    this.end = () => clearInterval(timer)
    addEventListener('pagehide', save)
    document.addEventListener('visibilitychange', save)
    save()
  }

  /** No more drafts from here on; resolves when the last one is down. */
  async stop() {
    this.stopped = true
    this.end?.()
    await this.saving
  }

  /** @param {Values} values @returns {Promise<boolean>} whether the phone is full */
  async #save(values) {
    const now = JSON.stringify(values)
    if (this.stopped || now === this.last) return full()
    const hidden = await hide(this.key, values, this.name)
    await this.box.change(['meta'], deed => { if (!this.stopped) deed.put('meta', hidden, this.name) })
    this.last = now
    return full()
  }
}

/** @param {HTMLFormElement} form @returns {Values} */
export function valuesOf(form) {
  const data = new FormData(form)
  return Object.fromEntries([...new Set(data.keys())].map(name => [name, data.getAll(name).map(String)]))
}

async function full() {
  const { quota = Infinity, usage = 0 } = await navigator.storage.estimate()
  return quota - usage < ROOM
}
