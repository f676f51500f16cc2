// Locks and seals, all of them WebCrypto's own. No secret is kept here.
/** @import { Hidden, Lock } from './types.js' */

const P256 = { name: 'ECDSA', namedCurve: 'P-256' }
const ECDH = { name: 'ECDH', namedCurve: 'P-256' }
const subtle = crypto.subtle
const utf8 = new TextEncoder()

/** How often the PIN is stirred: OWASP's number for PBKDF2-HMAC-SHA-256. */
export const ROUNDS = 600_000

/** @param {number} length */
export const random = length => crypto.getRandomValues(new Uint8Array(length))

/** @param {ArrayBuffer|Uint8Array} bytes */
export function base64(bytes) {
  return btoa(Array.from(new Uint8Array(bytes), b => String.fromCharCode(b)).join(''))
}

/** @param {string} text */
export const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0))

/** @param {string} text */
export async function sha256(text) {
  const hash = await subtle.digest('SHA-256', utf8.encode(text))
  return Array.from(new Uint8Array(hash), b => b.toString(16).padStart(2, '0')).join('')
}

/**
 * A new lock around a new key. Neither the PIN nor the server's half alone opens it.
 * @param {string} pin @param {Uint8Array<ArrayBuffer>} half @param {number} [rounds]
 * @returns {Promise<{lock: Lock, key: CryptoKey}>}
 */
export async function newLock(pin, half, rounds = ROUNDS) {
  const salt = random(16)
  const raw = random(32)
  const wrapped = await encrypt(await fromPin(pin, salt, half, rounds), raw, 'lock')
  return { lock: { salt, rounds, half, wrapped }, key: await dataKey(raw) }
}

/** @param {string} pin @param {Lock} lock @returns {Promise<CryptoKey|null>} null: it was another PIN */
export async function openLock(pin, lock) {
  const key = await fromPin(pin, lock.salt, lock.half, lock.rounds)
  try {
    return await dataKey(await decrypt(key, lock.wrapped, 'lock'))
  } catch {
    return null
  }
}

/**
 * Hides something under the data key. `about` binds it to its place, so that nobody can put one in another's stead.
 * @param {CryptoKey} key @param {unknown} what @param {string} about @returns {Promise<Hidden>}
 */
export const hide = (key, what, about) => encrypt(key, utf8.encode(JSON.stringify(what)), about)

/** @param {CryptoKey} key @param {Hidden} hidden @param {string} about @returns {Promise<any>} */
export const show = async (key, hidden, about) => JSON.parse(new TextDecoder().decode(await decrypt(key, hidden, about)))

/**
 * Seals something for the server alone: not even this phone can open it again.
 * @param {string} escrow the server's public key, SPKI in base64 @param {string} id @param {unknown} what
 * @returns {Promise<string>}
 */
export async function sealFor(escrow, id, what) {
  const theirs = await subtle.importKey('spki', bytes(escrow), ECDH, false, [])
  const mine = await subtle.generateKey(ECDH, false, ['deriveBits'])
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, mine.privateKey, 256)
  const key = await stretch(new Uint8Array(shared), new Uint8Array(), 'lianxin-outbox')
  const { iv, text } = await encrypt(key, utf8.encode(JSON.stringify(what)), id)
  const point = new Uint8Array(await subtle.exportKey('raw', mine.publicKey))
  return base64(new Uint8Array([...point, ...iv, ...new Uint8Array(text)]))
}

/** A key pair to sign with; its private half cannot leave this browser. @returns {Promise<{key: CryptoKey, spki: string}>} */
export async function newSignature() {
  const pair = await subtle.generateKey(P256, false, ['sign', 'verify'])
  return { key: pair.privateKey, spki: base64(await subtle.exportKey('spki', pair.publicKey)) }
}

/** @param {CryptoKey} key @param {string} text */
export async function sign(key, text) {
  return base64(await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, utf8.encode(text)))
}

/** @param {string} pin @param {Uint8Array<ArrayBuffer>} salt @param {Uint8Array<ArrayBuffer>} half @param {number} iterations */
async function fromPin(pin, salt, half, iterations) {
  const typed = await subtle.importKey('raw', utf8.encode(pin), 'PBKDF2', false, ['deriveBits'])
  const stirred = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, typed, 256)
  return stretch(new Uint8Array([...new Uint8Array(stirred), ...half]), new Uint8Array(), 'lianxin-lock')
}

/** @param {Uint8Array<ArrayBuffer>} secret @param {Uint8Array<ArrayBuffer>} salt @param {string} info */
async function stretch(secret, salt, info) {
  const from = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8.encode(info) }
  return subtle.deriveKey(how, from, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** @param {BufferSource} raw */
const dataKey = raw => subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])

/** @param {CryptoKey} key @param {Uint8Array<ArrayBuffer>} what @param {string} about @returns {Promise<Hidden>} */
async function encrypt(key, what, about) {
  const iv = random(12)
  return { iv, text: await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8.encode(about) }, key, what) }
}

/** @param {CryptoKey} key @param {Hidden} hidden @param {string} about */
function decrypt(key, { iv, text }, about) {
  return subtle.decrypt({ name: 'AES-GCM', iv, additionalData: utf8.encode(about) }, key, text)
}
