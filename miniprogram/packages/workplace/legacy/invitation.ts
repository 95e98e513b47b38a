import type { LegacyInvitationState, LegacyInvitationView } from '../../../cloud/types'
import type { KeyOf } from '../../../i18n'
import { legacyText } from './texts'

/** What the contract takes for an id. */
export const longestId = 64
const wellFormed = /^[\w-]{1,64}$/

/** Copied ids bring spaces along. */
export function cleaned(typed: string): string {
  return typed.trim()
}

export function isInvitationId(id: string): boolean {
  return wellFormed.test(id)
}

const tags: Readonly<Record<LegacyInvitationState, 'good' | 'busy' | 'idle'>> = {
  started: 'busy',
  verified: 'good',
  finished: 'good',
  unknown: 'idle',
}

/** A state that only a newer server knows counts as unknown. */
export function tagOf({ state }: Pick<LegacyInvitationView, 'state'>) {
  const known = Object.keys(tags).includes(state) ? state : 'unknown'
  return { kind: tags[known], text: legacyText(`state.${known}`) }
}

/** Whom it invited. */
export function titleOf({ subject, organization, maskedName }: LegacyInvitationView): string {
  return (subject === 'organization' && organization?.name) || maskedName || legacyText(`subject.${subject}`)
}

export type LineKey = Extract<KeyOf<typeof legacyText>, `line.${string}`>

/** What else is known of it, in the order shown; what the vendor left empty is left out. */
export function linesOf(view: LegacyInvitationView): { key: LineKey; value: string }[] {
  const { organization, notifyType, maskedName } = view
  const title = titleOf(view)
  const lines: [LineKey, string][] = [
    ['line.organization', organization?.name ?? ''],
    [codeLine(organization?.paper ?? null), organization?.creditCode ?? ''],
    ['line.legalName', organization?.maskedLegalName ?? ''],
    ['line.legalIdNumber', organization?.maskedLegalIdNumber ?? ''],
    ['line.name', maskedName],
    ['line.contact', view.maskedContact],
    [view.paper === 'residentId' ? 'line.residentId' : 'line.idNumber', view.maskedIdNumber],
    ['line.notify', notifyType === null ? '' : legacyText(`notify.${notifyType}`)],
    ['line.bizId', view.bizId],
    ['line.redirect', view.redirectUrl],
    ['line.callback', view.callbackUrl],
    ['line.rawStatus', view.rawStatus],
  ]
  return lines
    .filter(([key, value]) => value !== '' && !(isNameLine(key) && value === title))
    .map(([key, value]) => ({ key, value }))
}

/** The vendor had two kinds of certificate for organizations. */
function codeLine(paper: NonNullable<LegacyInvitationView['organization']>['paper']): LineKey {
  return paper === null ? 'line.organizationNumber' : `line.${paper}`
}

/** What the title says already. */
function isNameLine(key: LineKey): boolean {
  return key === 'line.organization' || key === 'line.name'
}
