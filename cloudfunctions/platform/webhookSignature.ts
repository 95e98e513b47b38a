import { createHmac } from 'node:crypto'

/** Standard Webhooks 1.0.0: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
const prefix = 'whsec_'

/** bytes */
const secretBytes = 32

/** A new secret: `whsec_` + base64 of 32 bytes. `random`: hex digits from that many bytes. */
export function webhookSecret(random: (bytes: number) => string): string {
  return prefix + Buffer.from(random(secretBytes), 'hex').toString('base64')
}

export interface SignedWebhook {
  'webhook-id': string
  'webhook-timestamp': string
  'webhook-signature': string
}

/** The three headers over exactly these bytes. `at`: ms since the epoch, of this try. One signature for each secret. */
export function signWebhook(
  secrets: readonly string[],
  { id, at, body }: { id: string; at: number; body: string },
): SignedWebhook {
  const timestamp = String(Math.floor(at / 1000))
  const signed = `${id}.${timestamp}.${body}`
  const signatures = secrets.map(secret => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64')
    return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
