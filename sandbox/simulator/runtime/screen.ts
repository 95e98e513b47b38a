import { h, onClick } from './dom'
import type { Platform } from './types'

export interface NavigationBar {
  title: string
  background: string
  textStyle: 'black' | 'white'
  custom: boolean
}

/** The phone: status bar, navigation bar with capsule, the pages and what lies above them. */
export interface Screen {
  root: HTMLElement
  pages: HTMLElement
  overlays: HTMLElement
  showBar(bar: NavigationBar, canGoBack: boolean): void
  loadingBar(on: boolean): void
  remove(): void
}

export interface ScreenActions {
  back(): void
  menu(): void
  close(): void
}

export function createScreen(
  container: HTMLElement,
  look: { style: string; platform: Platform },
  actions: ScreenActions,
): Screen {
  const title = h('div', 'sim-title')
  const spinner = h('i', 'sim-spinner')
  spinner.hidden = true
  const backButton = labelled(
    onClick(h('button', 'sim-back', h('i', 'sim-chevron')), () => actions.back()),
    '返回',
  )
  const capsule = createCapsule(
    () => actions.menu(),
    () => actions.close(),
  )
  const bar = h('header', 'sim-nav', backButton, h('div', 'sim-title-box', spinner, title), capsule)
  const pages = h('main', 'sim-pages')
  const overlays = h('div', 'sim-overlays')
  const status = h('div', 'sim-status', h('span', '', '9:41'), h('i', 'sim-signal'), h('i', 'sim-battery'))
  const root = h('div', 'sim-phone', status, bar, pages, overlays)
  Object.assign(root.dataset, look)
  container.append(root)
  return {
    root,
    pages,
    overlays,
    showBar(next, canGoBack) {
      title.textContent = next.title
      root.style.setProperty('--nav-background', next.background)
      root.dataset.nav = next.custom ? 'custom' : next.textStyle
      backButton.hidden = !canGoBack
    },
    loadingBar(on) {
      spinner.hidden = !on
    },
    remove: () => root.remove(),
  }
}

export function createCapsule(menu: () => void, close: () => void): HTMLElement {
  return h(
    'div',
    'sim-capsule',
    labelled(onClick(h('button', 'sim-menu', h('i', 'sim-dots')), menu), '更多'),
    labelled(onClick(h('button', 'sim-close', h('i', 'sim-ring')), close), '关闭'),
  )
}

function labelled<E extends HTMLElement>(element: E, label: string): E {
  element.setAttribute('aria-label', label)
  return element
}
