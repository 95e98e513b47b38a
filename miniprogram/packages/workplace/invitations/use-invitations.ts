import { useCallback, useState } from 'react'
import { callAction } from '../../../cloud/call'
import { type LoadPage, type Pages, usePages } from '../../../cloud/pages'
import type { InvitationState, InvitationView, Subject } from '../../../cloud/types'
import { useSettled } from '../shared-invitation/use-settled'

export interface Filters {
  text: string
  state: InvitationState | 'all'
  subject: Subject | 'all'
}
const everything: Filters = { text: '', state: 'all', subject: 'all' }
/** ms without another letter, after which somebody has typed what they look for. */
const pause = 500

export interface Invitations extends Pages<InvitationView> {
  filters: Filters
  /** Something is left out of the list. */
  filtered: boolean
  change: (part: Partial<Filters>) => void
}

/** The invitations, of a campaign or of all, that match what is searched for. */
export function useInvitations(campaignId: string | undefined): Invitations {
  const [filters, setFilters] = useState(everything)
  const { state, subject } = filters
  const text = useSettled(filters.text.trim(), pause)
  const load = useCallback<LoadPage<InvitationView>>(
    page =>
      callAction('invitation.list', {
        ...page,
        ...(text === '' ? {} : { text }),
        ...(state === 'all' ? {} : { state }),
        ...(subject === 'all' ? {} : { subject }),
        ...(campaignId === undefined ? {} : { campaignId }),
      }),
    [text, state, subject, campaignId],
  )
  const pages = usePages(load)
  return {
    ...pages,
    filters,
    filtered: text !== '' || state !== 'all' || subject !== 'all',
    change: useCallback((part: Partial<Filters>) => setFilters(before => ({ ...before, ...part })), []),
  }
}
