import http from 'node:http'
import { serveDatabase, serveHttpAccess, serveInvoke, servePreflight, serveTimer } from './call-routes'
import { BodyTooLarge, type Exchange, jsonObject, read, type Services, send } from './exchange'
import { eventLimit, gatewayBodyLimit } from './limits'
import { serveGet, servePut } from './storage-routes'

/** All addresses of the local cloud on one port. */
type Route = { method: string; serve: (exchange: Exchange) => Promise<void> | void }

const routes: Record<string, Route[]> = {
  healthz: [{ method: 'GET', serve: ({ response }) => send(response, 200, { ok: true }) }],
  invoke: [
    { method: 'POST', serve: serveInvoke },
    { method: 'OPTIONS', serve: servePreflight },
  ],
  database: [{ method: 'POST', serve: serveDatabase }],
  http: [{ method: '*', serve: serveHttpAccess }],
  timer: [{ method: 'POST', serve: serveTimer }],
  admin: [{ method: 'POST', serve: serveGateway }],
  storage: [
    { method: 'PUT', serve: servePut },
    { method: 'GET', serve: serveGet },
  ],
  __sandbox: [
    { method: 'POST', serve: servePhone },
    { method: 'GET', serve: serveCode },
  ],
}

export function createServer(services: () => Services): http.Server {
  return http.createServer(async (request, response) => {
    try {
      await serve(request, response, services())
    } catch {
      if (response.headersSent) response.destroy()
      else send(response, 500, { errCode: -501001, errMsg: 'the local cloud failed' })
    }
  })
}

async function serve(request: http.IncomingMessage, response: http.ServerResponse, services: Services) {
  // The raw target, not URL's normalised one: `..` must be seen to be refused.
  const [rawPath = '/'] = (request.url ?? '/').split('?')
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const [, first = '', ...others] = rawPath.split('/')
  const found = Object.hasOwn(routes, first) ? routes[first] : undefined
  const route = found?.find(each => each.method === '*' || each.method === request.method)
  if (!route)
    return send(response, found ? 405 : 404, { errMsg: found ? 'method not allowed' : 'no such address' })
  try {
    await route.serve({ request, response, url, rest: others.join('/'), services })
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error
    // The client may only look for the answer once it has sent everything.
    request.resume()
    send(response, 413, { code: 'EXCEED_MAX_PAYLOAD_SIZE', message: 'the body is too large' })
  }
}

async function serveGateway({ request, response, services }: Exchange) {
  const answer = await services.gateway({
    contentType: request.headers['content-type'] ?? '',
    authorization: request.headers.authorization ?? '',
    body: await read(request, gatewayBodyLimit),
  })
  response.writeHead(200, { 'content-type': answer.contentType }).end(answer.body)
}

/** What a phone gets of WeChat itself: a code for its number, the answers of its person to a question. */
function servePhone(exchange: Exchange) {
  return exchange.rest === 'subscribe' ? serveSubscribe(exchange) : servePhoneCode(exchange)
}

async function serveSubscribe({ request, response, services }: Exchange) {
  const templates = jsonObject(await read(request, eventLimit))?.templates
  const openid = request.headers['x-wx-openid']
  if (!Array.isArray(templates) || typeof openid !== 'string' || openid === '')
    return send(response, 400, { errMsg: 'templates must be a list, of a person named by x-wx-openid' })
  send(response, 200, { answers: services.agreeToMessages(openid, templates.map(String)) })
}

async function servePhoneCode({ request, response, rest, services }: Exchange) {
  if (rest !== 'phone-code') return send(response, 404, { errMsg: 'no such address' })
  const phoneNumber = jsonObject(await read(request, eventLimit))?.phoneNumber
  if (typeof phoneNumber !== 'string' || !/^\+?\d{5,20}$/.test(phoneNumber)) {
    return send(response, 400, { errMsg: 'phoneNumber must be a string of digits' })
  }
  const openid = request.headers['x-wx-openid']
  send(response, 200, {
    code: services.issuePhoneCode(phoneNumber, typeof openid === 'string' ? openid : undefined),
  })
}

/** `code`: where codes and links point when no console is running. `codes`: those given out. `messages`: those sent. */
function serveCode({ response, url, rest, services }: Exchange) {
  if (rest === 'codes') return send(response, 200, { codes: services.codes() })
  if (rest === 'messages') return send(response, 200, { messages: services.messages() })
  if (rest !== 'code') return send(response, 404, { errMsg: 'no such address' })
  send(response, 200, Object.fromEntries(url.searchParams))
}
