import type { ActionFailureError } from '../../../cloud/call'
import type { ActionInput, Authorization, LinkMode } from '../../../cloud/types'
import type { SheetFile } from '../../../files/pick-sheet'
import { createDraft } from '../../../form/draft'
import {
  type AdministratorDraft,
  type AdministratorField,
  faultOf,
  isBlank,
  noAdministrator,
  toAdministrator,
} from '../shared/administrator'

export type SourceKind = 'file' | 'text' | 'empty'

export interface BatchDraft {
  /** null: the suggested one. */
  title: string | null
  source: SourceKind | null
  file: SheetFile | null
  text: string
  linkMode: LinkMode
  authorization: Authorization | 'none'
  administrator: AdministratorDraft
}

export const batchDraft = createDraft<BatchDraft>({
  title: null,
  source: null,
  file: null,
  text: '',
  linkMode: 'single',
  authorization: 'none',
  administrator: noAdministrator,
})

/** What the contract takes. */
export const longest = { title: 50, text: 300_000 }

/** A field of the form, or a part of it, at which something can be wrong. */
export type FormField = 'title' | 'source' | AdministratorField

export type CreateInput = ActionInput<'batch.create'>
export type CreateContent = Omit<CreateInput, 'clientKey'>

/** There is something to import. */
export function hasSource({ source, file, text }: BatchDraft): boolean {
  if (source === 'file') return file !== null
  if (source === 'text') return text.trim() !== ''
  return source === 'empty'
}

/** The first field that cannot be sent as it is; null when all can. */
export function wrongField(draft: BatchDraft, title: string): FormField | null {
  if (title.trim() === '') return 'title'
  if (draft.source === 'text' && draft.text.length > longest.text) return 'source'
  return isBlank(draft.administrator) ? null : (faultOf(draft.administrator)?.field ?? null)
}

/** `fileId`: of the uploaded spreadsheet, where that is the source. */
export function toContent(draft: BatchDraft, title: string, fileId: string | null): CreateContent {
  const { linkMode, authorization, administrator } = draft
  return {
    title: title.trim(),
    linkMode,
    authorization: authorization === 'none' ? null : authorization,
    ...(isBlank(administrator) ? {} : { administrator: toAdministrator(administrator) }),
    source: sourceOf(draft, fileId),
  }
}

function sourceOf({ source, text }: BatchDraft, fileId: string | null): CreateContent['source'] {
  if (fileId !== null) return { kind: 'file', fileId }
  if (source === 'text') return { kind: 'text', text }
  return { kind: 'empty' }
}

const fieldsOfCodes: Readonly<Partial<Record<ActionFailureError['code'], FormField>>> = {
  FILE_UNREADABLE: 'source',
  SHEET_EMPTY: 'source',
  SHEET_NO_HEADING: 'source',
  TOO_MANY_ROWS: 'source',
}
const fieldsOfPaths: Readonly<Record<string, FormField>> = {
  title: 'title',
  source: 'source',
  'source.text': 'source',
  'source.fileId': 'source',
  'administrator.name': 'name',
  'administrator.mobile': 'mobile',
  'administrator.idNumber': 'idNumber',
}

/** Where an error of the server is shown; null when it belongs to the whole form. */
export function fieldOfFailure({
  code,
  field: path,
}: Pick<ActionFailureError, 'code' | 'field'>): FormField | null {
  return fieldsOfCodes[code] ?? fieldsOfPaths[path ?? ''] ?? null
}
