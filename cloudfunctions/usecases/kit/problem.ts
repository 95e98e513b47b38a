import { ActionError, type ErrorCode, type ProblemCode } from '../../domain/errors'
import type { Failure } from '../../vendors/driver'
import type { Deps } from './deps'

const problems: Record<Failure['kind'], ProblemCode> = {
  rejected: 'VENDOR_REFUSED',
  transient: 'VENDOR_UNAVAILABLE',
  indeterminate: 'VENDOR_NO_ANSWER',
  misconfigured: 'VENDOR_MISCONFIGURED',
}

/** What a failed call means to the verification it was about. */
export const problemOf = (failure: Failure): ProblemCode => problems[failure.kind]

const errors: Record<Failure['kind'], ErrorCode> = {
  rejected: 'VENDOR_REFUSED',
  transient: 'VENDOR_UNAVAILABLE',
  indeterminate: 'VENDOR_NO_ANSWER',
  misconfigured: 'NOT_CONFIGURED',
}

/** What a failed call means to whoever asked for it and waits. The vendor's code goes into the log. */
export function actionErrorOf({ log }: Deps, question: string, { kind, code, detail }: Failure): ActionError {
  log.warn('vendor.call', { question, kind, code, detail })
  return new ActionError(errors[kind], undefined, code)
}
