import type { AuditRow, Verification } from '../../domain/verification'
import type { Store } from '../../platform/store'
import type { Deps } from '../kit/deps'
import { chained } from '../kit/outbox'

const pageSize = 500

/**
 * The audit rows of a verification up to the version that was read, oldest first. Those that a process left in the
 * outbox belong to them.
 */
export async function trailOf({ store }: Deps, verification: Verification): Promise<AuditRow[]> {
  const written = await writtenRows(store, verification)
  const known = new Set(written.map(({ _id }) => _id))
  const waiting = verification.outbox.filter(({ _id }) => !known.has(_id))
  return [...written, ...waiting].sort((a, b) => a.sequence - b.sequence)
}

/** Every row carries the hash of the one before, and the last one's is the verification's. */
export function isIntact(
  trail: readonly AuditRow[],
  { auditHash }: Pick<Verification, 'auditHash'>,
): boolean {
  let last = ''
  for (const { hash, ...row } of trail) {
    if (row.previousHash !== last || chained(row).hash !== hash) return false
    last = hash
  }
  return last === auditHash
}

async function writtenRows(store: Store, { _id, version }: Verification): Promise<AuditRow[]> {
  const all: AuditRow[] = []
  for (;;) {
    const page = await store.find('audit', {
      where: [
        ['verificationId', 'eq', _id],
        ['sequence', 'gt', all.at(-1)?.sequence ?? 0],
        // Whatever was written since is not part of what was read.
        ['sequence', 'lte', version],
      ],
      orderBy: [['sequence', 'asc']],
      limit: pageSize,
    })
    all.push(...page.filter((row): row is AuditRow => 'verificationId' in row))
    if (page.length < pageSize) return all
  }
}
