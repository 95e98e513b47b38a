/* Runs in the page of the phone: plain functions that close over nothing. */

import type { Simulator } from '../../sandbox/simulator/runtime/types'

declare global {
  interface Window {
    __shifts: Shift[]
    /** How much of the statistics has been asked for. */
    __asked?: { routes: number; setData: number }
    __sim: Pick<Simulator, 'stats'>
  }
}

export interface Shift {
  value: number
  /** What moved, by id or class. */
  moved: string[]
}

/** Keeps the layout shifts since it was last asked, in `window.__shifts`. */
export function watchShifts(): void {
  const shifts: Shift[] = []
  window.__shifts = shifts
  const named = (node: Node | null) =>
    node instanceof Element ? node.id || (node.classList[0] ? `.${node.classList[0]}` : node.tagName) : '?'
  type Entry = PerformanceEntry & {
    value: number
    hadRecentInput: boolean
    sources: { node: Node | null }[]
  }
  new PerformanceObserver(list => {
    for (const entry of list.getEntries() as Entry[]) {
      if (entry.hadRecentInput) continue
      shifts.push({ value: entry.value, moved: entry.sources.map(({ node }) => named(node)) })
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

export function takeShifts(): Shift[] {
  return window.__shifts.splice(0)
}

/** What crossed to the view since the page on top was opened or come back to; null when this was asked of it before. */
export function firstScreen(): { calls: number; bytes: number } | null {
  const { routes, setData } = window.__sim.stats
  const { routes: known = 0 } = window.__asked ?? {}
  window.__asked = { routes: routes.length, setData: setData.length }
  const opened = routes.at(-1)
  if (!opened || routes.length === known) return null
  const own = setData.slice(opened.sent).filter(each => each.route === opened.route)
  return { calls: own.length, bytes: own.reduce((sum, { bytes }) => sum + bytes, 0) }
}

/** Bytes that crossed to the view since this or `firstScreen` was last asked. */
export function takeSent(): number {
  const { routes, setData } = window.__sim.stats
  const { setData: sent = 0 } = window.__asked ?? {}
  window.__asked = { routes: routes.length, setData: setData.length }
  return setData.slice(sent).reduce((sum, { bytes }) => sum + bytes, 0)
}

export interface Target {
  name: string
  width: number
  height: number
}

/** What can be tapped in the page on top and is smaller than `least` px. A field counts with the cell around it. */
export function smallTargets(least: number): Target[] {
  const tappable =
    '[role=button],[role=radio],[role=checkbox],[role=switch],[role=link],[role=tab],wx-button,wx-picker,wx-switch,wx-checkbox,wx-input,wx-textarea'
  const page = [...document.querySelectorAll('.sim-page')].at(-1)
  const small: Target[] = []
  for (const element of page?.querySelectorAll(tappable) ?? []) {
    if (element.parentElement?.closest('wx-label,[role=button],[role=radio]')) continue
    const around = element.closest('wx-label') ?? element
    const { width, height } = around.getBoundingClientRect()
    const seen = element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    if (!seen || width === 0 || height === 0) continue
    if (width + 0.5 >= least && height + 0.5 >= least) continue
    const name = element.id || (element.classList[0] ? `.${element.classList[0]}` : element.tagName)
    small.push({ name, width: Math.round(width), height: Math.round(height) })
  }
  return small
}

/** px that the page on top is wider than the screen. */
export function widerThanScreen(): number {
  const page = [...document.querySelectorAll('.sim-page')].at(-1)
  return page ? Math.max(0, page.scrollWidth - page.clientWidth) : 0
}
