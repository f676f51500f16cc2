import { hide, newLock, newSignature, openLock, random, sealFor, sha256, show, sign } from '/m/seal.js'
import { uuid } from '/m/uuid.js'
import { equal, ok } from './check.js'
import { Server } from './model.js'

export default {
  async 'the PIN and the half together open the lock, and nothing else does'() {
    const half = random(32)
    const { lock, key } = await newLock('258046', half, 1000)
    const hidden = await hide(key, { words: '下雨进水' }, 'here')
    const again = await openLock('258046', lock)
    equal(await show(again, hidden, 'here'), { words: '下雨进水' })
    equal(await openLock('258047', lock), null)
    equal(await openLock('258046', { ...lock, half: random(32) }), null)
  },
  async 'what is hidden in one place is not shown in another'() {
    const { key } = await newLock('258046', random(32), 1000)
    const hidden = await hide(key, 1, 'home:a')
    ok(await show(key, hidden, 'home:b').then(() => false, () => true))
  },
  async 'keys do not leave the browser'() {
    const { key } = await newLock('258046', random(32), 1000)
    equal(key.extractable, false)
    equal((await newSignature()).key.extractable, false)
  },
  async 'two seals of the same fact are different, and the server opens both'() {
    const server = await Server.make()
    const escrow = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.exportKey('spki', server.escrow.publicKey))))
    const [a, b] = [await sealFor(escrow, 'i', { kind: 'kept', body: { words: '好' } }), await sealFor(escrow, 'i', { kind: 'kept', body: { words: '好' } })]
    ok(a !== b)
    ok(!atob(a).includes('words'))
    equal(atob(a).length, 65 + 12 + new TextEncoder().encode('{"kind":"kept","body":{"words":"好"}}').length + 16)
  },
  async 'a signature is 64 raw bytes that the public half confirms'() {
    const { key, spki } = await newSignature()
    const signed = Uint8Array.from(atob(await sign(key, 'POST\n/x')), c => c.charCodeAt(0))
    equal(signed.length, 64)
    const theirs = await crypto.subtle.importKey('spki', Uint8Array.from(atob(spki), c => c.charCodeAt(0)), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
    ok(await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, theirs, signed, new TextEncoder().encode('POST\n/x')))
  },
  async 'SHA-256 as everybody computes it'() {
    equal(await sha256(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  },
  'names of facts are UUIDv7, in the order of time'() {
    const [a, b] = [uuid(1_700_000_000_000), uuid(1_700_000_000_001)]
    ok(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(a), a)
    ok(a < b)
    equal(parseInt(a.replace(/-/g, '').slice(0, 12), 16), 1_700_000_000_000)
    equal(new Set(Array.from({ length: 1000 }, () => uuid(5))).size, 1000)
  },
}
