import type { Outcome, RawNotice, Started } from '../../cloudfunctions/vendors/driver'

/** As `verification.start` makes them. */
export const reference = 'v_0123456789abcdef0123456789abcdef_1'

export const emptyNotice: RawNotice = { body: Buffer.alloc(0), headers: {}, query: {} }

/** What came of a call that must succeed. */
export function value<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'ok') throw new Error(`${outcome.kind} ${outcome.code}: ${outcome.detail}`)
  return outcome.value
}

/** Of a start that must lead somewhere. */
export function handedOff(outcome: Outcome<Started>) {
  const started = value(outcome)
  if (started.kind !== 'handoff') throw new Error(`expected a handoff, not ${started.kind}`)
  return started
}

/** For what a bench must have. */
export function having<T>(part: T | null | undefined, what: string): T {
  if (part === null || part === undefined) throw new Error(`no ${what}`)
  return part
}
