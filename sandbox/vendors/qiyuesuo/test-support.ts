/** For tests only: a simulator on a free port and a correct client that a test can spoil. */
import { createHash, randomUUID } from 'node:crypto'
import { ask, type JsonAnswer, textOf } from '../kit/test-support'
import { type QiyuesuoSimulatorOptions, startQiyuesuoSimulator } from './simulator'

export const NOW = 1_700_000_000_000
export const TOKEN_PATH = '/v2/personalauth/miniappexchange'
export const LINK_PATH = '/v2/personalauth'
export const RESULT_PATH = '/v2/personalauth/result'
export const USER = { contact: '13800000000', contactType: 'MOBILE' }
export const PERSON = { user: USER, username: '张三', idCardNo: '110101199003070000' }

export const COMPANY_PATH = '/companyauth/miniappexchange'
export const LICENCE_PATH = '/companyauth/miniappexchangewithlicense'
export const H5_PATH = '/companyauth/h5page'
export const PC_PATH = '/companyauth/pcpage'
export const APPLICANT = { name: '李四', contact: '13900000000', contactType: 'MOBILE' }
export const COMPANY = {
  companyName: '示例科技有限公司',
  registerNo: '91110000MA01234567',
  legalPerson: '王小二',
  applicant: APPLICANT,
}
export const SIGN_PATH = '/v2/contract/miniappexchange'
export const VIEW_PATH = '/v2/contract/miniappexchange/view'
export const SIGNER = { contact: '13800138000', contactType: 'MOBILE' }
export const DEMO_CONTRACT = '3000000000000000001'

const TOKEN = 'sandbox-app-token'
const SECRET = 'sandbox-app-secret'

export function signedHeaders(timestamp = String(NOW), nonce: string = randomUUID()): Record<string, string> {
  return {
    'x-qys-open-accesstoken': TOKEN,
    'x-qys-open-timestamp': timestamp,
    'x-qys-open-nonce': nonce,
    'x-qys-open-signature': createHash('md5')
      .update(TOKEN + SECRET + timestamp + nonce)
      .digest('hex'),
  }
}

export async function startTestSimulator(options: Partial<QiyuesuoSimulatorOptions> = {}) {
  const simulator = await startQiyuesuoSimulator({
    host: '127.0.0.1',
    port: 0,
    appToken: TOKEN,
    appSecret: SECRET,
    now: () => NOW,
    ...options,
  })
  const { url } = simulator
  let offsetMs = 0

  const api = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    ask(url, method, path, body, { ...signedHeaders(String(NOW + offsetMs)), ...headers })
  const control = (method: string, path: string, body?: unknown) =>
    ask(url, method, `/__sandbox/${path}`, body)
  const open = (ticket: string, env = 'cn', page = 'personal-auth') =>
    control('POST', 'open', { ticket, env, page })

  const ticketOf = async (path: string, body: unknown) =>
    textOf((await api('POST', path, body)).body, 'result', 'ticket')

  return {
    url,
    close: simulator.close,
    api,
    control,
    open,
    ticket: (body: unknown = PERSON) => ticketOf(TOKEN_PATH, body),
    companyTicket: (body: unknown = COMPANY) => ticketOf(COMPANY_PATH, body),
    signTicket: (body: unknown = { contractId: DEMO_CONTRACT, user: SIGNER }) => ticketOf(SIGN_PATH, body),
    viewTicket: (body: unknown = { contractId: DEMO_CONTRACT }) => ticketOf(VIEW_PATH, body),
    /** Opens a company's page; `act` is what its buttons do. */
    company: async (body: unknown = COMPANY) => {
      const opened = (await open(await ticketOf(COMPANY_PATH, body), 'cn', 'enterprise-auth')).body
      const session = textOf(opened, 'session')
      return {
        session,
        requestId: textOf(opened, 'requestId'),
        act: (action: string, more: Record<string, unknown> = {}): Promise<JsonAnswer> =>
          ask(url, 'POST', '/plugin/enterprise-auth/act', { session, action, ...more }),
      }
    },
    companyResult: async (query: string) => (await api('GET', `/companyauth/result?${query}`)).body,
    link: async (body: unknown = PERSON) => {
      const { body: answer } = await api('POST', LINK_PATH, body)
      return { authUrl: textOf(answer, 'result', 'authUrl'), authId: textOf(answer, 'result', 'authId') }
    },
    session: async (ticket: string) => textOf((await open(ticket)).body, 'session'),
    act: (session: string, action: string, more: Record<string, unknown> = {}): Promise<JsonAnswer> =>
      ask(url, 'POST', '/plugin/act', { session, action, mode: 'IVS', ...more }),
    result: (query: string) => api('GET', `${RESULT_PATH}?${query}`),
    passTime: async (ms: number) => {
      offsetMs += ms
      await control('POST', 'clock', { offsetMs })
    },
    page: async (ticket: string, query = 'env=cn&hasCb=true', name = 'personal-auth') =>
      (await fetch(`${url}/plugin/${name}?ticket=${encodeURIComponent(ticket)}&${query}`)).text(),
  }
}

export type TestSimulator = Awaited<ReturnType<typeof startTestSimulator>>
