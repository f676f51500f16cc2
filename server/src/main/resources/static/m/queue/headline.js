/** @import { App } from '../app.js' */
/** @import { Mine } from '../book.js' */
import { named, say } from '../words.js'
import { date } from '../when.js'

/** What an item says, in one line. @param {App} app @param {Mine} item */
export function headline(app, item) {
  const fact = item.told?.fact
  if (!fact) return say('sealedItem')
  switch (fact.kind) {
    case 'visit': {
      const { way, finding, met, words, need } = fact.body
      const found = finding === 'WELL' ? say(`met${met}`) : say(`finding${finding}`)
      return [say(`way${way}`), found, need?.words ?? words].filter(Boolean).join(' · ')
    }
    case 'deferral': {
      const reason = app.book.lists().deferrals.find(d => d.code === fact.body.reason)
      return say('whyDeferred', date(fact.body.until, app.today()), reason ? named(reason) : '')
    }
    case 'promise': return say('promisedLine', fact.body.action)
    case 'kept': return say('keptLine', fact.body.result)
  }
}
