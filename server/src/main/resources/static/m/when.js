// Days and hours as people say them.
import { day, daysBetween } from './clock.js'
import { language, say } from './words.js'

const ZONE = 'Asia/Shanghai'

/** A day: with its year only when it is another. @param {string} on a day or a moment @param {string} today */
export function date(on, today) {
  const that = on.length > 10 ? day(on) : on
  const year = that.slice(0, 4) === today.slice(0, 4) ? {} : { year: /** @type {const} */ ('numeric') }
  const month = language() === 'zh' ? /** @type {const} */ ('long') : /** @type {const} */ ('short')
  return new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', month, day: 'numeric', ...year }).format(new Date(that + 'T00:00:00Z'))
}

/** A moment, as near as it needs to be. @param {number|string} moment @param {number} now ms */
export function moment(moment, now) {
  const ms = new Date(moment).getTime()
  const hour = new Intl.DateTimeFormat(locale(), { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hour12: false }).format(ms)
  const ago = daysBetween(day(ms), day(now))
  if (now - ms >= 0 && now - ms < 120_000) return say('justNow')
  if (ago === 0) return say('todayAt', hour)
  if (ago === 1) return say('yesterdayAt', hour)
  return date(day(ms), day(now)) + ' ' + hour
}

const locale = () => language() === 'zh' ? 'zh-CN' : 'en-GB'
