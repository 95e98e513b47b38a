import { type CountMarks, heldAs } from '../../domain/countMarks'
import {
  type Counted,
  cellOfInvitation,
  cellOfVerification,
  count,
  countDuration,
  readCell,
  type Tally,
} from '../../domain/dayFigures'
import type { Invitation } from '../../domain/invitation/invitation'
import type { Verification } from '../../domain/verification'
import type { Condition } from '../../platform/store'
import type { Deps } from '../kit/deps'

/** Documents of one page of what is counted. */
export const pageSize = 500

type Listed = Pick<Verification & Invitation, '_id' | 'listKey' | 'createdAt'> & CountMarks

/** A document, as far as it is counted. */
export interface CountedDocument extends Listed {
  /** Where it stands by now. */
  cell: string
  /** Adds to the tally how long it took. */
  time: (tally: Tally) => void
}

/** Where among the documents of a collection, and in which order. */
export interface Asked {
  where: readonly Condition<Listed>[]
  orderBy?: readonly (readonly ['listKey', 'asc'])[]
  limit: number
}

const listed = ['_id', 'listKey', 'createdAt', 'toCount', 'countedAs', 'countedIn'] as const

/** The documents of a collection, as far as they are counted. */
export const findCounted: Record<Counted, (deps: Deps, asked: Asked) => Promise<CountedDocument[]>> = {
  async verifications({ store }, asked) {
    const fields = [
      ...listed,
      'vendor',
      'subject',
      'state',
      'reason',
      'problem',
      'already',
      'history',
    ] as const
    const found = await store.find('verifications', { ...asked, fields })
    return found.map(each => ({
      ...each,
      cell: cellOfVerification(each),
      time: tally => countDuration(tally, each),
    }))
  },
  async invitations({ store }, asked) {
    const fields = [...listed, 'openedAt', 'begun', 'state'] as const
    const found = await store.find('invitations', { ...asked, fields })
    return found.map(each => ({ ...each, cell: cellOfInvitation(each), time: () => {} }))
  },
}

/** Counts a document under one cell instead of another, '' for none. */
export function move(
  collection: Counted,
  tally: Tally,
  document: CountedDocument,
  { from, to }: { from: string; to: string },
): void {
  count(tally[collection], from, -1)
  count(tally[collection], to, 1)
  if (readCell(to).isTimed && !readCell(from).isTimed) document.time(tally)
}

/** Under which cell the figures of its day hold it, once they hold the day; '' for none. */
export const heldCell = (document: CountedDocument): string => heldAs(document, document.cell)
