/** For tests only: a vendor that answers what it is told to, and remembers what it was asked. */
import { HttpFailure, type HttpRequest, type HttpResponse } from '../../platform/http'
import type { SharedToken } from '../../platform/sharedToken'
import { createCaller } from '../call'
import { createEsign, type EsignOptions } from '.'
import { createClient } from './client'

export const now = 1_700_000_000_000
export const secret = 'test-secret-0123456789abcdef0123'

export type Prepared = HttpResponse | HttpFailure

export const json = (value: object, status = 200): HttpResponse => ({ status, body: JSON.stringify(value) })
export const success = (data: object): HttpResponse => json({ code: 0, message: '成功', data })
export const refusal = (code: number | string, message = 'M', status = 200): HttpResponse =>
  json({ code, message, data: null }, status)
/** `message` with HTTP 401, without `data`. */
export const gateway = (message: string, code = 401): HttpResponse =>
  json({ success: false, code, message }, code)

/** Asks anew whenever it was told that its token is over. */
function plainToken(): SharedToken {
  let token: string | null = null
  return {
    async get(_name, request) {
      token ??= (await request())?.token ?? null
      return token
    },
    async invalidate(_name, old) {
      if (old === token) token = null
    },
  }
}

export function vendor(answers: Prepared[], changes: Partial<EsignOptions> = {}) {
  const sent: HttpRequest[] = []
  const left = [...answers]
  let time = now
  const options: EsignOptions = {
    environment: 'test',
    baseUrl: null,
    appId: '7438000001',
    appSecret: secret,
    appSecretOld: null,
    product: 'v2',
    authentication: 'signature',
    legacyInvitations: false,
    clock: () => time++,
    call: createCaller({ retries: 2, firstPauseMs: 1 }),
    qrImage: async text => `data:image/png;base64,${text.length}`,
    tokens: plainToken(),
    http: async request => {
      sent.push(request)
      const answer = left.shift()
      if (!answer) throw new Error(`no answer to ${request.url}`)
      if (answer instanceof HttpFailure) throw answer
      return answer
    },
    ...changes,
  }
  return { driver: createEsign(options), client: createClient(options), sent }
}

export const bodyOf = (request: HttpRequest | undefined): Record<string, unknown> =>
  JSON.parse(String(request?.body)) as Record<string, unknown>
