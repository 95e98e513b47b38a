import { useRef } from 'react'
import { type ActionFailureError, callAction, type FailureCode, failedWith } from '../../../cloud/call'
import { useSubmit } from '../../../cloud/submit'
import type { ActionResults, ConfigResult, VendorView, VerificationView } from '../../../cloud/types'
import { intents } from '../../../form/intent'
import { authorizePrivacy, type PrivacyObstacle } from '../../../form/privacy'
import { forget } from '../../../form/sealed'
import { leaveHandoff } from '../../../handoff/pending'
import { backToOffer, becomeVerification } from '../../../routes'
import { invitationOf, rememberInvitation } from '../invitation/of-verification'
import { type StartCall, sendStart } from './begin'
import type { FieldError } from './field-error'
import { askToTell, keepTelling } from './messages'

/** What a form gives to the start; the start knows no field of it. */
export interface StartForm extends StartCall {
  errorAt: (path: string | undefined) => FieldError | null
  /** What cannot be sent as it was typed, or is missing. */
  faults: readonly FieldError[]
  /** Under which name what was typed is sealed on the phone. */
  keptAs: string
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
  | PrivacyObstacle
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

export function useStart(
  form: StartForm,
  vendor: VendorView | null,
  config: ConfigResult | null,
  handover: string | null,
): Start {
  const { busy, obstacle, submit, dismiss } = useSubmit<Obstacle>(failure => afterFailure(form, failure))

  // Whoever presses again after a failure has answered already.
  const agreed = useRef<ReturnType<typeof askToTell> | null>(null)

  const begin = async (): Promise<Obstacle | null> => {
    if (!vendor || !config) return null
    const [wrong] = form.faults
    if (wrong) return { kind: 'field', error: wrong }
    agreed.current ??= askToTell(config, form.invitation !== null)
    const kinds = await agreed.current
    const privacy = await authorizePrivacy()
    if (privacy) return privacy
    const policyVersion = config.policy.version
    const { invitation, purpose, content } = form
    const intent = intents.of({ vendor: vendor.id, policyVersion, invitation, handover, ...content })
    if (intent.consentId === null) {
      const consent = { vendor: vendor.id, policyVersion, accepted: true } as const
      const recorded = await callAction('consent.record', purpose ? { ...consent, purpose } : consent)
      intent.consentId = recorded.consentId
    }
    const { clientKey, consentId } = intent
    const head = { clientKey, consentId, vendor: vendor.id, ...(handover ? { handover } : {}) }
    const started = await sendStart(form, head)
    if (started.outcome !== 'existing') keepTelling(started.verification.id, kinds)
    return arrive(form, started)
  }

  return {
    busy,
    obstacle,
    dismiss,
    submit: () => submit(begin),
    resume: existing =>
      submit(async () => {
        form.onDropped?.()
        await becomeVerification(existing.id, invitationOf(existing.id))
        return null
      }),
    replace: existing =>
      submit(async () => {
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
  forget(form.keptAs)
  if (handoff) leaveHandoff(verification.id, handoff)
  if (form.invitation) rememberInvitation(verification.id, form.invitation)
  await becomeVerification(verification.id, form.invitation)
  return null
}

/** It came to its end while the question was on the screen: as good as cancelled. */
function unlessEnded(error: unknown): void {
  if (!failedWith(error, 'NOT_CANCELABLE')) throw error
}

/** What the page of the invitation says better than a form. */
const aboutInvitation: readonly FailureCode[] = [
  'INVITATION_TAKEN',
  'INVITATION_OVER',
  'INVITATION_ENDED',
  'NOT_FOUND',
]

async function afterFailure(form: StartForm, failure: ActionFailureError): Promise<Obstacle | null> {
  if (form.invitation === null || !aboutInvitation.includes(failure.code)) return obstacleOf(form, failure)
  intents.forget()
  await backToOffer(form.invitation)
  return null
}

function obstacleOf(form: StartForm, failure: ActionFailureError): Obstacle {
  // The server will not take this key or consent again: the next press is a new intent.
  if (failure.code === 'KEY_CONFLICT' || failure.code === 'CONSENT_REQUIRED') intents.forget()
  const found = form.errorAt(failure.field)
  if (!found) return { kind: 'failure', failure }
  form.onRefused?.(found)
  return { kind: 'field', error: found }
}
