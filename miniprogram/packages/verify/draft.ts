import { useState } from 'react'
import type { ActionInput, IdType, Mode } from '../../cloud/types'

/** What was typed. Lives in memory while the app lives, so that a retry needs no retyping; never stored or logged. */
export interface Draft {
  /** Name and id number are left to the vendor's page. */
  atVendor: boolean
  name: string
  idType: IdType
  idNumber: string
  mobile: string
  mode: Mode
}

const empty: Draft = {
  atVendor: false,
  name: '',
  idType: 'residentId',
  idNumber: '',
  mobile: '',
  mode: 'any',
}
let kept = empty

export function clearDraft(): void {
  kept = empty
}

export function useDraft(): [Draft, (change: Partial<Draft>) => void] {
  const [draft, setDraft] = useState(kept)
  const change = (part: Partial<Draft>) => {
    kept = { ...kept, ...part }
    setDraft(kept)
  }
  return [draft, change]
}

/** What leaves the phone: nothing that is hidden or empty. */
export function toPerson(draft: Draft): ActionInput<'verification.start'>['person'] {
  const { mode, atVendor, idType } = draft
  const [name, idNumber, mobile] = [draft.name.trim(), draft.idNumber.trim(), draft.mobile.trim()]
  return {
    contact: { type: 'mobile', value: mobile },
    mode,
    ...(!atVendor && name ? { name } : {}),
    ...(!atVendor && idNumber ? { idType, idNumber } : {}),
  }
}
