import type { PageInstance, PageView } from './engine'
import type { NavigationBar } from './screen'
import type { Json, Query } from './types'

/** Something on the stack: a page of the app, or a plugin's page. */
export interface StackEntry {
  kind: 'page' | 'plugin'
  route: string
  query: Query
  element: HTMLElement
  openMs: number
  bar: NavigationBar
  /** Only pages of the app have one. */
  instance?: PageInstance
  view?: PageView
  show(): void
  hide(): void
  unload(): void
}

export interface PageStack {
  readonly entries: readonly StackEntry[]
  top(): StackEntry | undefined
  /** Hides the page on top, then makes and shows the next one. When that fails the old one is shown again. */
  push(make: () => StackEntry): StackEntry
  /** Leaves `delta` pages, never the last one. */
  back(delta: number): void
  /** Puts `make()` in the place of one entry, without showing what lies below. */
  replace(entry: StackEntry, make: () => StackEntry): void
  /** Empties the stack, then opens one page. */
  reset(make: () => StackEntry): void
  clear(): void
  /** The app goes to the background, or returns. */
  setVisible(visible: boolean): void
  isVisible(): boolean
}

export const pageLimit = 10

export function createPageStack(onChange: (top: StackEntry | undefined, depth: number) => void): PageStack {
  const entries: StackEntry[] = []
  const shown = new Set<StackEntry>()
  let visible = true

  const show = (entry: StackEntry | undefined) => {
    if (!entry || !visible || shown.has(entry)) return
    shown.add(entry)
    entry.element.hidden = false
    entry.show()
  }
  const hide = (entry: StackEntry | undefined, keepDrawn = false) => {
    if (!entry || !shown.delete(entry)) return
    if (!keepDrawn) entry.element.hidden = true
    entry.hide()
  }
  const drop = (entry: StackEntry) => {
    shown.delete(entry)
    entries.splice(entries.indexOf(entry), 1)
    entry.unload()
    entry.element.remove()
  }
  const changed = () => onChange(entries.at(-1), entries.length)

  const stack: PageStack = {
    entries,
    top: () => entries.at(-1),
    push(make) {
      hide(entries.at(-1))
      try {
        const entry = make()
        entries.push(entry)
        return entry
      } finally {
        changed()
        show(entries.at(-1))
      }
    },
    back(delta) {
      const count = Math.min(delta, entries.length - 1)
      if (count < 1) return
      for (const entry of entries.slice(-count).reverse()) drop(entry)
      changed()
      show(entries.at(-1))
    },
    replace(entry, make) {
      const covered = entries.at(-1) !== entry
      drop(entry)
      if (covered) return changed()
      entries.push(make())
      changed()
      show(entries.at(-1))
    },
    reset(make) {
      for (const entry of [...entries].reverse()) drop(entry)
      entries.push(make())
      changed()
      show(entries.at(-1))
    },
    clear() {
      for (const entry of [...entries].reverse()) drop(entry)
    },
    setVisible(next) {
      if (next === visible) return
      if (!next) hide(entries.at(-1), true)
      visible = next
      if (next) show(entries.at(-1))
    },
    isVisible: () => visible,
  }
  return stack
}

export function ownInstances(stack: PageStack): Json[] {
  return stack.entries.flatMap(entry => (entry.instance ? [entry.instance] : []))
}
