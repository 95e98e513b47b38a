/** 从这里开始: a way at a time, its steps with their lights. */
import type { TrafficRow } from '../shapes'
import { button, el, find } from './dom'
import { drawn, t } from './i18n'
import { seenInMessage, seenInRow } from './seen'
import { type Deed, type Filling, type Step, type Way, ways } from './ways'
import type { Key } from './words'

const MEMORY = 'console.way'

export interface GuideHands {
  /** False: the phone does not show the form. */
  fill(filling: Filling): Promise<boolean>
  /** False: it cannot be done yet. */
  deed(deed: Deed): boolean
}

export function mountGuide(hands: GuideHands) {
  const tabs = find('ways', HTMLElement)
  const list = find('steps', HTMLElement)
  const notice = find('guide-notice', HTMLElement)
  let way: Way = ways.find(({ id }) => id === localStorage.getItem(MEMORY)) ?? ways[0]
  let seen = new Set<string>()
  let begun = Date.now()

  const light = (...happened: string[]) => {
    const before = seen.size
    for (const each of happened) seen.add(each)
    if (seen.size !== before) draw()
  }
  const say = (key: Key | null) => {
    notice.textContent = key === null ? '' : t(key)
  }
  const fill = async (filling: Filling) => {
    const done = await hands.fill(filling)
    say(done ? null : filling === 'sheet' ? 'guideNoDialog' : 'guideNoForm')
    if (done) light(`filled:${filling}`)
  }
  const act = (deed: Deed) => {
    const done = hands.deed(deed)
    say(done ? null : 'guideNoCode')
    if (done) light(`deed:${deed}`)
  }
  const begin = (next: Way) => {
    way = next
    seen = new Set()
    begun = Date.now()
    localStorage.setItem(MEMORY, next.id)
    say(null)
    draw()
  }
  const row = (step: Step, isNext: boolean) => {
    const { text, fill: filling, deed } = step
    const done = seen.has(step.light)
    const state = el('span', { class: 'light', role: 'img', 'aria-label': t(done ? 'stepDone' : 'stepOpen') })
    const item = el(
      'li',
      { class: done ? 'done' : isNext ? 'next' : '' },
      state,
      el('span', { class: 'step-text' }, t(text)),
    )
    if (filling)
      item.append(button(t('fillIn'), { class: 'small', 'data-fill': filling }, () => void fill(filling)))
    if (deed) item.append(button(t(deed), { class: 'small', 'data-deed': deed }, () => act(deed)))
    return item
  }
  function draw(): void {
    tabs.replaceChildren(
      ...ways.map(each =>
        button(t(each.title), { 'data-way': each.id, 'aria-pressed': String(each.id === way.id) }, () =>
          begin(each),
        ),
      ),
    )
    const next = way.steps.find(step => !seen.has(step.light))
    list.replaceChildren(...way.steps.map(step => row(step, step === next)))
  }
  drawn(draw)
  window.addEventListener('message', event => light(...seenInMessage(event.data)))
  return {
    /** What was said before the way was begun lights nothing. */
    hear(rows: readonly TrafficRow[]) {
      light(...rows.filter(({ at }) => at >= begun).flatMap(seenInRow))
    },
  }
}
