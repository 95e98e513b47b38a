/** For tests only: a simulator on a free port, a correct client that a test can spoil, a receiver of notices. */
import { createHash, createHmac } from 'node:crypto'
import http from 'node:http'
import { isRecord } from '../../record'
import { ask, textOf } from '../kit/test-support'
import { type EsignSimulatorOptions, startEsignSimulator } from './simulator'

export const NOW = 1_700_000_000_000
export const APP_ID = '7438000001'
export const SECRET = 'sandbox-esign-secret'
const CONTENT_TYPE = 'application/json; charset=UTF-8'

export const PERSON_PATH = '/v2/identity/auth/web/indivAuthUrl'
export const ORG_PATH = '/v2/identity/auth/web/orgAuthUrl'
export const PSN_LINK = '/v3/psn-auth-url'
export const ORG_LINK = '/v3/org-auth-url'
export const SEARCH_PATH = '/v1/invitations/search'

export const PERSON = {
  indivInfo: { name: '测试员甲', certNo: '110101199001010015', mobileNo: '10020033001' },
  contextInfo: { contextId: 'ctx-001' },
}
export const ORGANIZATION = {
  orgEntity: {
    name: '示例科技有限公司',
    certNo: '91110000MA0123456P',
    legalRepName: '测试法人',
    agentName: '测试员甲',
    agentIdNo: '110101199001010015',
  },
  contextInfo: { contextId: 'ctx-org' },
}
export const V3_PERSON = {
  psnAuthConfig: {
    psnAccount: '10020033001',
    psnInfo: { psnName: '测试员甲', psnIDCardNum: '110101199001010015', psnMobile: '10020033001' },
  },
}
export const V3_ORGANIZATION = {
  orgAuthConfig: {
    orgName: '示例科技有限公司',
    orgInfo: { orgIDCardNum: '91110000MA0123456P', orgIDCardType: 'CRED_ORG_USCC', legalRepName: '测试法人' },
    transactorInfo: {
      psnAccount: '10020033001',
      psnInfo: { psnName: '测试员甲', psnIDCardNum: '110101199001010015' },
    },
  },
}

/** Written from the documentation a second time, so that the simulator is not checked against itself. */
export function signedHeaders(
  call: { method: string; target: string; body?: string; secret?: string; custom?: string },
  more: Record<string, string> = {},
): Record<string, string> {
  const { method, target, body = '', secret = SECRET, custom = '' } = call
  const md5 = body === '' ? '' : createHash('md5').update(body, 'utf8').digest('base64')
  const { accept = '*/*', 'content-type': type = CONTENT_TYPE, date = '' } = more
  const text = `${method}\n${accept}\n${md5}\n${type}\n${date}\n${custom && `${custom}\n`}${target}`
  return {
    accept,
    'x-tsign-open-app-id': APP_ID,
    'x-tsign-open-auth-mode': 'Signature',
    'x-tsign-open-ca-timestamp': String(NOW),
    'x-tsign-open-ca-signature': createHmac('sha256', secret).update(text, 'utf8').digest('base64'),
    'content-type': type,
    ...(md5 && { 'content-md5': md5 }),
    ...more,
  }
}

export async function startTestSimulator(options: Partial<EsignSimulatorOptions> = {}) {
  const simulator = await startEsignSimulator({
    host: '127.0.0.1',
    port: 0,
    appId: APP_ID,
    secret: SECRET,
    requestsPerSecond: 1000,
    retryDelaysMs: { v2: [10, 10], v3: [10, 10, 10] },
    now: () => NOW,
    ...options,
  })
  const { url } = simulator
  let offsetMs = 0

  /** `target`: the path with its query as it is signed; `wire`: as it is sent, where the two differ. */
  const api = (
    method: string,
    target: string,
    body?: unknown,
    more: Record<string, string> = {},
    wire = target,
  ) => {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const timestamp = { 'x-tsign-open-ca-timestamp': String(NOW + offsetMs) }
    return ask(
      url,
      method,
      wire,
      text,
      signedHeaders({ method, target, body: text }, { ...timestamp, ...more }),
    )
  }
  const control = (method: string, path: string, body?: unknown) =>
    ask(url, method, `/__sandbox/${path}`, body)
  const begin = async (path: string, body: unknown, id: string) =>
    textOf((await api('POST', path, body)).body, 'data', id)

  return {
    url,
    close: simulator.close,
    api,
    control,
    person: (body: unknown = PERSON) => begin(PERSON_PATH, body, 'flowId'),
    organization: (body: unknown = ORGANIZATION) => begin(ORG_PATH, body, 'flowId'),
    v3Person: (body: unknown = V3_PERSON) => begin(PSN_LINK, body, 'authFlowId'),
    v3Organization: (body: unknown = V3_ORGANIZATION) => begin(ORG_LINK, body, 'authFlowId'),
    account: async (body: unknown) => textOf((await control('POST', 'accounts', body)).body, 'id'),
    outline: async (flowId: string) =>
      (await api('GET', `/v2/identity/auth/api/common/${flowId}/outline`)).body,
    detail: async (flowId: string) =>
      (await api('GET', `/v2/identity/auth/api/common/${flowId}/detail`)).body,
    authFlow: async (id: string) => (await api('GET', `/v3/auth-flow/${id}`)).body,
    /** Without a page. */
    act: (flowId: string, action: string, more: Record<string, unknown> = {}) =>
      control('POST', 'act', { flowId, action, ...more }),
    enter: (extraData: unknown, more: Record<string, unknown> = {}) =>
      ask(url, 'POST', '/mini-program/enter', {
        appId: 'wx1cf2708c2de46337',
        path: '/pages/index/index',
        envVersion: 'release',
        extraData,
        ...more,
      }),
    passTime: async (ms: number) => {
      offsetMs += ms
      await control('POST', 'clock', { offsetMs })
    },
  }
}

export type TestSimulator = Awaited<ReturnType<typeof startTestSimulator>>

export const dataOf = (body: Record<string, unknown>): Record<string, unknown> =>
  isRecord(body.data) ? body.data : {}

export interface Received {
  method: string
  path: string
  headers: http.IncomingHttpHeaders
  body: string
}

/** `statuses`: what the first, second … POST gets; the last one repeats. */
export async function startNoticeReceiver(statuses: number[] = [200]) {
  const all: Received[] = []
  const posts = () => all.filter(one => one.method === 'POST')
  const server = http.createServer((request, response) => {
    let body = ''
    request.on('data', chunk => {
      body += String(chunk)
    })
    request.on('end', () => {
      all.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body })
      response.writeHead(
        request.method === 'POST' ? (statuses[posts().length - 1] ?? statuses.at(-1) ?? 200) : 404,
      )
      response.end('whatever')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    posts,
    gets: () => all.filter(one => one.method === 'GET'),
    bodies: () => posts().map(one => JSON.parse(one.body) as Record<string, unknown>),
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export type NoticeReceiver = Awaited<ReturnType<typeof startNoticeReceiver>>
