// Keeps the app's own files on the phone, and nothing else. What they are and which version stands in files.js.
/// <reference lib="webworker" />
/** @type {ServiceWorkerGlobalScope} */
const worker = /** @type {any} */ (self)
importScripts('files.js')

/** @type {Record<string, string>} */
const FILES = /** @type {any} */ (self).FILES
const OURS = 'lianxin-m-'
const CACHE = OURS + /** @type {any} */ (self).VERSION
const PAGE = '/m/index.html'

// Each file must be the one this version was made with: a server that is changed half-way gives no half version.
worker.addEventListener('install', event => event.waitUntil((async () => {
  const cache = await caches.open(CACHE)
  await Promise.all(Object.entries(FILES).map(async ([path, hash]) => {
    const answer = await fetch(new Request(path, { integrity: hash, cache: 'reload', credentials: 'omit' }))
    if (!answer.ok) throw new Error(path)
    await cache.put(path, answer)
  }))
})()))

worker.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(OURS) && name !== CACHE) await caches.delete(name)
})()))

worker.addEventListener('message', event => { if (event.data === 'now') worker.skipWaiting() })

worker.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  const path = ['/m', '/m/'].includes(url.pathname) ? PAGE : url.pathname
  if (path in FILES) event.respondWith(caches.open(CACHE).then(async cache => await cache.match(path) ?? fetch(request)))
})
