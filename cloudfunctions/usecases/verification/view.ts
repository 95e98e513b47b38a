import type { VerificationView } from '../../contract/verification'
import { problemTexts } from '../../domain/errors'
import { guide } from '../../domain/guidance'
import { stepsOf } from '../../domain/steps'
import type { Verification } from '../../domain/verification'

/** What its owner may see of a verification, and what to do next. */
export function viewOf(verification: Verification, now: number): VerificationView {
  const { state, reviewing, problem, already, missing = null, createdAt } = verification
  return {
    id: verification._id,
    vendor: verification.vendor,
    subject: verification.subject,
    purpose: verification.purpose,
    state,
    ...guide({ state, reviewing, problem, missing, already, age: now - createdAt }),
    reviewing,
    already,
    missing,
    reason: verification.reason,
    assurance: verification.assurance,
    problem: problem && { code: problem, message: problemTexts[problem] },
    mode: verification.mode,
    maskedName: verification.maskedName,
    maskedContact: verification.maskedContact,
    attempt: verification.attempt,
    steps: stepsOf(state, verification.history),
    createdAt,
    updatedAt: verification.updatedAt,
    expiresAt: verification.expiresAt,
  }
}
