import { Clock, day, daysBetween, later } from '/m/clock.js'
import { equal } from './check.js'

export default {
  'the server is right, less half the way'() {
    const clock = new Clock(() => 10_000)
    clock.learn(new Date(1_000_000).toISOString(), 9_000, 10_000)
    equal(clock.offset, 990_500)
    equal(clock.now(), 1_000_500)
  },
  'a phone whose clock is turned back has still reached what it had reached'() {
    let own = 5_000_000
    const clock = new Clock(() => own)
    clock.reached()
    own = 1_000
    equal(clock.reached(), 5_000_000)
  },
  'a phone that ran ahead comes back when the server says so'() {
    const clock = new Clock(() => 9_000_000)
    clock.reached()
    clock.learn(new Date(1_000_000).toISOString(), 9_000_000, 9_000_000)
    equal(clock.reached(), 1_000_000)
  },
  'what cannot be read teaches nothing'() {
    const clock = new Clock(() => 1, { offset: 7, latest: 0 })
    clock.learn('yesterday', 1, 1)
    equal(clock.offset, 7)
  },
  'days are the county’s'() {
    equal(day('2026-03-03T16:00:00Z'), '2026-03-04')
    equal(day('2026-03-03T15:59:59Z'), '2026-03-03')
    equal(later('2026-02-27', 3), '2026-03-02')
    equal(daysBetween('2026-02-27', '2026-03-02'), 3)
  },
}
