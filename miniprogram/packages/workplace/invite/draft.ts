import type { FallbackMode, InviteeField, Mode, PageField, Subject, VendorId } from '../../../cloud/types'
import type { SheetFile } from '../../../files/pick-sheet'
import { createDraft } from '../../../form/draft'

export type DaysChoice = '7' | '30' | '90' | 'own'
export type SourceKind = 'file' | 'text'
export type RedirectKind = 'none' | 'miniProgram' | 'webUrl'

export interface InviteDraft {
  subject: Subject
  title: string
  note: string
  vendor: VendorId | 'any'
  mode: Mode | 'open'
  fallbackModes: readonly FallbackMode[]
  editableFields: readonly PageField[]
  fields: Readonly<Record<InviteeField, string>>
  locked: readonly InviteeField[]
  bizId: string
  days: DaysChoice
  ownDays: string
  uses: 'one' | 'several'
  most: string
  redirect: RedirectKind
  appId: string
  path: string
  url: string
  source: SourceKind | null
  file: SheetFile | null
  text: string
}

export const noFields: InviteDraft['fields'] = {
  name: '',
  mobile: '',
  idNumber: '',
  registerNumber: '',
  legalPerson: '',
  applicantName: '',
  applicantMobile: '',
  email: '',
  bankNumber: '',
  bankMobile: '',
  applicantEmail: '',
}

export const emptyDraft: InviteDraft = {
  subject: 'person',
  title: '',
  note: '',
  vendor: 'any',
  mode: 'open',
  fallbackModes: [],
  editableFields: [],
  fields: noFields,
  locked: [],
  bizId: '',
  days: '30',
  ownDays: '',
  uses: 'one',
  most: '',
  redirect: 'none',
  appId: '',
  path: '',
  url: '',
  source: null,
  file: null,
  text: '',
}

/** Kept apart: what was typed for one person is of no use for a spreadsheet. */
export const oneDraft = createDraft(emptyDraft)
export const manyDraft = createDraft(emptyDraft)

/** What the contract takes. */
export const longest = { title: 30, note: 200, appId: 18, path: 256, url: 500, text: 300_000 }

export function withField(draft: InviteDraft, field: InviteeField, value: string): Partial<InviteDraft> {
  return { fields: { ...draft.fields, [field]: value } }
}

export function withLock(draft: InviteDraft, field: InviteeField, on: boolean): Partial<InviteDraft> {
  return { locked: withChoice(draft.locked, field, on) }
}

/** With or without one of them. */
export function withChoice<T>(chosen: readonly T[], one: T, on: boolean): readonly T[] {
  const others = chosen.filter(each => each !== one)
  return on ? [...others, one] : others
}
