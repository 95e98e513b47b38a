/** What has happened since a way was begun, in the words that the steps of ways.ts wait for. */
import { isRecord } from '../../record'
import type { TrafficRow } from '../shapes'

/**
 * Of a row of the traffic: `did:<action>`, `operator`, `told` (somebody is done with the provider's page), `verified`,
 * `rowVerified`.
 */
export function seenInRow({ from, to, what, failed, detail }: TrafficRow): string[] {
  if (failed) return []
  if (to === 'callback' && from !== 'http') return ['told']
  if (from !== 'phone' || to !== 'api') return []
  const answer = at(detail.answer, 'data')
  return [
    `did:${what}`,
    ...(/^operator\.(me|claim)$/.test(what) && typeof answer.role === 'string' ? ['operator'] : []),
    ...(at(answer, 'verification').state === 'verified' ? ['told', 'verified'] : []),
    ...(Number(at(at(answer, 'batch'), 'counts').verified) > 0 ? ['rowVerified'] : []),
  ]
}

function at(value: unknown, field: string): Record<string, unknown> {
  const found = isRecord(value) ? value[field] : null
  return isRecord(found) ? found : {}
}

/** Of what the phone tells about itself: `page:<route>`. */
export function seenInMessage(message: unknown): string[] {
  if (!isRecord(message) || message.phone !== 1 || message.type !== 'route') return []
  return [`page:${String(message.route)}`]
}
