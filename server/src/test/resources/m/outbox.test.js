import { Book } from '/m/book.js'
import { Box, Full } from '/m/box.js'
import { keep, next, takeBack } from '/m/outbox.js'
import { Phone } from '/m/phone.js'
import { round, sendOnly } from '/m/round.js'
import { Refused, Silence, Unknown, wire } from '/m/wire.js'
import { asking, equal, fails, fresh, ok, phoneOf } from './check.js'
import { household, Server } from './model.js'

const parts = { Box, Phone }
const A = household(1).id
const visit = (words, home = A) => ({ kind: 'visit', body: { household: home, way: 'HOME', met: 'HEAD', finding: 'WELL', topics: [], words, need: null, occasion: null, corrects: null } })
const write = (phone, words, done) => keep(phone.box, phone.open(), visit(words), A, done)
const sync = (phone, ask) => round(phone, wire(phone.identity, phone.clock, ask))
const states = async phone => (await phone.box.all('item')).sort((a, b) => a.seq - b.seq).map(item => item.state)

async function world() {
  const server = await Server.make()
  await server.put(household(1), 'wang')
  return { server, ask: asking(server), phone: await phoneOf(server, 'wang', parts) }
}

export default {
  async 'a fact is there before anybody says so, with its draft gone in the same moment'() {
    const { phone } = await world()
    await phone.box.change(['meta'], deed => deed.put('meta', { any: 1 }, 'draft:visit'))
    const id = await write(phone, '好', { draft: 'draft:visit' })
    phone.box.close()
    const again = await Box.open(phone.box.db.name)
    equal((await again.get('item', id)).state, 'waiting')
    equal(await again.get('meta', 'draft:visit'), undefined)
  },
  async 'facts go in the order they were seen, and each has its own receipt'() {
    const { server, ask, phone } = await world()
    const ids = [await write(phone, '一'), await write(phone, '二'), await write(phone, '三')]
    await sync(phone, ask)
    equal([...server.state.facts.keys()], ids)
    equal([...server.state.facts.values()].map(fact => fact.body.words), ['一', '二', '三'])
    equal(await states(phone), ['kept', 'kept', 'kept'])
  },
  async 'an answer that is lost is asked for again, and the fact is there once'() {
    const { server, ask, phone } = await world()
    await write(phone, '好')
    await fails(sync(phone, async (...q) => { await ask(...q); throw new TypeError('lost') }), Silence)
    equal([server.state.facts.size, await states(phone)], [1, ['waiting']])
    await sync(phone, ask)
    equal([server.state.facts.size, await states(phone)], [1, ['kept']])
  },
  async 'one that is refused stays with its reason, and does not hold up the others'() {
    const { server, ask, phone } = await world()
    await write(phone, '一')
    const bad = await write(phone, '不收')
    await write(phone, '三')
    await sync(phone, ask)
    equal([server.state.facts.size, await states(phone)], [2, ['kept', 'refused', 'kept']])
    const book = new Book(phone)
    await book.refresh()
    equal(book.items.find(item => item.id === bad).told.say, '这一句县里不能收，请改一改')
    ok(!JSON.stringify(await phone.box.get('item', bad)).includes('县里'))
  },
  async 'one the server stumbles over is found among many, and the others go their way'() {
    for (const [status, left] of [[422, 'refused'], [500, 'waiting']]) {
      const { server, ask, phone } = await world()
      const ids = []
      for (let n = 0; n < 9; n++) ids.push(await write(phone, String(n)))
      const stumbling = async (path, q) => q.body.includes(ids[5]) ? new Response('{}', { status }) : ask(path, q)
      await sync(phone, stumbling)
      equal([server.state.facts.size, (await states(phone))[5]], [8, left])
    }
  },
  async 'more than go into one question go in several'() {
    const { server, ask, phone } = await world()
    for (let n = 0; n < 205; n++) await write(phone, String(n))
    const sizes = []
    await sync(phone, async (path, q) => { sizes.push(JSON.parse(q.body).items.length); return ask(path, q) })
    equal([server.state.facts.size, sizes], [205, [200, 5, 0]])
  },
  async 'what has not left can be taken back; what may have left cannot'() {
    const { phone } = await world()
    const [a, b] = [await write(phone, '一'), await write(phone, '二')]
    ok(await takeBack(phone.box, a))
    await next(phone.box, phone.identity.id)
    ok(!await takeBack(phone.box, b))
    equal(await states(phone), ['waiting'])
  },
  async 'without any network nothing has left, and it can still be taken back'() {
    const { phone } = await world()
    const id = await write(phone, '好')
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
    await fails(sync(phone, async () => { throw new TypeError('no network') }), Silence)
    delete navigator.onLine
    ok(await takeBack(phone.box, id))
  },
  async 'a server that asks for peace is told so by its hour'() {
    const { server, ask, phone } = await world()
    await write(phone, '好')
    server.busy = 1
    const silence = await sync(phone, ask).catch(e => e)
    ok(silence instanceof Silence && silence.after >= 1000 && silence.after <= 2000, String(silence.after))
    equal(await states(phone), ['waiting'])
  },
  async 'a wrong clock is put right by the answer and asked with again, and facts keep the phone’s own time'() {
    let skew = 0
    const server = await Server.make()
    await server.put(household(1), 'wang')
    const phone = await phoneOf(server, 'wang', parts)
    phone.clock.own = () => Date.now() + skew
    skew = 86_400_000
    await write(phone, '好')
    await sync(phone, asking(server))
    const [fact] = server.state.facts.values()
    ok(fact.seen > Date.now() + 80_000_000, 'it was written with the offset then known')
    equal([...server.state.receipts.values()][0].answer, 'quarantined')
    await write(phone, '又')
    await sync(phone, asking(server))
    ok(Math.abs([...server.state.facts.values()][1].seen - Date.now()) < 5000)
  },
  async 'what was found out while one was no longer the contact is kept for the township'() {
    const { server, ask, phone } = await world()
    await write(phone, '好')
    server.assign(A, 'li')
    await sync(phone, ask)
    const [item] = await phone.box.all('item')
    equal([item.state, item.answer], ['kept', 'quarantined'])
    const book = new Book(phone)
    await book.refresh()
    equal(book.known.held.map(h => h.id), [item.id])
  },
  async 'a locked phone sends too, and nothing readable comes in'() {
    const { server, ask, phone } = await world()
    await write(phone, '好')
    await write(phone, '不收')
    phone.lock()
    await sendOnly(phone, phone.identity.id, wire(phone.identity, phone.clock, ask))
    equal(server.state.facts.size, 1)
    equal(await states(phone), ['kept', 'waiting'], 'a refusal waits for its author')
    equal((await phone.box.all('home')).length, 0)
  },
  async 'signed out with work waiting: nothing readable is left, and the work arrives under its author’s name'() {
    const { server, ask, phone } = await world()
    await sync(phone, ask)
    await write(phone, '下雨进水')
    const before = phone.identity
    await phone.erase()
    const next_ = await phone.box.all('item')
    equal([next_.length, next_[0].hidden, (await phone.box.all('home')).length, await phone.box.get('meta', 'known')], [1, null, 0, undefined])
    await phone.claim({ id: 'li', name: '李' }, '135790', async body => (await asking(server, 'li')('/api/phone/devices', { method: 'POST', body: JSON.stringify(body) })).json())
    await sync(phone, ask)
    equal(server.state.facts.size, 0, 'the successor does not send it as his own')
    await sendOnly(phone, before.id, wire(before, phone.clock, ask))
    equal([...server.state.facts.values()].map(fact => fact.by), ['wang'])
    equal((await phone.box.all('item')).map(item => [item.state, item.hidden]), [['kept', null]])
  },
  async 'ten wrong PINs erase all but what waits sealed, and a kill between wins no try'() {
    const { server, ask, phone } = await world()
    await sync(phone, ask)
    await write(phone, '好')
    phone.lock()
    for (let n = 1; n < 10; n++) {
      const again = await Phone.wake(phone.box, server.now, 1000)
      equal(await again.unlock('000001'), 'wrong')
      equal(again.left(), 10 - n)
    }
    equal(await phone.unlock('000001'), 'erased')
    equal([(await phone.box.all('home')).length, await phone.box.get('meta', 'holding'), await states(phone)], [0, undefined, ['waiting']])
    equal(await (await Phone.wake(phone.box, server.now, 1000)).unlock('258046'), 'erased')
  },
  async 'the right PIN gives all the tries back'() {
    const { phone } = await world()
    await phone.unlock('000001')
    equal([await phone.unlock('258046'), phone.left()], ['open', 10])
  },
  async 'a lease that is over counts by the latest time that had come'() {
    const { server, phone } = await world()
    let own = server.now()
    const later = await Phone.wake(phone.box, () => own, 1000)
    ok(!later.expired())
    own += 31 * 86_400_000
    ok(later.expired())
    own -= 31 * 86_400_000
    ok(later.expired(), 'turning the clock back helps nobody')
  },
  async 'reported lost: what waits is taken, the rest is erased'() {
    const { server, ask, phone } = await world()
    await sync(phone, ask)
    await write(phone, '好')
    server.state.lost.add(phone.identity.id)
    equal(await sync(phone, ask), 'wiped')
    equal([server.state.facts.size, (await phone.box.all('home')).length, (await phone.box.all('item')).map(item => [item.state, item.hidden])], [1, 0, [['kept', null]]])
  },
  async 'a server that has forgotten the phone is told again under a new name'() {
    const { server, ask, phone } = await world()
    await write(phone, '好')
    server.state.devices.clear()
    await fails(sync(phone, ask), Unknown)
    await phone.notKnown(phone.identity.id)
    await phone.claim({ id: 'wang', name: '王' }, '135790', async body => (await asking(server, 'wang')('/api/phone/devices', { method: 'POST', body: JSON.stringify(body) })).json())
    const book = new Book(phone)
    await book.refresh()
    equal(book.items[0].told.fact.body.words, '好', 'its author can still read it')
    await sync(phone, ask)
    equal([server.state.facts.size, await states(phone)], [1, ['kept']])
    equal((await phone.box.all('identity')).length, 1)
  },
  async 'a server restored from a backup is told again what it forgot'() {
    const { server, ask, phone } = await world()
    await sync(phone, ask)
    const backup = server.backup()
    await write(phone, '好')
    await sync(phone, ask)
    equal(server.state.facts.size, 1)
    server.restore(backup)
    equal(server.state.facts.size, 0)
    await sync(phone, ask)
    equal([server.state.facts.size, await states(phone)], [1, ['kept']])
  },
  async 'and so it is by a phone that has another holder now'() {
    const { server, ask, phone } = await world()
    await sync(phone, ask)
    const backup = server.backup()
    await write(phone, '好')
    await sync(phone, ask)
    const before = phone.identity
    await phone.erase()
    await phone.claim({ id: 'li', name: '李' }, '135790', async body => (await asking(server, 'li')('/api/phone/devices', { method: 'POST', body: JSON.stringify(body) })).json())
    server.restore({ ...backup, devices: server.state.devices })
    await sync(phone, ask)
    await sendOnly(phone, before.id, wire(before, phone.clock, ask))
    equal([...server.state.facts.values()].map(fact => fact.by), ['wang'])
  },
  async 'what is refused to all is not blamed on one'() {
    const { phone } = await world()
    await write(phone, '好')
    await fails(sync(phone, async () => new Response('{"type":"/problems/no-mandate"}', { status: 403 })), Refused)
    equal(await states(phone), ['waiting'])
  },
  async 'an item of a newer program is sent and never changed'() {
    const { server, ask, phone } = await world()
    const id = await write(phone, '好')
    await phone.box.change(['item'], async deed => deed.put('item', { ...await deed.get('item', id), v: 2, more: 'unknown here' }))
    const book = new Book(phone)
    await book.refresh()
    equal(book.items[0].told, null)
    await sync(phone, ask)
    equal([server.state.facts.size, (await phone.box.get('item', id)).more], [1, 'unknown here'])
  },
  async 'a full phone says so, and nothing is half written'() {
    const box = await Box.open(await fresh())
    const failed = box.change(['meta'], deed => {
      deed.put('meta', 1, 'a')
      deed.tx.abort()
      throw new DOMException('full', 'QuotaExceededError')
    })
    ok(await failed.then(() => false, e => e instanceof Full || e.name === 'QuotaExceededError'))
    equal(await box.get('meta', 'a'), undefined)
  },
}
