// Everything that can go wrong on a country road, by chance and over and over; the chance is seeded, so a storm can be had again.
// The box is the browser's own, the server is the model, signatures and seals are real. A kill is a phone that never hears again and one that wakes with what the box had.
import { Book } from '/m/book.js'
import { Box } from '/m/box.js'
import { root } from '/m/feed.js'
import { keep, takeBack } from '/m/outbox.js'
import { Phone } from '/m/phone.js'
import { round, sendOnly } from '/m/round.js'
import { Unknown, wire } from '/m/wire.js'
import { asking, equal, fresh, ok, phoneOf } from './check.js'
import { household, Server } from './model.js'

const CADRES = ['wang', 'li', 'zhao']
const HOMES = 24
const NEVER = new Promise(() => {})

/** mulberry32 @param {number} seed */
function dice(seed) {
  const roll = () => {
    seed = seed + 0x6D2B79F5 | 0
    let t = Math.imul(seed ^ seed >>> 15, 1 | seed)
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t
    return ((t ^ t >>> 14) >>> 0) / 2 ** 32
  }
  return { roll, one: list => list[Math.floor(roll() * list.length)], chance: p => roll() < p }
}

class Storm {
  constructor(seed) {
    Object.assign(this, { seed, dice: dice(seed), time: Date.parse('2026-03-03T01:00:00Z'), phones: [], said: new Map(), done: {}, calm: false, saved: null })
  }

  async begin() {
    this.server = await Server.make(() => this.time)
    this.server.page = 7
    this.server.unsure = () => !this.calm && this.dice.chance(0.1)
    for (let n = 1; n <= HOMES; n++) await this.server.put(household(n), this.dice.one(CADRES))
    for (const cadre of CADRES) {
      const place = { cadre, skew: 0, name: await fresh() }
      place.phone = await phoneOf(this.server, cadre, { Box, Phone }, place.name)
      place.phone.clock.own = () => this.time + place.skew
      this.phones.push(place)
    }
  }

  /** The network as it is just now: it may lose the question, lose the answer, say it twice, or the phone may die while it waits. */
  network(fate) {
    const ask = asking(this.server)
    let left = 1 + Math.floor(this.dice.roll() * 3)
    return async (path, question) => {
      if (this.calm || --left > 0) return ask(path, question)
      if (fate === 'before') throw new TypeError('no road')
      const answer = await ask(path, question)
      if (fate === 'after') throw new TypeError('no road back')
      if (fate === 'twice') return ask(path, question)
      if (fate === 'kill') return NEVER
      return answer
    }
  }

  async sync(place, fate) {
    const { phone } = place
    const ask = this.network(fate)
    const identities = await phone.box.all('identity')
    for (const who of identities.filter(who => !who.unknown)) {
      const open = phone.key && who.id === phone.identity?.id
      const going = open ? round(phone, wire(who, phone.clock, ask)) : sendOnly(phone, who.id, wire(who, phone.clock, ask))
      const settled = going.catch(e => e)
      const result = fate === 'kill' ? await Promise.race([settled, new Promise(dead => setTimeout(dead, 25))]) : await settled
      if (fate === 'kill') return this.wake(place)
      if (result instanceof Unknown) await this.renew(place, who.id)
      else if (result instanceof Error && !['silence', 'TypeError'].includes(result.message) && this.calm) throw result
    }
  }

  /** The server has forgotten the phone: its holder signs in again. */
  async renew(place, device) {
    await place.phone.notKnown(device)
    if (place.phone.identity?.id === device) await this.claim(place, place.cadre)
  }

  async claim(place, cadre) {
    place.cadre = cadre
    this.server.busy = 0
    await place.phone.claim({ id: cadre, name: cadre }, '258046', async body => (await asking(this.server, cadre)('/api/phone/devices', { method: 'POST', body: JSON.stringify(body) })).json())
  }

  async wake(place) {
    place.phone.box.close()
    place.phone = await Phone.wake(await Box.open(place.name, 'relaxed'), () => this.time + place.skew, 1000)
    if (place.phone.holding) await place.phone.unlock('258046')
  }

  async write(place, hurried) {
    const { phone, cadre } = place
    const home = this.dice.one([...(await phone.box.hashes()).keys()]) ?? household(1).id
    const words = 'w' + this.said.size + '-' + Math.floor(this.dice.roll() * 1e9)
    const fact = { kind: 'visit', body: { household: home, way: 'HOME', met: 'HEAD', finding: 'WELL', topics: [], words, need: null, occasion: null, corrects: null } }
    const keeping = keep(phone.box, phone.open(), fact, home)
    if (hurried) {
      keeping.catch(() => {})
      return this.wake(place) // nobody was told that it is kept
    }
    this.said.set(await keeping, { cadre, words })
  }

