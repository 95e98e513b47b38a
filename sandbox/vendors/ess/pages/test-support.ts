/** For tests only: pages in jsdom, served by a stand-in for the simulator that only records. */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { type DOMWindow, JSDOM, VirtualConsole } from 'jsdom'
import type { RenderedPage } from '../../kit/page'
import { until } from '../../kit/test-support'
import type {
  BatchPageView,
  EssPageView,
  OrganizationEntry,
  OrganizationPageView,
  PersonPageView,
} from '../views'
import { showPage } from '.'

export const EXIT = { wxMiniProgram: 1, type: 'exit' }
export const IN_PHONE = { inMiniProgram: true }
export const IN_BROWSER = { inMiniProgram: false }

export const organization = (changed: Partial<OrganizationEntry> = {}): OrganizationEntry => ({
  key: 'sub-1',
  name: '示例科技有限公司',
  creditCode: '91110000MA01234567',
  status: 'Create',
  verified: false,
  auditStatus: 0,
  message: '',
  ...changed,
})

const ADMIN = { name: '王小二', mobile: '13900000000' }

export const batch = (organizations: OrganizationEntry[]): BatchPageView => ({
  kind: 'batch',
  session: 'session-1',
  admin: ADMIN,
  expiresAt: Date.UTC(2026, 10, 29, 16, 5),
  organizations,
})

export const single = (
  changed: Partial<OrganizationEntry> = {},
  rest: Partial<OrganizationPageView> = {},
): OrganizationPageView => ({
  kind: 'organization',
  session: 'session-1',
  admin: ADMIN,
  organization: organization(changed),
  jumpsBack: false,
  ...rest,
})

export const person = (changed: Partial<PersonPageView> = {}): PersonPageView => ({
  kind: 'person',
  session: 'session-1',
  name: '张三丰',
  idNumber: '110101199003070000',
  mobile: '13800138000',
  verified: false,
  jumpsBack: false,
  ...changed,
})

/** Markup without scripts running, to read only. */
export const read = ({ markup }: RenderedPage): Document => new JSDOM(markup).window.document

export interface Stage {
  /** What the page shows when it is fetched. */
  view: EssPageView
  inMiniProgram: boolean
  /** Instead of a page. */
  broken: boolean
  answer: { status: number; body: string }
  /** The bodies of the acts so far. */
  acts: unknown[]
  /** Called before an act is answered. */
  onAct: () => void | Promise<void>
  url: string
  close(): Promise<void>
}

export async function startStage(view: EssPageView): Promise<Stage> {
  const server = http.createServer(async (request, response) => {
    if (request.method === 'POST') {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      stage.acts.push({
        path: request.url,
        type: request.headers['content-type'],
        ...JSON.parse(body),
      })
      await stage.onAct()
      response.writeHead(stage.answer.status, { 'content-type': 'application/json' })
      return response.end(stage.answer.body)
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    return response.end(stage.broken ? '<p>502</p>' : showPage(stage.view, stage).markup)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stage: Stage = {
    view,
    inMiniProgram: true,
    broken: false,
    answer: { status: 200, body: '{"ok":true}' },
    acts: [],
    onAct: () => {},
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return stage
}

export async function visit(stage: Stage) {
  const url = `${stage.url}/mini-program/show?path=x`
  const sent: unknown[] = []
  const scrolledTo: unknown[] = []
  const dom = new JSDOM(await (await fetch(url)).text(), {
    url,
    runScripts: 'dangerously',
    virtualConsole: new VirtualConsole(),
    beforeParse(opened) {
      Object.defineProperty(opened, 'parent', {
        value: { postMessage: (message: unknown) => sent.push(message) },
      })
      opened.scrollTo = (...where: unknown[]) => void scrolledTo.push(where)
    },
  })
  const window: DOMWindow = dom.window
  const { document } = window

  const element = (id: string): HTMLElement => {
    const found = document.getElementById(id)
    if (!found) throw new Error(`no element #${id}`)
    return found
  }
  const text = (id: string) => element(id).textContent?.trim() ?? ''

  return {
    window,
    document,
    sent,
    scrolledTo,
    element,
    text,
    tap: (id: string) => element(id).click(),
    isDisabled: (id: string) => element(id).hasAttribute('disabled'),
    toasted: () => until(() => text('toast') !== ''),
    hinted: () => until(() => text('hint') !== ''),
    close: () => window.close(),
  }
}

export type VisitedPage = Awaited<ReturnType<typeof visit>>
