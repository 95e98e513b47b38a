import type { Failure } from '../driver'
import { losing } from '../outcome'
import type { CallKind } from './actions'
import { type ErrorClass, errorGroups } from './errorGroups'

interface ErrorRow {
  /** The code, or the beginning of codes that nobody has documented. */
  code: string
  class: ErrorClass
  meaning: string
}

/** `AuthFailure.SignatureExpire`: our clock is more than five minutes off; signed afresh once. */
export const expiredCode = 'AuthFailure.SignatureExpire'

/** Every code the vendor has published, with what it says; see ./errorGroups.ts. */
export const errorTable: readonly ErrorRow[] = errorGroups.flatMap(({ class: errorClass, meaning, codes }) =>
  codes.map(code => ({ code, class: errorClass, meaning })),
)

/** What happens to a call of each kind; the quota has codes of its own so that callers can pause. */
const outcomes: Record<ErrorClass, Record<CallKind, Failure['kind']>> = {
  throttle: { read: 'transient', link: 'transient', create: 'transient' },
  server: { read: 'transient', link: 'transient', create: 'indeterminate' },
  clock: { read: 'misconfigured', link: 'misconfigured', create: 'misconfigured' },
  configuration: { read: 'misconfigured', link: 'misconfigured', create: 'misconfigured' },
  quota: { read: 'rejected', link: 'rejected', create: 'rejected' },
  input: { read: 'rejected', link: 'rejected', create: 'rejected' },
  business: { read: 'rejected', link: 'rejected', create: 'rejected' },
}

/**
 * A code that is not in the table counts as the longest one it begins with, but for what would stop everybody: a code
 * nobody has documented is about what was submitted, and stops its own row. One that begins like none of the table is
 * no verdict: nobody knows what became of the call.
 */
export function rowOf(code: string): ErrorRow {
  const candidates = errorTable.filter(row => code.startsWith(row.code))
  const [row] = [...candidates].sort((a, b) => b.code.length - a.code.length)
  if (!row) return { code, class: 'server', meaning: 'undocumented code' }
  if (row.code === code || isAboutKey(row) || !stopping.includes(row.class)) return row
  return { code, class: 'business', meaning: 'undocumented code' }
}

const stopping: readonly ErrorClass[] = ['configuration', 'quota', 'clock']
/** Whose signature is not accepted gets this for every call. */
const isAboutKey = ({ code }: ErrorRow): boolean => code.startsWith('AuthFailure')

/** What a refusal means for us; `requestId` is what the vendor's support asks for. */
export function failureOf(code: string, requestId: string, kind: CallKind): Failure {
  const row = rowOf(code)
  return {
    kind: outcomes[row.class][kind],
    code: row.class === 'quota' ? `QUOTA:${code}` : code,
    detail: requestId ? `${row.meaning}; RequestId ${requestId}` : row.meaning,
  }
}

/** The answer did not come, or is not one. */
export const lost = losing<CallKind>(outcomes.server)
