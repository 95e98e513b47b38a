import type { ActionFailureError } from '../../../cloud/call'
import type { InviteeField } from '../../../cloud/types'
import { fieldsOf } from '../shared-invitation/words'
import { daysOf, mostOf, typedValue } from './content'
import { type InviteDraft, longest } from './draft'

/** A place of the form at which something can be wrong. */
export type Place =
  | 'title'
  | 'note'
  | 'vendor'
  | 'mode'
  | 'source'
  | 'bizId'
  | 'days'
  | 'most'
  | 'appId'
  | 'path'
  | 'url'
  | InviteeField

const shapes: Readonly<Partial<Record<InviteeField, RegExp>>> = {
  mobile: /^1\d{10}$/,
  applicantMobile: /^1\d{10}$/,
  idNumber: /^\d{17}[\dX]$/,
  registerNumber: /^[0-9A-Z]{15,18}$/,
}
const within = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most

/** The first place that cannot be sent as it is, in the order of the form; null when all can. */
export function wrongPlace(draft: InviteDraft, many: boolean): Place | null {
  if (draft.title.trim() === '') return 'title'
  if (many && draft.source === 'text' && draft.text.length > longest.text) return 'source'
  const field = many ? null : wrongField(draft)
  if (field) return field
  if (!many && !/^[\w.:/-]{0,64}$/.test(draft.bizId.trim())) return 'bizId'
  if (!within(daysOf(draft), 365)) return 'days'
  if (!many && !within(mostOf(draft), 1000)) return 'most'
  return wrongRedirect(draft)
}

function wrongField(draft: InviteDraft): InviteeField | null {
  const wrong = fieldsOf[draft.subject].find(field => {
    const value = typedValue(draft, field)
    return value !== '' && !(shapes[field]?.test(value) ?? true)
  })
  return wrong ?? null
}

function wrongRedirect({ redirect, appId, url }: InviteDraft): Place | null {
  if (redirect === 'miniProgram' && !/^wx[0-9a-f]{16}$/.test(appId.trim())) return 'appId'
  if (redirect === 'webUrl' && !/^https:\/\/[^\s]+$/.test(url.trim())) return 'url'
  return null
}

/** There is something to import. */
export function hasSource({ source, file, text }: InviteDraft): boolean {
  if (source === 'file') return file !== null
  return source === 'text' && text.trim() !== ''
}

const placesOfCodes: Readonly<Partial<Record<ActionFailureError['code'], Place>>> = {
  FILE_UNREADABLE: 'source',
  SHEET_EMPTY: 'source',
  SHEET_NO_HEADING: 'source',
  TOO_MANY_ROWS: 'source',
  VENDOR_OFF: 'vendor',
}
const placesOfFields: Readonly<Record<string, Place>> = {
  title: 'title',
  note: 'note',
  vendor: 'vendor',
  mode: 'mode',
  source: 'source',
  'source.text': 'source',
  'source.fileId': 'source',
  bizId: 'bizId',
  days: 'days',
  most: 'most',
  'redirect.appId': 'appId',
  'redirect.path': 'path',
  'redirect.url': 'url',
  'invitee.name': 'name',
  'invitee.mobile': 'mobile',
  'invitee.idNumber': 'idNumber',
  'invitee.registerNumber': 'registerNumber',
  'invitee.legalPerson': 'legalPerson',
  'invitee.applicantName': 'applicantName',
  'invitee.applicantMobile': 'applicantMobile',
}

/** Where an error of the server is shown; null when it belongs to the whole form. */
export function placeOfFailure({ code, field }: Pick<ActionFailureError, 'code' | 'field'>): Place | null {
  return placesOfCodes[code] ?? placesOfFields[field ?? ''] ?? null
}
