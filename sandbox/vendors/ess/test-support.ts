/** For tests only: a simulator on a free port and a correct client that a test can spoil. */
import { createHash, createHmac } from 'node:crypto'
import { isRecord } from '../../record'
import { ask, type JsonAnswer, textOf } from '../kit/test-support'
import { type EssSimulatorOptions, startEssSimulator } from './simulator'

export const NOW = 1_700_000_000_000
export const SECRET_ID = 'AKIDsandbox'
export const SECRET_KEY = 'sandbox-secret-key'
export const OPERATOR = { UserId: 'yDsandboxOperator' }
export const COLLEAGUE = { UserId: 'yDsandboxColleague' }
export const CALLBACK_TOKEN = 'sandbox-ess-callback-token'
export const CALLBACK_KEY = 'sandbox-ess-callback-key-32chars'
export const DAY_S = 24 * 3600

export const CODES = ['91110000MA0123456P', '91110000MA0123457T', '91350100M000100Y43', '9144030071526726XG']
export const ADMIN = {
  AdminName: '李小四',
  AdminMobile: '13900000000',
  AdminIdCardNumber: '110101199003070003',
}
export const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.alloc(16),
])

export type Json = Record<string, unknown>

/** A right row; the index chooses name and code. */
export function row(index = 0, more: Json = {}): Json {
  return {
    OrganizationName: `示例第${index + 1}科技有限公司`,
    UniformSocialCreditCode: CODES[index],
    LegalName: '王小二',
    Address: '深圳市南山区1000号示例大厦',
    ...ADMIN,
    AuthorizationTypes: [2],
    ...more,
  }
}

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

export interface SigningOptions {
  secretId?: string
  secretKey?: string
  timestamp?: number
  date?: string
  service?: string
  contentType?: string
  signedContentType?: string
  signedHeaders?: string[]
  version?: string
  host?: string
}

/** Headers of a correct call, written line by line so that tests do not trust the simulator's own signer. */
export function signedHeaders(action: string, body: string, options: SigningOptions = {}) {
  const timestamp = options.timestamp ?? NOW / 1000
  const date = options.date ?? new Date(timestamp * 1000).toISOString().slice(0, 10)
  const service = options.service ?? 'ess'
  const contentType = options.contentType ?? 'application/json; charset=utf-8'
  const host = options.host ?? 'ess.test.ess.tencent.cn'
  const values: Record<string, string> = {
    'content-type': options.signedContentType ?? contentType,
    host,
    'x-tc-action': action.toLowerCase(),
  }
  const names = options.signedHeaders ?? ['content-type', 'host']
  const lines = names.map(name => `${name}:${values[name]}\n`).join('')
  const request = `POST\n/\n\n${lines}\n${names.join(';')}\n${sha256(body)}`
  const scope = `${date}/${service}/tc3_request`
  const key = hmac(hmac(hmac(`TC3${options.secretKey ?? SECRET_KEY}`, date), service), 'tc3_request')
  const signature = createHmac('sha256', key)
    .update(`TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${sha256(request)}`)
    .digest('hex')
  const credential = `${options.secretId ?? SECRET_ID}/${scope}`
  return {
    authorization: `TC3-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
    'content-type': contentType,
    'x-tc-action': action,
    'x-tc-version': options.version ?? '2020-11-11',
    'x-tc-timestamp': String(timestamp),
  } as Record<string, string>
}

export async function startTestSimulator(options: Partial<EssSimulatorOptions> = {}) {
  const simulator = await startEssSimulator({
    host: '127.0.0.1',
    port: 0,
    secretId: SECRET_ID,
    secretKey: SECRET_KEY,
    operatorUserId: OPERATOR.UserId,
    now: () => NOW,
    // The clock stands still; tests of the limit ask for the default.
    requestsPerSecond: 1000,
    ...options,
  })
  const { url } = simulator
  const host = new URL(url).host
  let offsetMs = 0

  const call = async (action: string, parameters: Json = {}, signing: SigningOptions = {}): Promise<Json> => {
    const body = JSON.stringify(parameters)
    const timestamp = Math.floor((NOW + offsetMs) / 1000)
    const answer = await ask(
      url,
      'POST',
      '/',
      body,
      signedHeaders(action, body, { host, timestamp, ...signing }),
    )
    if (!isRecord(answer.body.Response)) throw new Error(`no Response: ${JSON.stringify(answer.body)}`)
    return answer.body.Response
  }
  /** By our operator. */
  const api = (action: string, parameters: Json = {}) => call(action, { Operator: OPERATOR, ...parameters })
  const control = (method: string, path: string, body?: unknown): Promise<JsonAnswer> =>
    ask(url, method, `/__sandbox/${path}`, body)

  const passTime = async (ms: number) => {
    offsetMs += ms
    await control('POST', 'clock', { offsetMs })
  }
  const urls = async (TaskId: string): Promise<Json[]> => {
    const { OrganizationAuthUrls: rows } = await api('DescribeBatchOrganizationRegistrationUrls', { TaskId })
    return rows as Json[]
  }
  const submit = (rows: Json[], more: Json = {}) =>
    api('CreateBatchOrganizationRegistrationTasks', { RegistrationOrganizations: rows, ...more })

  return {
    url,
    host,
    port: simulator.port,
    close: simulator.close,
    setCallbackUrl: simulator.setCallbackUrl,
    call,
    api,
    control,
    passTime,
    urls,
    submit,
    /** Makes tasks, waits until they are done, and returns their rows. */
    batch: async (rows: Json[] = [row()], more: Json = { BatchAuthMethod: 1 }) => {
      const { TaskId } = await submit(rows, more)
      await passTime(3000)
      return urls(String(TaskId))
    },
    link: (rows: Json[], more: Json = {}) => {
      const { AdminName, AdminMobile } = ADMIN
      const SubTaskIds = rows.map(one => one.SubTaskId)
      return api('CreateBatchOrganizationAuthorizationUrl', { AdminName, AdminMobile, SubTaskIds, ...more })
    },
    statusOf: async (name: string) => api('DescribeOrganizationAuthStatus', { OrganizationName: name }),
    act: (organizationName: string, action: string) => control('POST', 'act', { organizationName, action }),
    /** Opens a path as the phone does; `press` is what its buttons do. */
    enter: async (path: string, more: Record<string, string> = {}) => {
      const query = new URLSearchParams({ path, appId: 'wx371151823f6f3edf', envVersion: 'release', ...more })
      return visit(url, `/mini-program/show?${query}`)
    },
    open: (address: string) => visit('', address),
  }
}

export type TestSimulator = Awaited<ReturnType<typeof startTestSimulator>>

async function visit(url: string, path: string) {
  const response = await fetch(url + path)
  const markup = await response.text()
  const session = /"session":"([^"]+)"/.exec(markup)?.[1] ?? ''
  const origin = new URL(response.url).origin
  return {
    status: response.status,
    markup,
    session,
    press: (action: string, key?: string): Promise<JsonAnswer> =>
      ask(origin, 'POST', '/mini-program/act', { session, action, key }),
  }
}

export const errorOf = (response: Json) => ({
  code: textOf(response, 'Error', 'Code'),
  message: textOf(response, 'Error', 'Message'),
})
