import { useRef, useState } from 'react'
import { type ActionFailureError, callAction, toFailure } from '../../../cloud/call'
import type {
  ActionResults,
  ConfigResult,
  SubjectInput,
  VendorView,
  VerificationView,
} from '../../../cloud/types'
import { leaveHandoff } from '../../../handoff/pending'
import { becomeVerification } from '../../../routes'
import type { FieldError } from './field-error'
import { intents } from './intent'
import { authorizePrivacy } from './privacy'

/** What a form gives to the start; the start knows no field of it. */
export interface StartForm {
  /** As typed: the same content tried again is the same wish. */
  content: SubjectInput
  /** Called after the consent was recorded: now what was picked may be uploaded, and everything leave the phone. */
  complete: () => Promise<SubjectInput>
  errorAt: (path: string | undefined) => FieldError | null
  /** The server has taken it over. */
  onStarted?: () => void
  /** It was refused at one field. */
  onRefused?: (error: FieldError) => void
  /** Given up for an open verification. */
  onDropped?: () => void
}

/** What stands in the way of the start, in the order a person can do something about it. */
export type Obstacle =
  | { kind: 'field'; error: FieldError }
  | { kind: 'failure'; failure: ActionFailureError }
  | { kind: 'privacy' }
  | { kind: 'existing'; verification: VerificationView }

export interface Start {
  busy: boolean
  obstacle: Obstacle | null
  dismiss: () => void
  submit: () => void
  /** Takes up the open verification instead. */
  resume: (existing: VerificationView) => void
  /** Cancels the open verification and starts with what is in the form. */
  replace: (existing: VerificationView) => void
}

export function useStart(form: StartForm, vendor: VendorView | null, config: ConfigResult | null): Start {
  const [busy, setBusy] = useState(false)
  const [obstacle, setObstacle] = useState<Obstacle | null>(null)
  // A ref, because two taps can arrive before the state has changed.
  const running = useRef(false)

  const once = async (work: () => Promise<Obstacle | null>) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setObstacle(null)
    const found = await work().catch(error => obstacleOf(form, error))
    running.current = false
    setBusy(false)
    setObstacle(found)
  }

  const begin = async (): Promise<Obstacle | null> => {
    if (!vendor || !config) return null
    if (!(await authorizePrivacy())) return { kind: 'privacy' }
    const policyVersion = config.policy.version
    const intent = intents.of({ vendor: vendor.id, policyVersion, ...form.content })
    if (intent.consentId === null) {
      const consent = { vendor: vendor.id, policyVersion, accepted: true } as const
      intent.consentId = (await callAction('consent.record', consent)).consentId
    }
    const { clientKey, consentId } = intent
    const complete = await form.complete()
    const start = { clientKey, consentId, vendor: vendor.id, ...complete }
    return arrive(form, await callAction('verification.start', start))
  }

  return {
    busy,
    obstacle,
    dismiss: () => setObstacle(null),
    submit: () => once(begin),
    resume: existing =>
      once(async () => {
        form.onDropped?.()
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

async function arrive(
  form: StartForm,
  { outcome, verification, handoff }: ActionResults['verification.start'],
): Promise<Obstacle | null> {
  intents.forget()
  if (outcome === 'existing') return { kind: 'existing', verification }
  form.onStarted?.()
  if (handoff) leaveHandoff(verification.id, handoff)
  await becomeVerification(verification.id)
  return null
}

/** It came to its end while the question was on the screen: as good as cancelled. */
function unlessEnded(error: unknown): void {
  if (toFailure(error).code !== 'NOT_CANCELABLE') throw error
}

function obstacleOf(form: StartForm, error: unknown): Obstacle {
  const failure = toFailure(error)
  // The server will not take this key or consent again: the next press is a new intent.
  if (failure.code === 'KEY_CONFLICT' || failure.code === 'CONSENT_REQUIRED') intents.forget()
  const found = form.errorAt(failure.field)
  if (!found) return { kind: 'failure', failure }
  form.onRefused?.(found)
  return { kind: 'field', error: found }
}
