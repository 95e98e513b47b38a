/** For tests only: a page in jsdom, and what it says to its host. */
import { type DOMWindow, JSDOM, VirtualConsole } from 'jsdom'
import { until } from '../../kit/test-support'

export const READY = { wxPlugin: 1, type: 'ready' }
export const BACK = { wxPlugin: 1, type: 'back' }
export const JUMP = { wxPlugin: 1, type: 'jump' }
export const emitted = (event: string) => ({ wxPlugin: 1, type: 'emit', event, args: [] })

export async function visit(url: string) {
  const sent: unknown[] = []
  const markup = await (await fetch(url)).text()
  const dom = new JSDOM(markup, {
    url,
    runScripts: 'dangerously',
    // Silent: jsdom reports that it cannot navigate, and calls that were dropped on purpose.
    virtualConsole: new VirtualConsole(),
    beforeParse(opened) {
      Object.defineProperty(opened, 'parent', {
        value: { postMessage: (message: unknown) => sent.push(message) },
      })
    },
  })
  const window: DOMWindow = dom.window

  const element = (id: string): HTMLElement => {
    const found = window.document.getElementById(id)
    if (!found) throw new Error(`no element #${id}`)
    return found
  }

  return {
    window,
    sent,
    element,
    input(id: string, value: string) {
      const field = element(id)
      if (field instanceof window.HTMLInputElement) field.value = value
    },
    textOf: (id: string) => element(id).textContent,
    tap: (id: string) => element(id).click(),
    resultShown: () => until(() => !element('result').hidden),
    /** The host's jumpTo. */
    jumpTo: (...args: unknown[]) =>
      window.dispatchEvent(
        new window.MessageEvent('message', { data: { wxPlugin: 1, type: 'emit', event: 'jumpTo', args } }),
      ),
    close: () => window.close(),
  }
}

export type VisitedPage = Awaited<ReturnType<typeof visit>>
