import type { ActionFailureError } from '../../../cloud/call'
import type { InviteeField } from '../../../cloud/types'
import { businessNumber, faultOf } from '../../../form/typed'
import { daysOf, formFieldsIn, kindOf, mostOf } from './content'
import { type InviteDraft, longest } from './draft'

/** A field of the form, or a part of it, at which something can be wrong. */
export type FormField =
  | 'title'
  | 'note'
  | 'vendor'
  | 'mode'
  | 'page'
  | 'source'
  | 'bizId'
  | 'days'
  | 'most'
  | 'appId'
  | 'path'
  | 'url'
  | InviteeField

const within = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most

/** The first field that cannot be sent as it is, in the order of the form; null when all can. */
export function wrongField(draft: InviteDraft, many: boolean): FormField | null {
  if (draft.title.trim() === '') return 'title'
  if (many && draft.source === 'text' && draft.text.length > longest.text) return 'source'
  const wrong = many ? null : wrongInvitee(draft)
  if (wrong) return wrong
  if (!many && faultOf(businessNumber, draft.bizId)) return 'bizId'
  if (!within(daysOf(draft), 365)) return 'days'
  if (!many && !within(mostOf(draft), 1000)) return 'most'
  return wrongRedirect(draft)
}

function wrongInvitee(draft: InviteDraft): InviteeField | null {
  const { subject, fields } = draft
  return formFieldsIn(draft).find(field => faultOf(kindOf(field, subject), fields[field])) ?? null
}

/** What was probably meant at a field; null when nobody knows. */
export function suggestionAt(field: FormField, draft: InviteDraft): string | null {
  const { subject, fields } = draft
  const ours = formFieldsIn(draft).find(each => each === field)
  return ours === undefined ? null : (faultOf(kindOf(ours, subject), fields[ours])?.suggestion ?? null)
}

function wrongRedirect({ redirect, appId, path, url }: InviteDraft): FormField | null {
  const address = url.trim()
  if (redirect === 'miniProgram' && !/^wx[0-9a-f]{16}$/.test(appId.trim())) return 'appId'
  if (redirect === 'miniProgram' && path.trim().length > longest.path) return 'path'
  if (redirect === 'webUrl' && (address.length > longest.url || !/^https:\/\/[^\s]+$/.test(address)))
    return 'url'
  return null
}

/** There is something to import. */
export function hasSource({ source, file, text }: InviteDraft): boolean {
  if (source === 'file') return file !== null
  return source === 'text' && text.trim() !== ''
}

const fieldsOfCodes: Readonly<Partial<Record<ActionFailureError['code'], FormField>>> = {
  FILE_UNREADABLE: 'source',
  SHEET_EMPTY: 'source',
  SHEET_NO_HEADING: 'source',
  TOO_MANY_ROWS: 'source',
  VENDOR_OFF: 'vendor',
}
const fieldsOfPaths: Readonly<Record<string, FormField>> = {
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
  'invitee.email': 'email',
  'invitee.bankNumber': 'bankNumber',
  'invitee.bankMobile': 'bankMobile',
  'invitee.applicantEmail': 'applicantEmail',
  fallbackModes: 'page',
  editableFields: 'page',
}

/** Where an error of the server is shown; null when it belongs to the whole form. */
export function fieldOfFailure({
  code,
  field: path,
}: Pick<ActionFailureError, 'code' | 'field'>): FormField | null {
  return fieldsOfCodes[code] ?? fieldsOfPaths[path ?? ''] ?? null
}
