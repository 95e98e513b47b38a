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

  return {
    url,
    close: simulator.close,
    api,
    control,
    open,
    ticket: async (body: unknown = PERSON) =>
      textOf((await api('POST', TOKEN_PATH, body)).body, 'result', 'ticket'),
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
