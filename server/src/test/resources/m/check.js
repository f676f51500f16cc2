// Assertions, as few as will do.

/** @param {unknown} fact @param {string} [words] */
export function ok(fact, words = 'it is not so') { if (!fact) throw new Error(words) }

/** @param {unknown} is @param {unknown} should @param {string} [words] */
export function equal(is, should, words = '') {
  const [a, b] = [JSON.stringify(is), JSON.stringify(should)]
  if (a !== b) throw new Error(`${words} is ${a}, should be ${b}`)
}

/** @param {Promise<unknown>} attempt @param {new (...of: any[]) => Error} kind */
export async function fails(attempt, kind) {
  const failed = await attempt.then(() => null, e => e)
  if (!(failed instanceof kind)) throw new Error(`should fail with ${kind.name}, but ${failed ?? 'did not fail'}`)
}

let boxes = 0
/** A box of the test's own, and it is gone before the next run. @returns {Promise<string>} */
export async function fresh() {
  const name = 'test-' + ++boxes
  await new Promise((done, failed) => {
    const gone = indexedDB.deleteDatabase(name)
    gone.onsuccess = done
    gone.onerror = failed
    gone.onblocked = () => failed(new Error(name + ' is open'))
  })
  return name
}

/** As fetch, but the other side is a model. @param {any} server @param {string|null} [session] @returns {any} */
export const asking = (server, session = null) => async (path, { method = 'GET', headers = {}, body = '' } = {}) => {
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  const answer = await server.handle(method, path, lower, body, session)
  return new Response(JSON.stringify(answer.body), { status: answer.status, headers: answer.headers })
}

/** A phone of somebody, ready for use. @param {any} server @param {string} cadre @param {{Box: any, Phone: any}} with_ @param {string} [name] */
export async function phoneOf(server, cadre, { Box, Phone }, name) {
  const box = await Box.open(name ?? await fresh(), 'relaxed')
  const phone = await Phone.wake(box, server.now, 1000)
  await phone.claim({ id: cadre, name: cadre }, '258046', async body => (await asking(server, cadre)('/api/phone/devices', { method: 'POST', body: JSON.stringify(body) })).json())
  return phone
}
