import { authorization } from '../../cloudfunctions/vendors/ess/tc3'

/** One of Tencent Cloud's APIs (TC3-HMAC-SHA256). */
export interface TencentApi {
  /** The `Response` of the action. Throws TencentError. */
  call(action: string, parameters: Record<string, unknown>): Promise<Record<string, unknown>>
}

/** A refusal: the platform's code, such as `ResourceNotFound`, or `HTTP_<status>`. Its text may hold names; it is not kept. */
export class TencentError extends Error {
  constructor(
    readonly code: string,
    readonly action: string,
  ) {
    super(`${action} was refused: ${code}`)
    this.name = 'TencentError'
  }
}

export interface TencentOptions {
  secretId: string
  secretKey: string
  /** Of temporary credentials. */
  token: string | null
  region: string
  /** Default: Tencent's own. */
  url?: string
}

/** `tcb`: environments, databases, rights, HTTP access. `scf`: functions. */
const versions = { tcb: '2018-06-08', scf: '2018-04-16' } as const

const contentType = 'application/json'
const timeoutMs = 30_000
const looks = /^(Describe|Get|List|RunCommands)/

export function createTencentApi(
  options: TencentOptions,
  service: keyof typeof versions = 'tcb',
): TencentApi {
  const { url = `https://${service}.tencentcloudapi.com`, secretId, secretKey } = options
  return {
    async call(action, parameters) {
      const timestamp = Math.floor(Date.now() / 1000)
      const body = JSON.stringify(parameters)
      const { host } = new URL(url)
      const ask = () =>
        fetch(url, {
          method: 'POST',
          signal: AbortSignal.timeout(timeoutMs),
          headers: {
            'content-type': contentType,
            authorization: authorization({
              secretId,
              secretKey,
              service,
              host,
              contentType,
              timestamp,
              body,
            }),
            'x-tc-action': action,
            'x-tc-version': versions[service],
            'x-tc-timestamp': String(timestamp),
            'x-tc-region': options.region,
            ...(options.token === null ? {} : { 'x-tc-token': options.token }),
          },
          body,
        })
      // A connection that was idle for long may be gone when it is used; what only looks is asked again.
      const answer = await ask()
        .catch(error => {
          if (!looks.test(action)) throw error
          return ask()
        })
        .catch(() => {
          throw new Error(`连不上 ${host}(could not reach it):检查网络和代理,再运行一次`)
        })
      if (!answer.ok) throw new TencentError(`HTTP_${answer.status}`, action)
      return accepted(action, record(record(await answer.json()).Response))
    },
  }
}

/** The same API, spoken within one process. `answer` gives the `Response`. */
export function createLocalApi(
  answer: (action: string, parameters: Record<string, unknown>) => Record<string, unknown>,
): TencentApi {
  return { call: async (action, parameters) => accepted(action, answer(action, parameters)) }
}

function accepted(action: string, response: Record<string, unknown>): Record<string, unknown> {
  const { Code } = record(response.Error)
  if (Code !== undefined) throw new TencentError(String(Code), action)
  return response
}

export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {}
}

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
