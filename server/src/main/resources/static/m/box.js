// What the phone remembers. The only file that knows IndexedDB; nothing readable ever comes in here.

/** @typedef {'item'|'home'|'meta'|'identity'} Shelf */
const SHELVES = /** @type {const} */ ({ item: 'id', home: 'id', identity: 'id', meta: null })
const VERSION = 1
/** Room kept for words, in bytes; what browsers say about room left is made up, so it is really taken. Large enough to lie in a file of its own, which goes at once. */
const RESERVE = 512 * 1024

/** The phone is full: nothing was written. */
export class Full extends Error {}

/** One transaction: what is done in it is done whole or not at all. Await nothing but its own answers inside. */
export class Deed {
  /** @param {IDBTransaction} tx */
  constructor(tx) { this.tx = tx }
  /** @param {Shelf} shelf @param {string} key @returns {Promise<any>} */
  get(shelf, key) { return answer(this.tx.objectStore(shelf).get(key)) }
  /** @param {Shelf} shelf @returns {Promise<any[]>} */
  all(shelf) { return answer(this.tx.objectStore(shelf).getAll()) }
  /** @param {Shelf} shelf @param {unknown} value @param {string} [key] */
  put(shelf, value, key) { this.tx.objectStore(shelf).put(value, key) }
  /** @param {Shelf} shelf @param {string} key */
  remove(shelf, key) { this.tx.objectStore(shelf).delete(key) }
  /** @param {Shelf} shelf @param {string} prefix of the keys */
  removeAll(shelf, prefix) { this.tx.objectStore(shelf).delete(IDBKeyRange.bound(prefix, prefix + '\uffff')) }
  /** @param {Shelf} shelf */
  empty(shelf) { this.tx.objectStore(shelf).clear() }
}

export class Box {
  /** @param {IDBDatabase} db @param {IDBTransactionDurability} durability */
  constructor(db, durability) {
    this.db = db
    this.durability = durability
    this.full = false
    db.onversionchange = () => db.close()
  }

  /** @param {string} [name] @param {IDBTransactionDurability} [durability] @returns {Promise<Box>} */
  static async open(name = 'lianxin', durability = 'strict') {
    const wish = indexedDB.open(name, VERSION)
    wish.onupgradeneeded = () => {
      for (const [shelf, keyPath] of Object.entries(SHELVES)) wish.result.createObjectStore(shelf, keyPath ? { keyPath } : {})
      wish.transaction?.objectStore('home').createIndex('h', 'h')
    }
    return new Box(await answer(wish), durability)
  }

  /** @param {Shelf} shelf @param {string} key @returns {Promise<any>} */
  get(shelf, key) { return answer(this.db.transaction(shelf).objectStore(shelf).get(key)) }

  /** @param {Shelf} shelf @returns {Promise<any[]>} */
  all(shelf) { return answer(this.db.transaction(shelf).objectStore(shelf).getAll()) }

  /** Id and hash of every home, without reading the homes. @returns {Promise<Map<string, string>>} */
  hashes() {
    return new Promise((done, failed) => {
      const found = new Map()
      const walk = this.db.transaction('home').objectStore('home').index('h').openKeyCursor()
      walk.onerror = () => failed(walk.error)
      walk.onsuccess = () => {
        const at = walk.result
        if (!at) return done(found)
        found.set(at.primaryKey, at.key)
        at.continue()
      }
    })
  }

  /**
   * Does something whole. Resolves when it is on disk, not before: only then may anybody say "kept".
   * @template T
   * @param {Shelf[]} shelves
   * @param {(deed: Deed) => T|Promise<T>} work
   * @returns {Promise<T>}
   */
  async change(shelves, work) {
    const tx = this.db.transaction(shelves, 'readwrite', { durability: this.durability })
    const complete = new Promise((done, failed) => {
      tx.oncomplete = done
      tx.onabort = () => failed(tx.error?.name === 'QuotaExceededError' ? new Full() : tx.error ?? new Error('aborted'))
    })
    complete.catch(() => {}) // whoever waits below hears of it
    let result
    try {
      result = await work(new Deed(tx))
    } catch (e) {
      try { tx.abort() } catch { /* it had ended by itself */ }
      await complete.catch(reason => { if (reason instanceof Full) throw reason })
      throw e
    }
    await complete
    return result
  }

  /** As `change`, for words: when the phone is full they take the room that was kept for them. @template T @param {Shelf[]} shelves @param {(deed: Deed) => T|Promise<T>} work @returns {Promise<T>} */
  async save(shelves, work) {
    try {
      return await this.change(shelves, work)
    } catch (e) {
      if (!(e instanceof Full)) throw e
      this.full = true
      await this.change(['meta'], deed => deed.remove('meta', 'reserve'))
      return this.change(shelves, work)
    }
  }

  /** Keeps room for words, if there is any. @returns {Promise<boolean>} whether there is */
  async reserve() {
    try {
      await this.change(['meta'], async deed => { if (!await deed.get('meta', 'reserve')) deed.put('meta', filling(), 'reserve') })
      this.full = false
    } catch (e) {
      if (!(e instanceof Full)) throw e
      this.full = true
    }
    return !this.full
  }

  close() { this.db.close() }
}

/** Nothing, that cannot be pressed together. */
function filling() {
  const bytes = new Uint8Array(RESERVE)
  for (let at = 0; at < RESERVE; at += 65536) crypto.getRandomValues(bytes.subarray(at, at + 65536))
  return bytes
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function answer(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error)
  })
}
