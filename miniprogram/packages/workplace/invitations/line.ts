import type { InvitationState, InvitationView } from '../../../cloud/types'
import { ago, left } from '../../../i18n/time'
import { workplaceText } from '../shared/texts'
import { invitationListText } from './texts'

/** While somebody may still begin or go on. */
const open: readonly InvitationState[] = ['pending', 'started']

/** What else is worth knowing in the list, most telling first; what is not known is left out. */
export function lineOf(view: InvitationView, now: number): string[] {
  const { number, subject, maskedContact, bizId, most, begun, state } = view
  const rest = open.includes(state) ? left(view.expiresAt, now) : null
  return [
    number > 0 ? invitationListText('item.number', { n: number }) : '',
    workplaceText(`subject.${subject}`),
    most > 1 ? invitationListText('item.uses', { begun, most }) : '',
    maskedContact,
    bizId,
    invitationListText('item.created', { time: ago(view.createdAt, now) }),
    rest === null ? '' : invitationListText('item.expires', { left: rest }),
  ].filter(text => text !== '')
}
