// @ts-check
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createHub, HubError } from './hub.mjs'
import { createStore } from './store.mjs'
import { readDelivery } from './webhook.mjs'

const bodyLimit = 64 * 1024

/**
 * @typedef {object} Options
 * @property {string} host
 * @property {number} port
 * @property {string} hubUrl Ends in `/v1`.
 * @property {string} file Where suppliers are kept; `:memory:` for nowhere.
 * @property {string} [key] `rnk_…`; without one the page asks for it.
 */

/** The back end of a made-up company: suppliers, invitations, webhooks. @param {Options} options */
export async function startExample({ host, port, hubUrl, file, key }) {
  const store = createStore(file)
  const server = createServer((request, response) => {
    answer(request, response).catch(error => {
      const known = error instanceof HubError
      reply(response, known ? 502 : 500, { error: known ? error.message : '出错了,请看终端里的输出' })
      if (!known) console.error(error instanceof Error ? error.message : error)
    })
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(undefined))
  })
  const address = /** @type {import('node:net').AddressInfo} */ (server.address())
  const url = `http://${host}:${address.port}`
  if (key) await connect(key)
  return {
    url,
    close: () =>
      new Promise(done => {
        server.closeAllConnections()
        server.close(() => {
          store.close()
          done(undefined)
        })
      }),
  }

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  async function answer(request, response) {
    const { pathname } = new URL(request.url ?? '/', url)
    const route = `${request.method} ${pathname}`
    if (route === 'GET /') return page(response)
    if (route === 'GET /suppliers')
      return reply(response, 200, { connected: store.setting('key') !== null, suppliers: store.suppliers() })
    if (route === 'POST /webhooks') return webhook(await bodyOf(request), request.headers, response)
    // Another site's page must not act here.
    if (request.headers['content-type'] !== 'application/json')
      return reply(response, 415, { error: '须为 JSON' })
    const input = JSON.parse((await bodyOf(request)).toString('utf8'))
    if (route === 'POST /connect') {
      await connect(String(input.key ?? '').trim())
      return reply(response, 200, {})
    }
    if (route === 'POST /suppliers') {
      store.add({
        name: String(input.name),
        mobile: String(input.mobile),
        bizId: `supplier-${randomBytes(6).toString('hex')}`,
      })
      return reply(response, 200, {})
    }
    const invite = /^POST \/suppliers\/(\d+)\/invite$/.exec(route)
    if (invite) return reply(response, 200, await invited(Number(invite[1])))
    reply(response, 404, { error: '没有这个地址' })
  }

  /** Keeps the key and registers our receiver with it. @param {string} given */
  async function connect(given) {
    const hub = createHub({ url: hubUrl, key: given })
    const { id, secret } = await hub.subscribe(`${url}/webhooks`)
    const before = store.setting('endpoint')
    store.set('key', given)
    store.set('secret', secret)
    store.set('endpoint', id)
    // One of an earlier connection would send everything twice.
    if (before !== null) await hub.unsubscribe(before).catch(() => {})
  }

  /** The invitation's links; asking again makes no second invitation. @param {number} id */
  async function invited(id) {
    const supplier = store.supplier(id)
    const known = store.setting('key')
    if (!supplier || known === null)
      throw new HubError({ code: 'NOT_CONNECTED', detail: '请先填写密钥', status: 400 })
    const hub = createHub({ url: hubUrl, key: known })
    const { name, mobile, bizId } = supplier
    const invitationId =
      supplier.invitationId ?? (await hub.invite({ name, mobile, bizId, intent: bizId })).id
    if (supplier.invitationId === null) store.invited(id, invitationId)
    return hub.links(invitationId)
  }

  /**
   * Proven, taken once, answered at once.
   * @param {Buffer} raw
   * @param {import('node:http').IncomingHttpHeaders} headers
   * @param {import('node:http').ServerResponse} response
   */
  function webhook(raw, headers, response) {
    const secret = store.setting('secret')
    let event
    try {
      if (secret === null) throw new Error('no secret')
      event = readDelivery(secret, raw, headers)
    } catch {
      return reply(response, 401, {})
    }
    const { state, bizId, sequence } = event.data
    if (event.type.startsWith('verification.') && state && bizId)
      store.take({ id: event.id, bizId, state, sequence: sequence ?? 0 })
    reply(response, 204, null)
  }
}

/** @param {import('node:http').ServerResponse} response */
async function page(response) {
  const html = await readFile(new URL('page.html', import.meta.url))
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'x-frame-options': 'SAMEORIGIN' })
    .end(html)
}

/** @param {import('node:http').ServerResponse} response @param {number} status @param {unknown} body */
function reply(response, status, body) {
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(body === null ? '' : JSON.stringify(body))
}

/** @param {import('node:http').IncomingMessage} request @returns {Promise<Buffer>} */
async function bodyOf(request) {
  /** @type {Buffer[]} */
  const chunks = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > bodyLimit) throw new HubError({ code: 'TOO_LARGE', detail: '请求太大', status: 413 })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
