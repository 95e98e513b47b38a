import { createHmac, randomUUID } from 'node:crypto'
import { isRecord } from '../../record'
import { createCallbackSender } from '../kit/callbacks'
import { type Answer, json, page, parseJsonBody, type SandboxRequest } from '../kit/http'
import type { RunningServer } from '../kit/server'
import { createWorkbench, startVendorSimulator } from '../kit/simulator'

export interface NimbusSimulatorOptions {
  host: string
  port: number
  key: string
}

interface Attempt {
  id: string
  /** A mobile number, or the name of an organization. */
  who: string
  noticeUrl: string
  status: string
}

export function startNimbusSimulator({ host, port, key }: NimbusSimulatorOptions): Promise<RunningServer> {
  const bench = createWorkbench({ secretNames: ['authorization'] })
  const callbacks = createCallbackSender(bench.clock, bench.log, {
    retryDelaysMs: [],
    problemOf: status => (status === 200 ? undefined : `answered HTTP ${status}`),
  })
  const attempts = new Map<string, Attempt>()

  return startVendorSimulator({
    bench,
    host,
    port,
    routes: [
      { method: 'POST', path: '/v1/attempts', kind: 'api', handle: begin },
      { method: 'POST', path: '/v1/standing', kind: 'api', handle: tell },
      { method: 'GET', path: '/go/:id', kind: 'page', handle: () => page('<h1>云核</h1>') },
      { method: 'GET', path: '/', kind: 'page', handle: () => page('<h1>云核</h1>') },
      { method: 'POST', path: '/page/act', kind: 'page', handle: act },
    ],
    controlRoutes: [],
    guard: ({ headers }) => (headers.authorization === `Bearer ${key}` ? undefined : json({ code: 'KEY' })),
    notFound: () => json({ code: 'PATH' }, { status: 404 }),
    errorAnswer: ({ code }) => json({ code: String(code) }),
    reset: () => attempts.clear(),
  })

  function begin(request: SandboxRequest): Answer {
    const { who, noticeUrl } = fields(request)
    if (!who || !noticeUrl) return json({ code: 'FIELDS' })
    const id = randomUUID()
    attempts.set(id, { id, who, noticeUrl, status: 'open' })
    return json({ code: 'OK', id, url: `${request.serverUrl}/go/${id}` })
  }

  function tell(request: SandboxRequest): Answer {
    const { attempt, who } = fields(request)
    const all = [...attempts.values()]
    const known = all.find(each => (attempt ? each.id === attempt : each.who === who))
    return json({ code: 'OK', status: known?.status ?? 'unknown' })
  }

  /** `action`: what the person does, or the reviewer; without an id the newest attempt. */
  async function act(request: SandboxRequest): Promise<Answer> {
    const { id, action = '' } = fields(request)
    const attempt = id ? attempts.get(id) : [...attempts.values()].at(-1)
    const status = { pass: 'passed', fail: 'failed', review: 'review' }[action]
    if (!attempt || !status) return json({ code: 'FIELDS' }, { status: 400 })
    attempt.status = status
    const shown = { attempt: attempt.id, status }
    const body = JSON.stringify(shown)
    const signature = createHmac('sha256', key).update(body).digest('hex')
    const headers = { 'content-type': 'application/json', 'x-nimbus-signature': signature }
    await callbacks.send([{ url: attempt.noticeUrl, headers, body, shown }])
    return json({ code: 'OK' })
  }
}

function fields(request: SandboxRequest): Record<string, string | undefined> {
  const body = parseJsonBody(request)
  if (!body.ok || !isRecord(body.value)) return {}
  return Object.fromEntries(Object.entries(body.value).map(([name, value]) => [name, String(value)]))
}
