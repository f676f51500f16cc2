import { say, speak, WORDS } from '/m/words.js'
import { equal, ok } from './check.js'

const blanks = words => [...new Set([...words.matchAll(/\{(\d)/g)].map(found => found[1]))].sort()

export default {
  'everything is said in both languages, with the same blanks'() {
    for (const [key, said] of Object.entries(WORDS)) {
      equal(said.length, 2, key)
      ok(said.every(words => words.trim() !== ''), key)
      equal(blanks(said[0]), blanks(said[1]), key)
      ok(!/\p{Script=Han}/u.test(said[1]) || key === 'otherLanguage', `Chinese in the English of ${key}`)
    }
  },
  'numbers choose their word'() {
    speak('en')
    equal([say('needsYouShort', 1), say('needsYouShort', 3)], ['1 needs you', '3 need you'])
    speak('zh')
    equal(say('waiting', 3), '3 条已记下，等信号')
  },
}
