/** Draws what the phone tells about itself. */
import { el, find } from './dom'
import { t } from './i18n'
import { bytesText, type PhoneStats } from './phone-stats'
import type { Key } from './words'

export function drawStats(stats: PhoneStats): void {
  const { errors } = stats
  const facts: [Key, string, boolean?][] = [
    ['route', stats.route || '—'],
    ['lastSetData', stats.setDataCalls > 0 ? bytesText(stats.lastSetData) : '—'],
    ['totalSetData', `${bytesText(stats.totalSetData)} / ${stats.setDataCalls}`],
    ['apiCalls', String(stats.apiCalls)],
    ['failedApiCalls', String(stats.failedApiCalls), stats.failedApiCalls > 0],
    ['errors', String(errors.length), errors.length > 0],
  ]
  find('stats', HTMLElement).replaceChildren(
    ...facts.map(([key, value, isBad]) =>
      el('div', { 'data-fact': key }, el('dt', {}, t(key)), el('dd', isBad ? { class: 'bad' } : {}, value)),
    ),
  )
  const shown = stats.lastFailure ? [...errors.slice(-5), stats.lastFailure] : errors.slice(-5)
  find('phone-errors', HTMLElement).replaceChildren(
    ...shown.map(({ where, message }) => el('li', {}, where ? `${where}: ${message}` : message)),
  )
}
