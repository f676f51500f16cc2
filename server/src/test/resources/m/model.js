// The server as docs/phone.md promises it, in memory: what the app is tried against. Signatures and seals are real.

const utf8 = new TextEncoder()
const subtle = crypto.subtle
const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0))
const base64 = raw => btoa(Array.from(new Uint8Array(raw), b => String.fromCharCode(b)).join(''))
const hex = raw => Array.from(new Uint8Array(raw), b => b.toString(16).padStart(2, '0')).join('')
const sha256 = async text => hex(await subtle.digest('SHA-256', utf8.encode(text)))
const xor = hashes => hashes.reduce((sum, h) => sum ^ BigInt('0x' + h), 0n).toString(16).padStart(16, '0')
const problem = (status, code, more = {}) => ({ status, headers: {}, body: { type: '/problems/' + code, title: code, detail: code, ...more } })

export const LISTS = {
  version: 1,
  topics: [['crops', '庄稼', 'Crops'], ['water', '水电路', 'Water, power, roads'], ['health', '看病', 'Health'], ['school', '孩子上学', 'School'], ['subsidy', '补贴', 'Subsidies']].map(([code, zh, en]) => ({ code, zh, en })),
  occasions: [{ code: 'hospital', zh: '住院回来', en: 'Back from hospital' }],
  deferrals: [{ code: 'away', zh: '外出务工', en: 'Away for work', days: 30 }, { code: 'harvest', zh: '农忙', en: 'Harvest', days: 14 }],
}

export class Server {
  constructor(escrow, now) {
    Object.assign(this, { escrow, now, lists: LISTS, accounts: new Map(), epoch: 'e1', busy: 0 })
    this.state = { seq: 0, devices: new Map(), homes: new Map(), feeds: new Map(), receipts: new Map(), facts: new Map(), lost: new Set() }
    this.leaseMs = 30 * 86_400_000
    this.page = 100
  }

  static async make(now = Date.now) {
    return new Server(await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']), now)
  }

  // What the office does.

  async put(home, cadre) {
    const version = (this.state.homes.get(home.id)?.version ?? 0) + 1
    const h = (await sha256(JSON.stringify(home) + version)).slice(0, 16)
    const owner = cadre ?? this.state.homes.get(home.id)?.cadre
    this.state.homes.set(home.id, { home, cadre: owner, version, h })
    this.#tell(owner, home.id, 'put')
  }

  assign(id, cadre) {
    const kept = this.state.homes.get(id)
    if (kept.cadre === cadre) return
    this.#tell(kept.cadre, id, 'drop')
    kept.cadre = cadre
    this.#tell(cadre, id, 'put')
  }

  backup() { return structuredClone(this.state) }

  restore(state) {
    this.state = structuredClone(state)
    this.epoch += "'"
  }

  of(cadre) { return [...this.state.homes.values()].filter(kept => kept.cadre === cadre) }

  #tell(cadre, id, op) {
    const feed = this.state.feeds.get(cadre) ?? new Map()
    feed.delete(id)
    feed.set(id, { seq: ++this.state.seq, op })
    this.state.feeds.set(cadre, feed)
  }

  // What phones ask.

  async handle(method, path, headers, text, session = null) {
    if (this.busy > 0) {
      this.busy--
      return { status: 503, headers: { 'Retry-After': '1' }, body: {} }
    }
    if (path === '/api/phone/me') return session ? this.#ok({ ...this.accounts.get(session), id: session, csrf: { header: 'X-CSRF', token: 't' }, lists: this.lists }) : problem(401, 'sign-in')
    if (path === '/api/phone/devices') return session ? this.#device(JSON.parse(text), session) : problem(401, 'sign-in')
    const device = this.state.devices.get(headers['lianxin-device'])
    if (!device || !await this.#signed(device, method, path, headers, text)) return problem(401, 'phone-unknown')
    if (Math.abs(Date.parse(headers['lianxin-at']) - this.now()) > 600_000) return problem(401, 'phone-clock', { now: this.#iso() })
    if (text.length > 1_000_000) return problem(413, 'too-large')
    const body = JSON.parse(text)
    switch (path) {
      case '/api/phone/sync': return this.#ok(await this.#sync(device, body))
      case '/api/phone/outbox': return this.#ok({ now: this.#iso(), epoch: this.epoch, receipts: await this.#take(device, body.items), wipe: this.state.lost.has(device.id) })
      case '/api/phone/heal': return this.#ok(this.#heal(device, body))
      default: return problem(404, 'nothing-here')
    }
  }

  #ok(body) { return { status: 200, headers: {}, body } }
  #iso(ms = this.now()) { return new Date(ms).toISOString() }

  async #device({ id, key }, cadre) {
    this.state.devices.set(id, { id, key, cadre })
    return this.#ok({
      half: base64(crypto.getRandomValues(new Uint8Array(32))), escrow: base64(await subtle.exportKey('spki', this.escrow.publicKey)),
      lease: this.#iso(this.now() + this.leaseMs), now: this.#iso(), lists: this.lists,
    })
  }

