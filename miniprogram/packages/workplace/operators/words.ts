import type { ActionFailureError } from '../../../cloud/call'
import type { ActionResults, Role } from '../../../cloud/types'
import { failureText } from '../../../i18n'
import { dayAndHour } from '../../../i18n/time'
import { operatorsText } from './texts'

export type Listing = ActionResults['operator.list']
export type Operator = Listing['operators'][number]
export type OpenInvitation = Listing['open'][number]

/** In groups of four, as one reads it aloud. */
export function grouped(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ')
}

/** How the list calls somebody. */
export function nameOf({ self, label }: Pick<Operator, 'self' | 'label'>): string {
  return self ? operatorsText('me') : label || operatorsText('first')
}

/** The more somebody may do, the more it stands out. */
export function tagOf(role: Role): 'good' | 'busy' | 'idle' {
  return ({ viewer: 'idle', operator: 'busy', owner: 'good' } as const)[role]
}

/** The one that ends first comes first. */
export function byEnd(open: readonly OpenInvitation[]): OpenInvitation[] {
  return [...open].sort((one, other) => one.expiresAt - other.expiresAt)
}

export function endText(expiresAt: number, now: number): string {
  return expiresAt <= now
    ? operatorsText('open.ended')
    : operatorsText('open.until', { time: dayAndHour(expiresAt, now) })
}

export function removeFailureText(failure: ActionFailureError): string {
  return failure.code === 'LAST_OWNER' ? operatorsText('remove.lastOwner') : failureText(failure)
}

/** What is wrong with the label, at its field; null when it is something else. */
export function labelFailureText({ code }: ActionFailureError): string | null {
  return code === 'INVALID_INPUT' ? operatorsText('invite.malformed') : null
}
