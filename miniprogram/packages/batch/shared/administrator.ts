import type { ActionInput } from '../../../cloud/types'

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

/** The field that cannot be sent as it is; null when all can. */
export function faultOf(draft: AdministratorDraft): AdministratorField | null {
  if (draft.name.trim() === '') return 'name'
  if (!/^1\d{10}$/.test(compact(draft.mobile))) return 'mobile'
  return null
}

export function toAdministrator(draft: AdministratorDraft): AdministratorInput {
  const idNumber = compact(draft.idNumber).toUpperCase()
  return {
    name: draft.name.trim(),
    mobile: compact(draft.mobile),
    idType: draft.idType,
    ...(idNumber ? { idNumber } : {}),
  }
}

/** Numbers are copied with spaces and hyphens in them. */
function compact(text: string): string {
  return text.replace(/[\s-]/g, '')
}
