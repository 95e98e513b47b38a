import { useCallback, useState } from 'react'
import { callAction } from '../../../cloud/call'
import { type LoadPage, type Pages, usePages } from '../../../cloud/pages'
import type { CaseView } from '../../../cloud/types'
import { everything, filtersOf, type Query } from './query'

export interface Verifications extends Pages<CaseView> {
  /** What is shown, or about to be. */
  query: Query
  search: (query: Query) => void
}

/** Everybody's verifications that match what is searched for. */
export function useVerifications(): Verifications {
  const [query, search] = useState(everything)
  const load = useCallback<LoadPage<CaseView>>(
    page => callAction('workplace.verifications', { ...filtersOf(query), ...page }),
    [query],
  )
  return { ...usePages(load), query, search }
}
