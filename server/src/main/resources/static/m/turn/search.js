// Finding a household by its head's name, the name's initials, or the household's number.
/** @import { Home } from '../types.js' */

const LETTERS = 'abcdefghjklmnopqrstwxyz'
/** The first character of each letter in the order of pinyin. */
const FIRST = [...'阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀']
const PINYIN = new Intl.Collator('zh-u-co-pinyin')

/** 张三丰 → zsf. What is not Chinese stays itself. @param {string} name */
export function initials(name) {
  return [...name].map(c => {
    if (!/\p{Script=Han}/u.test(c)) return c.toLowerCase()
    const at = FIRST.findLastIndex(first => PINYIN.compare(first, c) <= 0)
    return at < 0 ? c : LETTERS[at]
  }).join('')
}

/** @param {Home[]} homes @param {string} asked @returns {Home[]} those that begin so first */
export function find(homes, asked) {
  const wanted = asked.trim().toLowerCase()
  if (wanted === '') return []
  const rank = (/** @type {Home} */ home) => {
    const ways = [home.head.toLowerCase(), initials(home.head), home.key.toLowerCase()]
    if (ways.some(way => way.startsWith(wanted))) return 0
    return ways.some(way => way.includes(wanted)) ? 1 : 2
  }
  return homes.map(home => ({ home, rank: rank(home) })).filter(found => found.rank < 2)
    .sort((a, b) => a.rank - b.rank || PINYIN.compare(a.home.head, b.home.head)).map(found => found.home)
}
