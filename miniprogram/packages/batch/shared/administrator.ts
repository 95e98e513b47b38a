import type { ActionInput } from '../../../cloud/types'
import {
  type Kind,
  mobile,
  paperNumber,
  personName,
  rightForm,
  faultOf as typedFault,
} from '../../../form/typed'

export type AdministratorInput = ActionInput<'batch.repair'>['administrator']
export type AdminIdType = NonNullable<AdministratorInput['idType']>

export const adminIdTypes: readonly AdminIdType[] = ['residentId', 'hkMacauPermit', 'hkMacauTaiwanResidence']

export interface AdministratorDraft {
  name: string
  mobile: string
  idType: AdminIdType
  idNumber: string
}
export type AdministratorField = 'name' | 'mobile' | 'idNumber'

export const noAdministrator: AdministratorDraft = {
  name: '',
  mobile: '',
  idType: 'residentId',
  idNumber: '',
}

/** Nothing was typed; the kind of document alone says nothing. */
export function isBlank(draft: AdministratorDraft): boolean {
  return [draft.name, draft.mobile, draft.idNumber].every(text => text.trim() === '')
}

/** A field that cannot be sent as it is, and what was probably meant. */
export interface AdministratorFault {
  field: AdministratorField
  suggestion: string | null
}

const fields = ['name', 'mobile', 'idNumber'] as const
const required: readonly AdministratorField[] = ['name', 'mobile']

function kindOf(field: AdministratorField, idType: AdminIdType): Kind {
  switch (field) {
    case 'name':
      return personName
    case 'mobile':
      return mobile
    case 'idNumber':
      return paperNumber(idType)
  }
}

/** The first field that cannot be sent as it is; null when all can. */
export function faultOf(draft: AdministratorDraft): AdministratorFault | null {
  for (const field of fields) {
    if (draft[field].trim() === '' && required.includes(field)) return { field, suggestion: null }
    const fault = typedFault(kindOf(field, draft.idType), draft[field])
    if (fault) return { field, ...fault }
  }
  return null
}

export function toAdministrator(draft: AdministratorDraft): AdministratorInput {
  const right = (field: AdministratorField) => rightForm(kindOf(field, draft.idType), draft[field])
  const idNumber = right('idNumber')
  return {
    name: right('name'),
    mobile: right('mobile'),
    idType: draft.idType,
    ...(idNumber ? { idNumber } : {}),
  }
}
