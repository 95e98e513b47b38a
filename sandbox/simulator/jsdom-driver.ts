import type { DOMWindow } from 'jsdom'
import type { Simulator } from './runtime/types'

/** What a test does with its fingers and sees with its eyes. Works on the dialog on top, else on the top page. */
export interface Driver {
  q(selector: string): Element | null
  qa(selector: string): Element[]
  /** By selector or by visible text. Refuses what is disabled, hidden or behind a dialog. */
  tap(target: string | Element): void
  /** Types into the input or textarea at or below the selector, as one change. */
  type(selector: string, value: string): void
  /** Scrolls the page, or the scroll-view of the selector, to so many px from its top; jsdom lays out nothing. */
  scroll(top: number, selector?: string): void
  /** Toggles the switch, checkbox or radio at or below the selector. */
  check(selector: string): void
  /** Opens a picker, chooses and confirms. `value`: index, indexes of the columns, or the text of a date or time. */
  pick(selector: string, value: number | number[] | string): void
  /** Visible text of the top page or of an element, one line a block. */
  text(of?: string | Element): string
  /** Text of dialogs, toasts and sheets. */
  overlayText(): string
  /** Waits until the condition holds, ms; throws with the page's text when it does not. */
  until<T>(condition: () => T, timeout?: number): Promise<NonNullable<T>>
}

const blocks =
  /^(WX-(VIEW|BUTTON|FORM|LABEL|NAVIGATOR|PICKER|SCROLL-VIEW)|DIV|P|H3|HEADER|FOOTER|BUTTON|OPTION|SECTION)$/

export function createDriver(window: DOMWindow, sim: Simulator): Driver {
  /** A mask takes all taps; a toast without a mask takes none. */
  const blocker = () => [...sim.overlays().querySelectorAll(':scope > .sim-mask, :scope > .sim-cover')].at(-1)
  const root = (): Element => blocker() ?? sim.topElement()

  function find(target: string | Element): Element {
    if (typeof target !== 'string') return target
    const found = bySelector(target) ?? byText(root(), target)
    if (found) return found
    throw new Error(`nothing matches "${target}" in:\n${text(root())}`)
  }

  function bySelector(selector: string): Element | null {
    try {
      return root().querySelector(selector)
    } catch {
      return null
    }
  }

  function byText(within: Element, wanted: string): Element | null {
    const matches = [...within.querySelectorAll('*')].filter(
      element => element.tagName !== 'STYLE' && flat(element) === wanted && visible(element),
    )
    return matches.at(-1) ?? null
  }

  function visible(element: Element): boolean {
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (at.hasAttribute('hidden')) return false
      const { display, visibility } = window.getComputedStyle(at)
      if (display === 'none' || (at === element && visibility === 'hidden')) return false
    }
    return true
  }

  function reachable(target: string | Element): HTMLElement {
    const element = find(target)
    const name = typeof target === 'string' ? target : element.tagName.toLowerCase()
    if (!(element instanceof window.HTMLElement)) throw new Error(`"${name}" is no element`)
    if (!root().contains(element)) throw new Error(`"${name}" is not on top`)
    if (element.closest('[disabled]')) throw new Error(`"${name}" is disabled`)
    if (!visible(element)) throw new Error(`"${name}" is hidden`)
    return element
  }

  function inner(selector: string, tags: string): HTMLElement {
    const element = reachable(selector)
    const field = element.matches(tags) ? element : element.querySelector(tags)
    if (!(field instanceof window.HTMLElement)) throw new Error(`"${selector}" holds no ${tags}`)
    if (field.hasAttribute('disabled')) throw new Error(`"${selector}" is disabled`)
    return field
  }

  function fire(element: Element, type: string): void {
    const init = { bubbles: true, cancelable: true, composed: true, clientX: 1, clientY: 1 }
    element.dispatchEvent(new window.MouseEvent(type, init))
  }

  function tap(target: string | Element): void {
    const element = reachable(target)
    for (const type of ['mousedown', 'mouseup', 'click']) fire(element, type)
  }

  function setValue(field: Element, value: string): void {
    Object.assign(field, { value })
    field.dispatchEvent(new window.Event('input', { bubbles: true }))
  }

  function text(of?: string | Element): string {
    const start = of === undefined ? sim.topElement() : typeof of === 'string' ? find(of) : of
    const parts: string[] = []
    const walk = (node: Node) => {
      if (node.nodeType === 3) parts.push(node.nodeValue ?? '')
      if (!(node instanceof window.Element) || node.tagName === 'STYLE') return
      if (node.hasAttribute('hidden') || window.getComputedStyle(node).display === 'none') return
      const block = blocks.test(node.tagName)
      if (block) parts.push('\n')
      for (const child of node.childNodes) walk(child)
      if (block) parts.push('\n')
    }
    walk(start)
    return parts
      .join('')
      .replace(/[ \t]*\n\s*/g, '\n')
      .trim()
  }

  return {
    q: selector => root().querySelector(selector),
    qa: selector => [...root().querySelectorAll(selector)],
    tap,
    text,
    overlayText: () => text(sim.overlays()),
    type(selector, value) {
      const field = inner(selector, 'input,textarea')
      const limit = Number(field.getAttribute('maxlength') ?? -1)
      field.focus()
      setValue(field, limit >= 0 ? value.slice(0, limit) : value)
      field.blur()
    },
    scroll(top, selector) {
      const element = selector === undefined ? sim.topElement() : reachable(selector)
      element.scrollTop = top
      element.dispatchEvent(new window.Event('scroll'))
    },
    check(selector) {
      inner(selector, 'input').click()
    },
    pick(selector, value) {
      tap(selector)
      const sheet = root()
      const fields = [...sheet.querySelectorAll('select,input')]
      const values = Array.isArray(value) ? value : [value]
      fields.forEach((field, at) => void Object.assign(field, { value: String(values[at] ?? '') }))
      const confirm = sheet.querySelector('.sim-confirm')
      if (!confirm) throw new Error(`"${selector}" opened no picker`)
      tap(confirm)
    },
    async until(condition, timeout = 15_000) {
      const end = Date.now() + timeout
      for (;;) {
        let failure: unknown
        try {
          const value = condition()
          if (value) return value
        } catch (error) {
          failure = error
        }
        if (Date.now() > end) {
          const reason = failure instanceof Error ? `${failure.message}\n` : ''
          throw new Error(
            `${reason}not within ${timeout} ms: ${condition}\npage:\n${text()}\nabove:\n${text(sim.overlays())}`,
          )
        }
        await new Promise(resolve => setTimeout(resolve, 2))
      }
    },
  }

  function flat(element: Element): string {
    return (element.textContent ?? '').replace(/\s+/g, ' ').trim()
  }
}
