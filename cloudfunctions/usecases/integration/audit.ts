import type { KeyAuditRow } from '../../domain/integration/apiKey'
import type { Deps } from '../kit/deps'
import { chained } from '../kit/outbox'

const sequences = { keyCreated: 1, keyRevoked: 2 } as const

/** What an owner has done to a key; the key stands there by its id only. */
export function keyAuditRow(
  { clock }: Pick<Deps, 'clock'>,
  operator: string,
  { keyId, event }: Pick<KeyAuditRow, 'keyId' | 'event'>,
): KeyAuditRow {
  const sequence = sequences[event]
  const at = clock()
  return chained({ _id: `${keyId}_${sequence}`, keyId, sequence, event, operator, at, previousHash: '' })
}