  async #signed(device, method, path, headers, text) {
    const key = await subtle.importKey('spki', bytes(device.key), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
    const said = [method, path, headers['lianxin-at'], await sha256(text)].join('\n')
    return subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes(headers['lianxin-signature']), utf8.encode(said))
  }

  async #sync(device, { cursor, lists, items }) {
    const receipts = await this.#take(device, items)
    if (this.state.lost.has(device.id)) return { now: this.#iso(), lease: this.#iso(), cursor, root: null, more: false, receipts, puts: [], drops: [], wipe: true }
    const [epoch, seq] = cursor === null ? [this.epoch, 0] : [cursor.split('.')[0], Number(cursor.split('.')[1])]
    const since = epoch === this.epoch ? [...this.state.feeds.get(device.cadre) ?? []].filter(([, change]) => change.seq > seq) : []
    const page = since.slice(0, this.page)
    const more = page.length < since.length
    const held = [...this.state.receipts].filter(([, r]) => r.by === device.cadre && r.answer === 'quarantined').map(([id]) => ({ id, state: 'WAITING', say: null }))
    const homes = this.of(device.cadre)
    return {
      now: this.#iso(), lease: this.#iso(this.now() + this.leaseMs), epoch: this.epoch,
      cursor: `${this.epoch}.${more ? page.at(-1)[1].seq : this.state.seq}`, root: more || this.unsure?.() ? null : xor(homes.map(kept => kept.h)), more, receipts,
      puts: page.filter(([, change]) => change.op === 'put').map(([id]) => this.#put(id)),
      drops: page.filter(([, change]) => change.op === 'drop').map(([id]) => id),
      figures: { at: this.#iso(), homes: homes.length, due: homes.length, met: 0, needs: 0 },
      ...(held.length > 0 ? { held } : {}), ...(lists === this.lists.version ? {} : { lists: this.lists }), wipe: false,
    }
  }

  #put(id) {
    const { home, h } = this.state.homes.get(id)
    return { id, h, home }
  }

  #heal(device, { buckets }) {
    const homes = this.of(device.cadre)
    const wrong = {}
    for (let b = 0; b < 256; b++) {
      const name = b.toString(16).padStart(2, '0')
      const inside = homes.filter(kept => kept.home.id.endsWith(name))
      if (xor(inside.map(kept => kept.h)) !== buckets[b]) wrong[name] = inside.map(kept => kept.home.id)
    }
    return { cursor: `${this.epoch}.${this.state.seq}`, root: xor(homes.map(kept => kept.h)), buckets: wrong, puts: Object.values(wrong).flat().map(id => this.#put(id)) }
  }

  async #take(device, items) {
    const receipts = []
    for (const item of items) receipts.push(await this.#receipt(device, item))
    return receipts
  }

  async #receipt(device, item) {
    const { made, offset, kind, body } = item.sealed ? await this.#unseal(item) : item
    const content = JSON.stringify([made, offset, kind, body])
    const before = this.state.receipts.get(item.id)
    const say = (answer, code = null, words = null) => ({ id: item.id, answer, code, say: words })
    if (before) return before.content === content ? say(before.answer === 'accepted' ? 'duplicate' : before.answer, before.code) : say('refused', 'phone-other-content', '同一编号，内容不同')
    if (JSON.stringify(body).includes('不收')) return say('refused', 'visit-words', '这一句县里不能收，请改一改')
    const home = this.state.homes.get(body.household)
    const seen = Date.parse(made) + (offset ?? 0)
    const doubt = this.state.lost.has(device.id) ? 'phone-lost' : seen > this.now() + 600_000 ? 'phone-ahead' : body.household && home?.cadre !== device.cadre ? 'not-contact-then' : null
    const answer = doubt ? 'quarantined' : 'accepted'
    this.state.receipts.set(item.id, { answer, code: doubt, content, by: device.cadre })
    this.state.facts.set(item.id, { by: device.cadre, seen, kind, body })
    if (!doubt && kind === 'visit') {
      const visit = { ...body, id: item.id, by: '我', mine: true, seenAt: this.#iso(seen), corrected: false }
      const visits = [visit, ...home.home.visits.map(v => v.id === body.corrects ? { ...v, corrected: true } : v)]
      await this.put({ ...home.home, visits, due: { ...home.home.due, why: 'EVERY', on: null } })
    }
    return say(answer, doubt)
  }

  async #unseal({ id, sealed }) {
    const raw = bytes(sealed)
    const theirs = await subtle.importKey('raw', raw.slice(0, 65), { name: 'ECDH', namedCurve: 'P-256' }, false, [])
    const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, this.escrow.privateKey, 256)
    const from = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
    const key = await subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8.encode('lianxin-outbox') }, from, { name: 'AES-GCM', length: 256 }, false, ['decrypt'])
    const open = await subtle.decrypt({ name: 'AES-GCM', iv: raw.slice(65, 77), additionalData: utf8.encode(id) }, key, raw.slice(77))
    return JSON.parse(new TextDecoder().decode(open))
  }
}

/** A household that never was. */
export function household(n, village = n % 3, more = {}) {
  const tail = n.toString(16).padStart(4, '0')
  return {
    id: `0190${tail}-0000-7000-8000-${(n * 2654435761 % 2 ** 48).toString(16).padStart(12, '0')}`, key: 'H' + String(n).padStart(4, '0'),
    head: '赵钱孙李周吴郑王冯陈'[n % 10] + '某' + '一二三四五六七八九十'[Math.floor(n / 10) % 10], group: n % 4 + 1, size: n % 5 + 1,
    village: { code: '99999900120' + village, name: ['东某村', '西某村', '南某村'][village] }, phone: n % 2 ? '555-0199' : null, flags: [], since: '2026-01-05',
    due: { on: '2026-03-01', why: 'NEVER', occasion: null, every: 90 }, deferred: null, visits: [], occasions: [], promises: [], cases: [], ...more,
  }
}
