import { type ActionFailureError, callAction } from '../cloud/call'
import { becomeContract, becomeForm, becomeOffer, becomeVerification } from '../routes'
import type { Entry } from './parse'

/** Why the way ends here. */
export type Stop =
  | { kind: 'unknown' }
  | { kind: 'over' }
  | { kind: 'foreign' }
  | { kind: 'failed'; failure: ActionFailureError }

/** Opens what was scanned in place of the page on screen. */
export async function goOn(entry: Entry): Promise<unknown> {
  switch (entry.kind) {
    case 'invitation':
      return becomeOffer(entry.token)
    case 'contract':
      return becomeContract(entry.locator)
    case 'handover':
      return takeOver(entry.token)
  }
}

async function takeOver(handover: string): Promise<unknown> {
  const { target } = await callAction('handover.open', { token: handover })
  switch (target.kind) {
    case 'start':
      return becomeForm(target.subject, { handover })
    case 'verification':
      return becomeVerification(target.id)
    case 'invitation':
      return becomeOffer(target.token, handover)
  }
}

export function stopOf(failure: ActionFailureError): Stop {
  switch (failure.code) {
    case 'HANDOVER_OVER':
    case 'NOT_FOUND':
      return { kind: 'over' }
    case 'HANDOVER_FOREIGN':
      return { kind: 'foreign' }
    default:
      return { kind: 'failed', failure }
  }
}
