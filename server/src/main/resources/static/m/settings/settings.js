// How the phone speaks and looks, how old what it holds is, and leaving it.
/** @import { App, Screen } from '../app.js' */
import { el, note } from '../page.js'
import { language, say } from '../words.js'
import { moment } from '../when.js'

/** @param {App} app @returns {Promise<Screen>} */
export async function settings(app) {
  const { usage = 0 } = await navigator.storage.estimate()
  const now = app.phone.clock.now()
  const { at } = app.book.place
  return {
    title: say('settingsTitle'),
    body: [
      el('section', { class: 'sheet facts' },
        el('p', {}, app.book.known?.name ?? ''),
        el('p', {}, at ? say('dataFrom', moment(at, now)) : say('notYetFetched')),
        el('p', {}, say('keepsUntil', moment(app.phone.holding?.lease ?? now, now))),
        el('p', {}, say('storage', (usage / 1_000_000).toFixed(1))),
        el('p', { class: 'hint' }, say('noPhoto'))),
      el('ul', { class: 'sheet reasons' },
        button(say('otherLanguage'), () => app.prefer('language', language() === 'zh' ? 'en' : 'zh'), language() === 'zh' ? 'en' : 'zh-CN'),
        button(say(app.elder ? 'plainView' : 'elderView'), () => app.prefer('view', app.elder ? 'plain' : 'elder')),
        button(say('syncNow'), () => app.courier.go()),
        button(say('lockNow'), () => app.lockNow()),
        button(say('signOut'), () => { if (confirm(say('signOutSure'))) return app.signOut() })),
      app.newVersion() ? note(say('newVersion')) : null,
    ].filter(part => part !== null),
  }
}

/** @param {string} words @param {() => unknown} does @param {string} [lang] */
const button = (words, does, lang) => el('li', {}, el('button', { type: 'button', onclick: does, lang }, el('b', {}, words)))
