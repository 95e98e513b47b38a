import { randomUUID } from 'node:crypto'
import { isRecord } from '../record'
import type { Host } from './host'
import { asInvocationError } from './invoke'
import { answerLimit, httpBinaryBodyLimit, httpTextBodyLimit } from './limits'

/** HTTP access of a function: the 集成请求 event and the answers a function may give. */
export interface HttpAccessRequest {
  functionName: string
  /** What follows the function's name, with a leading slash. */
  path: string
  method: string
  headers: Record<string, string>
  query: URLSearchParams
  body: Buffer
}

export interface HttpAnswer {
  status: number
  headers: Record<string, string>
  body: Buffer | string
}

export interface HttpAccessOptions {
  host: Host
  envId: string
  appId: string
}

export async function answerHttp(
  request: HttpAccessRequest,
  options: HttpAccessOptions,
): Promise<HttpAnswer> {
  if (!options.host.has(request.functionName)) return refusal(404, 'INVALID_PATH')
  try {
    const result = await options.host.invoke({
      functionName: request.functionName,
      event: JSON.stringify(eventOf(request, options)),
      origin: { trigger: 'http', source: 'wx_http' },
      resultLimit: answerLimit,
    })
    return answerOf(JSON.parse(result))
  } catch (error) {
    const { status, message } = asInvocationError(error)
    return refusal(status, 'FUNCTIONS_EXECUTE_FAIL', message)
  }
}

/** The most a body of this type may have; the server stops reading there and answers 413. */
export function bodyLimit(contentType: string | undefined): number {
  return isText(contentType) ? httpTextBodyLimit : httpBinaryBodyLimit
}

function isText(contentType = ''): boolean {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  return /^text\/|^application\/(json|javascript|xml|x-www-form-urlencoded)$|\+(json|xml)$/.test(type)
}

function eventOf(request: HttpAccessRequest, { envId, appId }: HttpAccessOptions): Record<string, unknown> {
  const isBase64Encoded = request.body.length > 0 && !isText(request.headers['content-type'])
  return {
    path: request.path,
    httpMethod: request.method,
    headers: request.headers,
    queryStringParameters: Object.fromEntries(request.query),
    requestContext: { requestId: randomUUID(), envId, appId, uin: '' },
    body: request.body.toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
  }
}

function answerOf(result: unknown): HttpAnswer {
  if (typeof result === 'string' || typeof result === 'number') {
    return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: String(result) }
  }
  if (isRecord(result) && typeof result.statusCode === 'number') return integrated(result, result.statusCode)
  return json(200, result)
}

function integrated(result: Record<string, unknown>, status: number): HttpAnswer {
  const { headers = {}, body = '' } = result
  const isValid = Number.isInteger(status) && status >= 200 && status <= 599 && isRecord(headers)
  if (!isValid || typeof body !== 'string')
    return refusal(500, 'FUNCTIONS_EXECUTE_FAIL', 'the answer is malformed')
  return {
    status,
    headers: sendable(headers),
    body: result.isBase64Encoded === true ? Buffer.from(body, 'base64') : body,
  }
}

/** The length is counted here; a wrong one would garble the connection. */
function sendable(headers: Record<string, unknown>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])
  return Object.fromEntries(entries.filter(([name = '']) => !framing.includes(name)))
}

const framing = ['content-length', 'transfer-encoding', 'connection']

function refusal(status: number, code: string, message: string = code): HttpAnswer {
  return json(status, { code, message, requestId: randomUUID() })
}

function json(status: number, value: unknown): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  }
}
