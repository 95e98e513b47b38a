import type http from 'node:http'
import { isRecord } from '../record'
import type { FreeState } from './state'

/** What a function answers: to a request that came over HTTP access, or to a call. */
export type Upstream = (call: {
  functionName: string
  /** Base64 of what was uploaded. */
  zip: string
  variables: Readonly<Record<string, string>>
  event: Record<string, unknown>
}) => unknown

interface Answer {
  status: number
  headers: Record<string, string>
  body: string
}

/** Takes the longest path that fits, whatever the domain; what is not routed is 404. */
export async function answerGateway(
  state: FreeState,
  upstream: Upstream,
  request: http.IncomingMessage,
  path: string,
  body: Buffer,
): Promise<Answer> {
  const route = state.domains
    .flatMap(({ routes }) => routes)
    .filter(each => each.isEnabled && (path === each.path || path.startsWith(`${each.path}/`)))
    .sort((a, b) => b.path.length - a.path.length)[0]
  const target = route && state.functions.get(route.functionName)
  if (!route || !target) return refusal(404, 'INVALID_PATH')
  if (route.auth) return refusal(401, 'MISSING_CREDENTIALS')
  const event = {
    path: route.pathTransmission ? path : '/',
    httpMethod: request.method,
    headers: request.headers,
    queryStringParameters: {},
    requestContext: { envId: state.envId },
    body: body.toString('utf8'),
    isBase64Encoded: false,
  }
  const { zip, variables } = target
  const result = await upstream({ functionName: route.functionName, zip, variables, event })
  if (!isRecord(result) || typeof result.statusCode !== 'number') return json(200, result)
  return { ...json(result.statusCode, null), body: String(result.body ?? '') }
}

const refusal = (status: number, code: string): Answer => json(status, { code, message: code })
const json = (status: number, value: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
})
