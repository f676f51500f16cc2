// One signed question to the server, and what its silence means.
/** @import { Identity } from './types.js' */
/** @import { Clock } from './clock.js' */
import { sha256, sign } from './seal.js'
import { language } from './words.js'

/** Who has not answered by then will not, ms. */
const PATIENCE = 60_000

/** Nobody answered, or could not. Ask again, but not before `after` ms. Nothing is known about what was sent, unless it certainly `stayed` here. */
export class Silence extends Error {
  /** @param {number} [after] @param {boolean} [stayed] */
  constructor(after = 0, stayed = false) { super('silence'); this.after = after; this.stayed = stayed }
}

/** The server answered and will not take it. */
export class Refused extends Error {
  /** @param {number} status @param {string} code @param {string|null} say */
  constructor(status, code, say) { super(code); this.status = status; this.code = code; this.say = say }
}

/** The server does not know this phone (any more). */
export class Unknown extends Error {}

/**
 * @param {Identity} who @param {Clock} clock @param {typeof fetch} ask
 * @returns {(path: string, body: object) => Promise<any>} asks, and puts the clock right by the answer
 */
export function wire(who, clock, ask) {
  return async (path, body) => {
    try {
      return await once(path, body)
    } catch (e) {
      if (e instanceof Refused && e.code === 'phone-clock') return once(path, body) // the clock is right now
      throw e
    }
  }

  /** @param {string} path @param {object} body */
  async function once(path, body) {
    const text = JSON.stringify(body)
    const at = new Date(clock.now()).toISOString()
    const headers = {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'Accept-Language': language() === 'en' ? 'en' : 'zh-CN',
      'Lianxin-Device': who.id,
      'Lianxin-At': at,
      'Lianxin-Signature': await sign(who.key, ['POST', path, at, await sha256(text)].join('\n')),
    }
    const asked = clock.own()
    const answer = await ask(path, { method: 'POST', headers, body: text, credentials: 'omit', signal: AbortSignal.timeout(PATIENCE) }).catch(() => { throw new Silence(0, !navigator.onLine) })
    const said = await answer.json().catch(() => null)
    if (answer.status === 503 || answer.status === 429) throw new Silence(patience(answer.headers.get('Retry-After')))
    if (answer.status > 500 || (answer.ok && said === null)) throw new Silence() // 500 is an answer: it stumbled over what it was sent
    if (said?.now) clock.learn(said.now, asked, clock.own())
    if (answer.ok) return said
    const code = String(said?.type ?? answer.status).replace(/^.*\//, '')
    if (code === 'phone-unknown') throw new Unknown()
    throw new Refused(answer.status, code, said?.detail ?? said?.title ?? null)
  }
}

/** So long as the server asked for, and by chance as much again, so that not everybody comes back at once. @param {string|null} asked */
function patience(asked) {
  const ms = 1000 * (Number(asked) || 30)
  return ms + Math.random() * ms
}
