/** For tests only: a page in jsdom, and what it says to its host. */
import { type DOMWindow, JSDOM, VirtualConsole } from 'jsdom'
import { until } from '../../kit/test-support'

export const READY = { wxMiniProgram: 1, type: 'ready' }
export const exit = (extraData?: unknown) =>
  extraData === undefined ? { wxMiniProgram: 1, type: 'exit' } : { wxMiniProgram: 1, type: 'exit', extraData }

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
      opened.scrollTo = () => {}
    },
  })
  const window: DOMWindow = dom.window

  const element = (id: string): HTMLElement => {
    const found = window.document.getElementById(id)
    if (!found) throw new Error(`no element #${id}`)
    return found
  }
  const has = (id: string) => window.document.getElementById(id) !== null
  const stage = () => window.document.getElementById('stage')?.dataset.stage

  return {
    window,
    sent,
    element,
    has,
    stage,
    input(id: string, value: string) {
      const field = element(id)
      if (field instanceof window.HTMLInputElement || field instanceof window.HTMLSelectElement)
        field.value = value
    },
    text: () => window.document.body.textContent ?? '',
    textOf: (id: string) => element(id).textContent,
    tap: (id: string) => element(id).click(),
    stageShown: (name: string) => until(() => stage() === name),
    resultShown: () => until(() => has('result')),
    /** The phone's message. */
    enter: (extraData: unknown, more: Record<string, unknown> = {}) =>
      window.dispatchEvent(
        new window.MessageEvent('message', {
          data: {
            wxMiniProgram: 1,
            type: 'enter',
            appId: 'wx1cf2708c2de46337',
            path: '/pages/index/index',
            envVersion: 'release',
            embedded: false,
            extraData,
            ...more,
          },
        }),
      ),
    close: () => window.close(),
  }
}

export type VisitedPage = Awaited<ReturnType<typeof visit>>
