import type { IdType, Mode, PersonInput } from '../../../cloud/types'
import { createDraft } from '../draft'

export interface PersonDraft {
  /** Name and id number are left to the vendor's page. */
  atVendor: boolean
  name: string
  idType: IdType
  idNumber: string
  mobile: string
  mode: Mode
}

export const personDraft = createDraft<PersonDraft>({
  atVendor: false,
  name: '',
  idType: 'residentId',
  idNumber: '',
  mobile: '',
  mode: 'any',
})

/** What leaves the phone: nothing that is hidden or empty. */
export function toPerson(draft: PersonDraft): PersonInput {
  const { mode, atVendor, idType } = draft
  const [name, idNumber, mobile] = [draft.name.trim(), draft.idNumber.trim(), draft.mobile.trim()]
  return {
    contact: { type: 'mobile', value: mobile },
    mode,
    ...(!atVendor && name ? { name } : {}),
    ...(!atVendor && idNumber ? { idType, idNumber } : {}),
  }
}
