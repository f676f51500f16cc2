import { bundles, due, reason } from '/m/turn/order.js'
import { find, initials } from '/m/turn/search.js'
import { open, story } from '/m/home/story.js'
import { answered, going, over } from '/m/home/cases.js'
import { easy } from '/m/lock/mine.js'
import { equal, ok } from './check.js'
import { household, LISTS } from './model.js'

const dated = (n, village, on) => household(n, village, { due: { on, why: 'EVERY', occasion: null, every: 90 } })

export default {
  'a turn has come on its day, and not when there is none'() {
    ok(due(dated(1, 0, '2026-03-03'), '2026-03-03'))
    ok(!due(dated(1, 0, '2026-03-04'), '2026-03-03'))
    ok(!due(dated(1, 0, null), '2026-03-03'))
  },
  'one walk a village, and first where somebody has waited longest'() {
    const walks = bundles([dated(1, 0, '2026-03-03'), dated(2, 1, '2026-03-01'), dated(3, 0, '2026-03-02'), dated(4, 1, '2026-03-09')])
    equal(walks.map(walk => [walk.name, walk.homes.map(home => home.key)]), [['西某村', ['H0002', 'H0004']], ['东某村', ['H0003', 'H0001']]])
  },
  'each reason is told by its facts'() {
    const last = { id: 'v', met: 'HEAD', seenAt: '2026-01-05T01:00:00Z', corrected: false }
    const of = more => reason(household(1, 0, more), LISTS)
    equal(of({}).key, 'never')
    equal(of({ due: { on: '2026-03-01', why: 'EVERY', occasion: null, every: 90 } }).key, 'every')
    equal(of({ due: { on: '2026-03-01', why: 'EVERY', occasion: null, every: 90 }, visits: [{ ...last, met: 'NOBODY', seenAt: '2026-02-01T01:00:00Z' }, last] }), { key: 'everySince', of: { every: 90, last: last.seenAt } })
    equal(of({ due: { on: '2026-03-01', why: 'OCCASION', occasion: 'hospital', every: null } }).of.occasion.zh, '住院回来')
    equal(of({ due: { on: '2026-03-01', why: 'OCCASION', occasion: 'o1', every: null }, occasions: [{ id: 'o1', code: 'hospital' }] }).of.occasion.zh, '住院回来')
    equal(of({ due: { on: '2026-04-01', why: 'DEFERRED', occasion: null, every: null }, deferred: { until: '2026-04-01', reason: 'away' } }).of.reason.en, 'Away for work')
    equal(of({ due: { on: null, why: 'EVERY', occasion: null, every: 90 } }).key, 'nothingDue')
  },
  'found by name, initials and number, the beginnings first'() {
    const homes = [household(1, 0, { head: '李某山' }), household(2, 0, { head: '张某李' }), household(3, 0, { head: '王五' })]
    equal(initials('张某发'), 'zmf')
    equal(initials('欧阳新'), 'oyx')
    equal(find(homes, '李').map(home => home.head), ['李某山', '张某李'])
    equal(find(homes, 'zm').map(home => home.head), ['张某李'])
    equal(find(homes, 'H0003').map(home => home.head), ['王五'])
    equal(find(homes, ' '), [])
    equal(find(homes, '赵'), [])
  },
  'a story runs backwards, what waits on top, and a promise written down as kept is no longer owed'() {
    const home = household(1, 0, {
      since: '2026-01-01', visits: [{ id: 'v', seenAt: '2026-02-01T01:00:00Z' }], occasions: [{ id: 'o', on: '2026-01-15' }],
      promises: [{ id: 'p', doneOn: null, due: '2026-04-01' }, { id: 'q', doneOn: '2026-01-20', due: '2026-01-30' }],
    })
    const waiting = [{ made: '2026-01-10T00:00:00Z', told: { fact: { kind: 'kept', body: { promise: 'p' } } } }]
    equal(story(home, waiting).map(event => event.what), ['mine', 'visit', 'kept', 'occasion', 'contact'])
    equal(open(home, []).map(p => p.id), ['p'])
    equal(open(home, waiting), [])
  },
  'what was said stays in sight until it is over, the longest heard first, and an answer nobody has judged is to be passed on'() {
    const one = (id, stage, since) => ({ id, stage, since, number: id, heardAt: since, words: id, about: { code: 'x', zh: '', en: '' }, visit: null, desk: '', due: null, reply: null, voice: null })
    const home = household(1, 0, { since: null, cases: [one('late', 'HANDLING', '2026-03-01'), one('done', 'CONFIRMED', '2026-02-01'), one('early', 'DISPUTED', '2026-01-01')] })
    equal(going(home).map(c => c.id), ['early', 'late'])
    equal(over(home).map(c => c.id), ['done'])
    equal(story(home, []).map(event => [event.what, event.on]), [['case', '2026-02-01']])
    ok(!answered(home))
    for (const stage of ['REPLIED', 'CALL_BACK', 'UNANSWERED']) ok(answered({ ...home, cases: [one('x', stage, '2026-03-01')] }), stage)
    const { cases, ...older } = home
    equal([going(older), over(older), answered(older)], [[], [], false])
  },
  'a PIN that is tried first is not taken'() {
    for (const pin of ['000000', '123456', '987654', '777777']) ok(easy(pin), pin)
    for (const pin of ['258046', '135790', '112233']) ok(!easy(pin), pin)
  },
}
