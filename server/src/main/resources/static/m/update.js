// A new version of the app comes in when nobody is writing, in this window or another.

/** @type {ServiceWorkerRegistration|null} */
let registration = null

/** Files are kept on the phone from now on. @param {() => boolean} idle whether this window may start anew */
export async function install(idle) {
  if (!('serviceWorker' in navigator)) return
  const had = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => { if (had && idle()) location.reload() })
  registration = await navigator.serviceWorker.register('sw.js', { updateViaCache: 'none' }).catch(() => null)
  await takeOver()
}

export const waits = () => Boolean(registration?.waiting)

/** Asks for news of the app itself. */
export const look = () => registration?.update().catch(() => {})

/** Lets the new version in, if there is one and nobody writes. */
export async function takeOver() {
  const next = registration?.waiting
  if (next) await navigator.locks.request('lianxin-writing', { ifAvailable: true }, lock => { if (lock) next.postMessage('now') })
}

/** Keeps new versions out until what is returned is called. @returns {() => void} */
export function writing() {
  let done = () => {}
  navigator.locks.request('lianxin-writing', { mode: 'shared' }, () => new Promise(resolve => { done = () => resolve(null) }))
  return () => done()
}
