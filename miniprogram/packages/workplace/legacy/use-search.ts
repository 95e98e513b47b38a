import { useState } from 'react'
import { type ActionFailureError, callAction, failedWith } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { LegacyInvitationView } from '../../../cloud/types'

const pageSize = 20

export interface Found {
  id: string
  items: LegacyInvitationView[]
  total: number
  hasMore: boolean
}

export interface Search {
  /** null: nothing was looked up yet. */
  found: Found | null
  busy: 'search' | 'more' | null
  failure: { kind: 'search' | 'more'; error: ActionFailureError } | null
  search: (id: string) => void
  /** The next ones of what is shown, whatever is typed meanwhile. */
  more: () => void
  dismiss: () => void
}

export function useSearch(): Search {
  const [found, setFound] = useState<Found | null>(null)
  const { busy, failure, once, dismiss } = useOnce<'search' | 'more'>()

  const search = (id: string) =>
    once('search', async () => {
      setFound(null)
      setFound(await pageOf(id, []))
    })
  const more = () =>
    once('more', async () => {
      if (found) setFound(await pageOf(found.id, found.items))
    })

  return { found, busy, failure, search, more, dismiss }
}

/** What follows those already `seen`. */
async function pageOf(id: string, seen: LegacyInvitationView[]): Promise<Found> {
  try {
    const answer = await callAction('legacyInvitations.search', {
      invitationId: id,
      offset: seen.length,
      size: pageSize,
    })
    const items = [...seen, ...answer.items]
    // An empty page ends it even when the vendor's total says otherwise.
    return { id, items, total: answer.total, hasMore: answer.items.length > 0 && items.length < answer.total }
  } catch (error) {
    if (failedWith(error, 'NOT_FOUND') && seen.length === 0)
      return { id, items: [], total: 0, hasMore: false }
    throw error
  }
}
