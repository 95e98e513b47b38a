/** For tests only: a vendor that answers what it is told to, and remembers what it was asked. */
import { HttpFailure, type HttpRequest, type HttpResponse } from '../../platform/http'
import { createCaller } from '../call'
import { createEss, type EssOptions } from '.'
import { createClient } from './client'

export const now = 1_700_000_000_000

export type Prepared = HttpResponse | HttpFailure

export const json = (response: object, status = 200): HttpResponse => ({
  status,
  body: JSON.stringify({ Response: { ...response, RequestId: 's1700000000' } }),
})
export const refusal = (Code: string, Message = ''): HttpResponse => json({ Error: { Code, Message } })

/** `answers`: in the order of the calls, or by action where calls are made at the same time. */
export function vendor(
  answers: Prepared[] | Record<string, Prepared>,
  changes: Partial<EssOptions> = {},
  retries = 2,
) {
  const sent: HttpRequest[] = []
  let time = now
  const options: EssOptions = {
    environment: 'test',
    baseUrl: null,
    secretId: 'AKIDtest',
    secretKey: 'test-secret-key',
    operatorUserId: 'yDtestOperator',
    proxyOrganizationId: null,
    callbackToken: 'test-callback-token',
    callbackKey: '0123456789abcdef0123456789abcdef',
    halfScreen: false,
    rowsPerDay: 8000,
    rowsPerLink: null,
    clock: () => {
      time += 1000
      return time
    },
    call: createCaller({ retries, firstPauseMs: 1 }),
    pace: async () => true,
    qrImage: async text => `data:image/png;base64,${text.length}`,
    http: async request => {
      sent.push(request)
      const body = bodyOf(request)
      const action = request.headers['x-tc-action'] ?? ''
      const answer = Array.isArray(answers)
        ? answers.shift()
        : (answers[`${action} ${String(body.Endpoint)}`] ?? answers[action])
      if (!answer) throw new Error(`no answer to ${action}`)
      if (answer instanceof HttpFailure) throw answer
      return answer
    },
    ...changes,
  }
  const driver = createEss(options)
  if (!driver.batch) throw new Error('no batch')
  return { driver, batch: driver.batch, client: createClient(options), sent }
}

export const bodyOf = ({ body }: HttpRequest): Record<string, unknown> =>
  JSON.parse(String(body)) as Record<string, unknown>
export const actionsOf = (sent: HttpRequest[]): (string | undefined)[] =>
  sent.map(({ headers }) => headers['x-tc-action'])
