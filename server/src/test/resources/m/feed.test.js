import { Book } from '/m/book.js'
import { Box } from '/m/box.js'
import { buckets, root, strangers } from '/m/feed.js'
import { Phone } from '/m/phone.js'
import { round } from '/m/round.js'
import { wire } from '/m/wire.js'
import { asking, equal, ok, phoneOf } from './check.js'
import { household, Server } from './model.js'

const parts = { Box, Phone }
const sync = (phone, server) => round(phone, wire(phone.identity, phone.clock, asking(server)))
const held = async phone => [...(await phone.box.hashes()).keys()].sort()
const right = (server, cadre) => server.of(cadre).map(kept => kept.home.id).sort()

async function world(homes = 5) {
  const server = await Server.make()
  for (let n = 1; n <= homes; n++) await server.put(household(n), 'wang')
  return { server, phone: await phoneOf(server, 'wang', parts) }
}

export default {
  'the root is the exclusive or, whatever the order'() {
    equal(root([]), '0000000000000000')
    equal(root(['00000000000000f0', 'ff0000000000000f']), 'ff000000000000ff')
    equal(root(['ff0000000000000f', '00000000000000f0']), 'ff000000000000ff')
  },
  'a bucket is the last byte of the id'() {
    const sums = buckets(new Map([['0-ab', '0000000000000001'], ['1-ab', '0000000000000003'], ['2-00', '0000000000000004']]))
    equal([sums.length, sums[0xab], sums[0], sums[1]], [256, '0000000000000002', '0000000000000004', '0000000000000000'])
    equal(strangers(['0-ab', '1-ab', '2-00'], { ab: ['1-ab'] }), ['0-ab'])
  },
  async 'what is one’s own comes, page by page'() {
    const { server, phone } = await world(7)
    server.page = 3
    await sync(phone, server)
    equal(await held(phone), right(server, 'wang'))
  },
  async 'a change comes, and nothing else with it'() {
    const { server, phone } = await world()
    await sync(phone, server)
    await server.put(household(2, 2, { size: 9 }))
    let puts
    await round(phone, async (path, body) => {
      const answer = await wire(phone.identity, phone.clock, asking(server))(path, body)
      puts = answer.puts
      return answer
    })
    equal(puts.map(put => put.home.size), [9])
  },
  async 'a thousand households given to another leave one phone and come to the other'() {
    const { server, phone } = await world(1000)
    const other = await phoneOf(server, 'li', parts)
    server.page = 500
    await sync(phone, server)
    for (const { home } of server.of('wang')) server.assign(home.id, 'li')
    await sync(phone, server)
    await sync(other, server)
    equal(await held(phone), [])
    equal((await held(other)).length, 1000)
    equal(root((await other.box.hashes()).values()), root(server.of('li').map(kept => kept.h)))
  },
  async 'a home that is missing, one too many and one that is old are put right'() {
    const { server, phone } = await world()
    await sync(phone, server)
    const [a, b] = right(server, 'wang')
    const row = await phone.box.get('home', b)
    await phone.box.change(['home'], deed => {
      deed.remove('home', a)
      deed.put('home', { ...row, h: '00000000000000aa' })
      deed.put('home', { ...row, id: row.id.slice(0, -4) + 'ffff' })
    })
    await sync(phone, server)
    equal(await held(phone), right(server, 'wang'))
    equal(root((await phone.box.hashes()).values()), root(server.of('wang').map(kept => kept.h)))
  },
  async 'a server that was restored from a backup is agreed with again'() {
    const { server, phone } = await world()
    const backup = server.backup()
    for (const id of right(server, 'wang').slice(0, 3)) server.assign(id, 'li')
    backup.devices = (await phoneDevices(server))
    await sync(phone, server)
    server.restore(backup)
    await sync(phone, server)
    equal(await held(phone), right(server, 'wang'))
    equal((await held(phone)).length, 5)
  },
  async 'one that cannot be opened is fetched anew'() {
    const { server, phone } = await world()
    await sync(phone, server)
    const row = await phone.box.get('home', right(server, 'wang')[0])
    await phone.box.change(['home'], deed => deed.put('home', { ...row, hidden: { ...row.hidden, text: new ArrayBuffer(40) } }))
    const book = new Book(phone)
    await book.refresh()
    equal(book.homes().length, 4)
    await sync(phone, server)
    await book.refresh()
    equal(book.homes().length, 5)
  },
  async 'nothing changed: one question, no home, no healing'() {
    const { server, phone } = await world()
    await sync(phone, server)
    const asked = []
    await round(phone, async (path, body) => {
      const answer = await wire(phone.identity, phone.clock, asking(server))(path, body)
      asked.push([path, answer.puts?.length])
      return answer
    })
    equal(asked, [['/api/phone/sync', 0]])
    ok(JSON.stringify(await phone.box.get('meta', 'place')).length < 200)
  },
}

const phoneDevices = async server => structuredClone(server.state.devices)
