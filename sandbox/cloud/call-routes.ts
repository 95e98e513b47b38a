import type http from 'node:http'
import { decoded, type Exchange, jsonObject, read, send, sendText } from './exchange'
import { asGatewayError } from './gateway'
import { answerHttp, bodyLimit } from './http-access'
import { asInvocationError, describeFailure, invokeAsClient } from './invoke'
import { clientEventLimit, eventLimit } from './limits'
import type { CallerIdentity } from './types'

/** The ways in: the mini-program (functions, database), HTTP access, the timer. */
export async function serveInvoke({ request, response, rest, services }: Exchange) {
  allowLocalPages(request, response)
  const body = await read(request, eventLimit)
  if (body.length > clientEventLimit) return send(response, 413, { errMsg: 'Error:data exceed max size' })
  const event = jsonObject(body)
  if (!event) return send(response, 400, { errMsg: 'the event must be a JSON object' })
  try {
    const result = await invokeAsClient(
      services.host,
      services.appId,
      decoded(rest) ?? '',
      event,
      identityOf(request),
    )
    sendText(response, 200, 'application/json; charset=utf-8', result)
  } catch (error) {
    const failure = asInvocationError(error)
    send(response, failure.status, describeFailure(failure))
  }
}

/** `wx.cloud.database()` of a mini-program; the body is what the SDK says to the gateway. */
export async function serveDatabase({ request, response, services }: Exchange) {
  const { openid } = identityOf(request)
  const fields = jsonObject(await read(request, eventLimit))
  if (openid === undefined || !fields) return send(response, 400, { errMsg: 'an openid and a JSON object' })
  try {
    send(response, 200, services.clientDoor(openid, fields))
  } catch (error) {
    const { code, message } = asGatewayError(error)
    send(response, 200, { code, message })
  }
}

function identityOf({ headers }: http.IncomingMessage): CallerIdentity {
  const openid = header(headers['x-wx-openid'])
  const unionid = header(headers['x-wx-unionid'])
  if (openid === undefined) return {}
  return unionid === undefined ? { openid } : { openid, unionid }
}

const localOrigin = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/

/** The simulator's page lives on another port of this machine. Pages from elsewhere get no permission. */
function allowLocalPages({ headers }: http.IncomingMessage, response: http.ServerResponse): void {
  const { origin } = headers
  if (origin === undefined || !localOrigin.test(origin)) return
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-allow-headers', 'content-type, x-wx-openid, x-wx-unionid')
  response.setHeader('vary', 'origin')
}

export function servePreflight({ request, response }: Exchange) {
  allowLocalPages(request, response)
  response.writeHead(204).end()
}

export async function serveHttpAccess({ request, response, url, rest, services }: Exchange) {
  const [functionName = '', ...steps] = rest.split('/')
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
  )
  const answer = await answerHttp(
    {
      functionName: decoded(functionName) ?? '',
      path: `/${steps.join('/')}`,
      method: request.method ?? 'GET',
      headers,
      query: url.searchParams,
      body: await read(request, bodyLimit(headers['content-type'])),
    },
    services,
  )
  response.writeHead(answer.status, answer.headers).end(answer.body)
}

export async function serveTimer({ response, rest, services }: Exchange) {
  const run = services.timers.fire(decoded(rest) ?? '')
  if (!run) return send(response, 404, { errCode: -501000, errMsg: 'the function has no timer trigger' })
  try {
    sendText(response, 200, 'application/json; charset=utf-8', await run)
  } catch (error) {
    const failure = asInvocationError(error)
    send(response, failure.status, describeFailure(failure))
  }
}

function header(value: string | string[] | undefined): string | undefined {
  const text = Array.isArray(value) ? value[0] : value
  return text === undefined || text === '' ? undefined : text
}
