import type { ProblemCode } from '../domain/errors'
import type { Failure } from '../vendors/driver'

const problems: Record<Failure['kind'], ProblemCode> = {
  rejected: 'VENDOR_REFUSED',
  transient: 'VENDOR_UNAVAILABLE',
  indeterminate: 'VENDOR_NO_ANSWER',
  misconfigured: 'VENDOR_MISCONFIGURED',
}

/** What a failed call means to the person who waits. */
export const problemOf = (failure: Failure): ProblemCode => problems[failure.kind]
