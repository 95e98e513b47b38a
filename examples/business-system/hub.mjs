// @ts-check
import { randomUUID } from 'node:crypto'

/**
 * The calls this example makes. Shapes come from docs/openapi.json (`npm run client` draws api.d.ts).
 * @typedef {import('./api.d.ts').components['schemas']['Invitation']} Invitation
 * @typedef {import('./api.d.ts').components['schemas']['InvitationLinks']} InvitationLinks
 * @typedef {import('./api.d.ts').components['schemas']['EndpointWithSecret']} EndpointWithSecret
 */

/** What the server answered instead; `code` is stable, `message` a sentence to act on. */
export class HubError extends Error {
  /** @param {{ code: string, detail: string, status: number }} problem */
  constructor({ code, detail, status }) {
    super(detail)
    this.name = 'HubError'
    this.code = code
    this.status = status
  }
}

/**
 * @param {{ url: string, key: string }} options `url` ends in `/v1`.
 */
export function createHub({ url, key }) {
  /**
   * @param {string} method
   * @param {string} path
   * @param {{ body?: unknown, intent?: string }} [options] `intent`: the same for every try of one intent.
   */
  async function call(method, path, { body, intent } = {}) {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(intent !== undefined && { 'idempotency-key': intent }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    })
    const answer = await response.json()
    if (!response.ok) throw new HubError(answer)
    return answer
  }

  return {
    /**
     * @param {{ name: string, mobile: string, bizId: string, intent: string }} supplier
     * @returns {Promise<Invitation>}
     */
    invite: ({ name, mobile, bizId, intent }) =>
      call('POST', '/invitations', {
        intent,
        body: { subject: 'person', title: '供应商入驻', bizId, invitee: { name, mobile }, locked: ['name'] },
      }),
    /** @param {string} id @returns {Promise<InvitationLinks>} */
    links: id => call('GET', `/invitations/${id}/links`),
    /** @param {string} receiver @returns {Promise<EndpointWithSecret>} */
    subscribe: receiver =>
      call('POST', '/webhook-endpoints', { intent: randomUUID(), body: { url: receiver } }),
    /** @param {string} id */
    unsubscribe: id => call('DELETE', `/webhook-endpoints/${id}`),
  }
}
