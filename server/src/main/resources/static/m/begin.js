// Where it begins: the box is opened, and what must be shown first is shown.
import { App } from './app.js'
import { Box } from './box.js'
import { Phone } from './phone.js'
import * as update from './update.js'
import { speak } from './words.js'

/** An open phone that nobody looked at for so long is locked. */
const UNATTENDED = 10 * 60_000
const MINUTE = 60_000

const box = await Box.open()
speak(await box.get('meta', 'language') ?? (navigator.language.startsWith('en') ? 'en' : 'zh'))
const app = new App(await Phone.wake(box, Date.now), await box.get('meta', 'view') === 'elder')
await app.tick()
await app.draw()

addEventListener('hashchange', () => app.draw())
addEventListener('online', () => app.courier.go())
addEventListener('offline', () => app.frame.refresh())
setInterval(() => app.tick(), MINUTE)

let left = 0
/** @type {ReturnType<typeof setTimeout>|undefined} */
let unattended
document.addEventListener('visibilitychange', async () => {
  clearTimeout(unattended)
  if (document.hidden) {
    left = Date.now()
    unattended = setTimeout(() => app.phone.key && app.lockNow(), UNATTENDED)
    return
  }
  await app.tick()
  if (app.phone.key && Date.now() - left > UNATTENDED) await app.lockNow() // the timer may have slept with the phone
  app.courier.go()
})

app.courier.go()
const typing = () => (/** @type {HTMLInputElement|null} */ (document.querySelector('input.pin'))?.value ?? '') !== ''
await update.install(() => app.phone.key === null && !typing())
