import { useRef, useState } from 'react'
import { type ActionFailureError, callAction, toFailure } from '../../../cloud/call'
import type { ActionResults, ConfigResult, VerificationView } from '../../../cloud/types'
import { leaveHandoff } from '../../../handoff/pending'
import { becomeVerification } from '../../../routes'
import { type Draft, toPerson } from '../draft'
import { intents } from '../intent'
import { type FieldError, fieldError } from './fields'
import { authorizePrivacy } from './privacy'

/** What stands in the way of the start, in the order a person can do something about it. */
export type Obstacle =
  | { kind: 'field'; error: FieldError }
  | { kind: 'failure'; failure: ActionFailureError }
  | { kind: 'privacy' }
  | { kind: 'existing'; verification: VerificationView }

interface Start {
  busy: boolean
  obstacle: Obstacle | null
  dismiss: () => void
  submit: () => void
  /** Takes up the open verification instead. */
  resume: (existing: VerificationView) => void
  /** Cancels the open verification and starts with what is in the form. */
  replace: (existing: VerificationView) => void
}

type Vendor = ConfigResult['vendors'][number]

export function useStart(draft: Draft, vendor: Vendor | null, policyVersion: string | null): Start {
  const [busy, setBusy] = useState(false)
  const [obstacle, setObstacle] = useState<Obstacle | null>(null)
  // A ref, because two taps can arrive before the state has changed.
  const running = useRef(false)

  const once = async (work: () => Promise<Obstacle | null>) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setObstacle(null)
    const found = await work().catch(obstacleOf)
    running.current = false
    setBusy(false)
    setObstacle(found)
  }

  const begin = async (): Promise<Obstacle | null> => {
    if (!vendor || policyVersion === null) return null
    if (!(await authorizePrivacy())) return { kind: 'privacy' }
    const person = toPerson(draft)
    const intent = intents.of({ vendor: vendor.id, policyVersion, person })
    if (intent.consentId === null) {
      const consent = { vendor: vendor.id, policyVersion, accepted: true } as const
      intent.consentId = (await callAction('consent.record', consent)).consentId
    }
    const { clientKey, consentId } = intent
    return arrive(
      await callAction('verification.start', {
        clientKey,
        consentId,
        vendor: vendor.id,
        subject: 'person',
        person,
      }),
    )
  }

  return {
    busy,
    obstacle,
    dismiss: () => setObstacle(null),
    submit: () => once(begin),
    resume: existing =>
      once(async () => {
        await becomeVerification(existing.id)
        return null
      }),
    replace: existing =>
      once(async () => {
        await callAction('verification.cancel', { id: existing.id }).catch(unlessEnded)
        return begin()
      }),
  }
}

async function arrive(result: ActionResults['verification.start']): Promise<Obstacle | null> {
  const { outcome, verification, handoff } = result
  intents.forget()
  if (outcome === 'existing') return { kind: 'existing', verification }
  if (handoff) leaveHandoff(verification.id, handoff)
  await becomeVerification(verification.id)
  return null
}

/** It came to its end while the question was on the screen: as good as cancelled. */
function unlessEnded(error: unknown): void {
  if (toFailure(error).code !== 'NOT_CANCELABLE') throw error
}

function obstacleOf(error: unknown): Obstacle {
  const failure = toFailure(error)
  // The server will not take this key or consent again: the next press is a new intent.
  if (failure.code === 'KEY_CONFLICT' || failure.code === 'CONSENT_REQUIRED') intents.forget()
  const found = fieldError(failure.field)
  return found ? { kind: 'field', error: found } : { kind: 'failure', failure }
}
