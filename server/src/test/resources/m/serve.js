// The app behind a real port, with the model as its server. For the tests alone: `node serve.js PATH-OF-STATIC`, prints its port.
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { household, Server } from './model.js'

const [, , files] = process.argv
const here = new URL('.', import.meta.url).pathname
const KINDS = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png', '.webmanifest': 'application/manifest+json' }
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'"

let server, cut, version
async function begin(homes = 12) {
  server = await Server.make()
  server.accounts.set('wang', { name: '王某', role: 'CADRE' })
  server.accounts.set('li', { name: '李某', role: 'CADRE' })
  for (let n = 1; n <= homes; n++) await server.put(household(n), 'wang')
  await server.put(household(99), 'li')
  cut = ''
  version = ''
}

/** What a test may do to the world. */
const deeds = {
  begin: ({ homes }) => begin(homes),
  cut: ({ at }) => { cut = at },
  put: ({ n, more }) => server.put(household(n, n % 3, more), 'wang'),
  assign: ({ n, to }) => server.assign(household(n).id, to),
  lose: () => { for (const id of server.state.devices.keys()) server.state.lost.add(id) },
  forget: () => server.state.devices.clear(),
  lease: ({ ms }) => { server.leaseMs = ms },
  release: ({ name }) => { version = name },
  backup: () => { server.saved = server.backup() },
  restore: () => server.restore(server.saved),
  facts: () => [...server.state.facts].map(([id, fact]) => ({ id, ...fact })),
}

createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://x')
  const text = await new Promise(done => {
    let all = ''
    request.on('data', part => { all += part }).on('end', () => done(all))
  })
  const session = /session=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? null
  if (pathname.startsWith('/t/do/')) return reply(200, {}, JSON.stringify(await deeds[pathname.slice(6)](JSON.parse(text || '{}')) ?? null))
  if (pathname.startsWith('/t/as/')) return reply(303, { 'Set-Cookie': `session=${pathname.slice(6)}; Path=/; HttpOnly; SameSite=Strict`, Location: '/m/index.html#/mine' }, '')
  if (pathname.startsWith('/api/')) {
    if (cut === 'before') return request.socket.destroy()
    const answer = await server.handle(request.method, pathname, request.headers, text, session)
    if (cut === 'after') return request.socket.destroy()
    return reply(answer.status, { ...answer.headers, 'Content-Type': 'application/json' }, JSON.stringify(answer.body))
  }
  const path = pathname.startsWith('/t/') ? join(here, pathname.slice(3)) : join(files, pathname)
  const found = await readFile(path).catch(() => null)
  if (found === null) return reply(404, {}, '')
  const body = version && pathname === '/m/files.js' ? found.toString().replace(/VERSION = '/, `VERSION = '${version}`) : found
  reply(200, { 'Content-Type': KINDS[extname(path)] ?? 'application/octet-stream', 'Content-Security-Policy': CSP, 'Cache-Control': 'max-age=3600' }, body)

  function reply(status, headers, body) { response.writeHead(status, headers).end(body) }
}).listen(0, '127.0.0.1', async function () {
  await begin()
  console.log(this.address().port)
})
