import { chainOf } from '../../domain/anchor'
import { chained } from '../kit/outbox'

/** As it is stored; what else a row holds counts by its hash. */
export interface StoredRow {
  _id: string
  sequence: number
  previousHash: string
  hash: string
  at: number
  /** The state that what the row is about has come to. */
  to?: string
  /** Of anchors. */
  heads?: readonly string[]
  until?: number
}

/** A document at whose end a chain hangs. */
export interface StoredHead {
  _id: string
  auditHash: string
  state?: string
  outbox?: readonly StoredRow[]
}

export type FindingKind =
  | 'changed'
  /** A row, of which the next or an anchor speaks. */
  | 'removed'
  /** A row that the chain does not lead to. */
  | 'inserted'
  /** A document with all its rows. */
  | 'removedWhole'
  /** A document whose rows are still there. */
  | 'headRemoved'
  /** A document in another state than its newest row has left it in. */
  | 'stateChanged'

export interface Finding {
  kind: FindingKind
  /** Of the row, or of the document. */
  id: string
}

/** What does not fit in the audit, each thing once; none: it is whole. */
export function verifyAudit(rows: readonly StoredRow[], heads: readonly StoredHead[]): Finding[] {
  const chains = new Map<string, StoredRow[]>()
  for (const row of [...rows, ...heads.flatMap(({ outbox = [] }) => outbox)]) {
    const chain = chainOf(row._id)
    chains.set(chain, [...(chains.get(chain) ?? []), row])
  }
  const ends = new Map(heads.map(each => [each._id, each]))
  for (const chain of ends.keys()) if (!chains.has(chain)) chains.set(chain, [])
  const findings = [...chains].flatMap(([chain, own]) => brokenIn(chain, own, ends.get(chain)))
  return eachOnce([...findings, ...wrongAnchors(chains), ...missedByAnchors(chains, ends)])
}

/** Rows of keys from before they were chained stand each by itself. */
const single = /^k_/
const free = /^(acts|anchors)$/

function brokenIn(chain: string, rows: readonly StoredRow[], head: StoredHead | undefined): Finding[] {
  const changed = rows.filter(({ hash, ...row }) => chained(row).hash !== hash)
  const findings: Finding[] = changed.map(({ _id }) => ({ kind: 'changed', id: _id }))
  if (single.test(chain)) return findings
  const sorted = [...rows].sort((a, b) => a.sequence - b.sequence)
  if (head) {
    // Whatever has a chain was born with its first row.
    if (rows.length === 0) return [{ kind: 'removed', id: gap(chain, undefined, undefined) }]
    const newest = rows.find(({ hash }) => hash === head.auditHash)
    if (newest?.to !== undefined && newest.to !== head.state)
      findings.push({ kind: 'stateChanged', id: chain })
  } else if (!free.test(chain)) findings.push({ kind: 'headRemoved', id: chain })
  return [...findings, ...walked(chain, sorted, head?.auditHash ?? sorted.at(-1)?.hash)]
}

/** From the end to the beginning, by what each row says of the one before. */
function walked(chain: string, sorted: readonly StoredRow[], end: string | undefined): Finding[] {
  const findings: Finding[] = []
  const left = new Map(sorted.map(row => [row.hash, row]))
  let wanted = end
  let after: StoredRow | undefined
  while (wanted) {
    const row: StoredRow | undefined = left.get(wanted) ?? before([...left.values()], after)
    if (row?.hash !== wanted) findings.push({ kind: 'removed', id: gap(chain, row, after) })
    if (!row) break
    left.delete(row.hash)
    after = row
    wanted = row.previousHash
  }
  return [...findings, ...[...left.values()].map(({ _id }): Finding => ({ kind: 'inserted', id: _id }))]
}

/** Where the chain goes on behind a gap: the newest row left that is older than what comes after the gap. */
function before(left: readonly StoredRow[], after: StoredRow | undefined): StoredRow | undefined {
  return left.filter(({ sequence }) => after === undefined || sequence < after.sequence).at(-1)
}

/** The numbers of the free chains have no gaps; of the others only the neighbours are known. */
function gap(chain: string, row: StoredRow | undefined, after: StoredRow | undefined): string {
  if (free.test(chain) && after) return `${chain}_${after.sequence - 1}`
  if (!after) return `${chain}: after ${row?._id ?? 'nothing'}`
  return `${chain}: between ${row?._id ?? 'the beginning'} and ${after._id}`
}

/** ms: what is older than this stands in an anchor. */
const anchoredWithin = 2 * 24 * 3600_000

/** None at all where there must be some; and one of a time to come, after which none would be made. */
function wrongAnchors(chains: ReadonlyMap<string, readonly StoredRow[]>): Finding[] {
  const anchors = chains.get('anchors') ?? []
  const times = [...chains.values()].flat().map(({ at }) => at)
  const span = times.reduce((a, b) => Math.max(a, b), 0) - times.reduce((a, b) => Math.min(a, b), Infinity)
  if (anchors.length === 0)
    return span > anchoredWithin ? [{ kind: 'removed', id: gap('anchors', undefined, undefined) }] : []
  return anchors
    .filter(({ until = 0, at }) => until > at)
    .map(({ _id }): Finding => ({ kind: 'inserted', id: _id }))
}

/** What anchors have seen and is gone, or is otherwise now. */
function missedByAnchors(
  chains: ReadonlyMap<string, readonly StoredRow[]>,
  ends: ReadonlyMap<string, StoredHead>,
): Finding[] {
  const seen = (chains.get('anchors') ?? []).flatMap(({ heads = [] }) => heads)
  return seen.flatMap((head): Finding[] => {
    const [id = '', hash] = head.split(':')
    const chain = chainOf(id)
    const rows = chains.get(chain) ?? []
    if (rows.length === 0 && !ends.has(chain)) return [{ kind: 'removedWhole', id: chain }]
    const row = rows.find(({ _id }) => _id === id)
    if (!row) return [{ kind: 'removed', id }]
    return row.hash === hash ? [] : [{ kind: 'changed', id }]
  })
}

function eachOnce(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map(each => [`${each.kind} ${each.id}`, each])).values()]
}
