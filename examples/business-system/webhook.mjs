// @ts-check
import { Webhook } from 'standardwebhooks'

/**
 * What a delivery says, once its signature and time are proven over the very bytes that came. Throws otherwise.
 * @param {string} secret `whsec_…`
 * @param {Buffer} raw
 * @param {import('node:http').IncomingHttpHeaders} headers
 */
export function readDelivery(secret, raw, headers) {
  const event = new Webhook(secret).verify(raw.toString('utf8'), {
    'webhook-id': String(headers['webhook-id'] ?? ''),
    'webhook-timestamp': String(headers['webhook-timestamp'] ?? ''),
    'webhook-signature': String(headers['webhook-signature'] ?? ''),
  })
  return /** @type {{ id: string, type: string, data: { state?: string, bizId?: string, sequence?: number } }} */ (
    event
  )
}
