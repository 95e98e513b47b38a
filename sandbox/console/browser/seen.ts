/** What has happened since a way was begun, in the words that the steps of ways.ts wait for. */
import { isRecord } from '../../record'
import type { TrafficRow } from '../shapes'

/** Of a row of the traffic: `did:<action>`, `operator`, `verified`. */
export function seenInRow({ from, to, what, failed, detail }: TrafficRow): string[] {
  if (from !== 'phone' || to !== 'api' || failed) return []
  const answer = isRecord(detail.answer) && isRecord(detail.answer.data) ? detail.answer.data : {}
  return [
    `did:${what}`,
    ...(/^operator\.(me|claim)$/.test(what) && typeof answer.role === 'string' ? ['operator'] : []),
    ...(/^verification\./.test(what) && answer.state === 'verified' ? ['verified'] : []),
  ]
}

/** Of what the phone tells about itself: `page:<route>`. */
export function seenInMessage(message: unknown): string[] {
  if (!isRecord(message) || message.phone !== 1 || message.type !== 'route') return []
  return [`page:${String(message.route)}`]
}