  async step() {
    const { dice } = this
    const place = dice.one(this.phones)
    this.time += Math.floor(dice.roll() * 600_000)
    const deeds = {
      write: [30, () => this.write(place, false)],
      hurry: [3, () => this.write(place, true)],
      sync: [25, () => this.sync(place, dice.one(['well', 'well', 'before', 'after', 'twice', 'kill']))],
      crash: [3, () => this.wake(place)],
      takeBack: [3, async () => {
        const id = dice.one((await place.phone.box.all('item')).map(item => item.id))
        if (id && await takeBack(place.phone.box, id)) this.said.delete(id)
      }],
      assign: [10, () => this.server.assign(household(1 + Math.floor(dice.roll() * HOMES)).id, dice.one(CADRES))],
      change: [8, () => this.server.put(household(1 + Math.floor(dice.roll() * HOMES), 0, { size: Math.floor(dice.roll() * 9) }))],
      clock: [3, () => { place.skew = Math.floor((dice.roll() - 0.5) * 4 * 86_400_000) }],
      busy: [3, () => { this.server.busy = 1 + Math.floor(dice.roll() * 3) }],
      lock: [3, async () => {
        place.phone.lock()
        await this.sync(place, dice.one(['well', 'before', 'after']))
        await place.phone.unlock('258046')
      }],
      leave: [1, async () => {
        await place.phone.erase()
        await this.claim(place, dice.one(CADRES))
      }],
      forget: [0.5, async () => {
        this.server.state.devices.delete(place.phone.identity.id)
        await this.sync(place, 'well')
      }],
      backup: [2, () => { this.saved = this.server.backup() }],
      restore: [1, () => { if (this.saved) this.server.restore({ ...this.saved, devices: this.server.state.devices }) }],
    }
    let pick = dice.roll() * Object.values(deeds).reduce((sum, [weight]) => sum + weight, 0)
    const [name, [, deed]] = Object.entries(deeds).find(([, [weight]]) => (pick -= weight) < 0)
    this.done[name] = (this.done[name] ?? 0) + 1
    await deed()
  }

  /** Where an item is, for whoever reads a failure. @param {string} id */
  async trace(id) {
    const places = await Promise.all(this.phones.map(async ({ phone, cadre }) => ({ cadre, item: await phone.box.get('item', id), identities: await phone.box.all('identity') })))
    return JSON.stringify(places.filter(place => place.item))
  }

  /** The weather clears: a few rounds, and all must be as it should. */
  async end() {
    this.calm = true
    this.server.busy = 0
    for (let n = 0; n < 3; n++) for (const place of this.phones) await this.sync(place, 'well')
    for (const [id, { words }] of this.said) {
      const fact = this.server.state.facts.get(id)
      ok(fact, `${words} was said to be kept and is nowhere: ${await this.trace(id)}`)
      equal(fact.body.words, words)
      equal(fact.by, this.said.get(id).cadre, 'who did it')
    }
    const words = [...this.server.state.facts.values()].map(fact => fact.body.words)
    equal(new Set(words).size, words.length, 'facts that are there twice')
    for (const { phone, cadre } of this.phones) {
      equal((await phone.box.all('item')).filter(item => item.state !== 'kept').length, 0, 'what is stranded')
      equal(root((await phone.box.hashes()).values()), root(this.server.of(cadre).map(kept => kept.h)), 'the root of ' + cadre)
      const book = new Book(phone)
      await book.refresh()
      equal(book.homes().length, this.server.of(cadre).length, 'what can be opened')
    }
  }
}

const storm = (seed, steps) => async () => {
  const one = new Storm(seed)
  await one.begin()
  for (let n = 0; n < steps; n++) {
    try {
      await one.step()
    } catch (e) {
      throw new Error(`storm ${seed}, step ${n}: ${e.stack}`)
    }
  }
  try {
    await one.end()
  } catch (e) {
    throw new Error(`storm ${seed}: ${e.stack} after ${JSON.stringify(one.done)}`)
  } finally {
    one.phones.forEach(({ phone }) => phone.box.close())
  }
  ok(one.done.restore > 0 && one.done.leave > 0 && one.done.sync > 100, JSON.stringify(one.done))
}

export default Object.fromEntries([...[1, 2, 3].map(seed => [`storm ${seed}, 1000 steps`, storm(seed, 1000)]), ['a storm nobody has seen, 1000 steps', storm(Date.now() % 1e9, 1000)]])
export { storm }
