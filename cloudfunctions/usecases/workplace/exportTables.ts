import type { Language } from '../../domain/batch/headings'
import { beijingTime } from '../../domain/day'
import { failureOf, verifiedAt } from '../../domain/ending'
import type { Invitation } from '../../domain/invitation/invitation'
import type { Verification } from '../../domain/verification'
import type { SheetToWrite } from '../../platform/sheet'
import type { Deps } from '../kit/deps'
import {
  assuranceTexts,
  invitationStateTexts,
  reasonTexts,
  sheetTexts,
  stateTexts,
  subjectTexts,
} from './exportTexts'

/** What of a verification is needed for its row. */
export const verificationFields = [
  'listKey',
  '_id',
  'vendor',
  'subject',
  'maskedName',
  'maskedContact',
  'state',
  'rawStatus',
  'assurance',
  'reason',
  'problem',
  'already',
  'bizId',
  'history',
  'createdAt',
  'updatedAt',
] as const
export type ListedVerification = Pick<Verification, (typeof verificationFields)[number]>

/** What of an invitation is needed for its row. */
export const invitationFields = [
  'listKey',
  'number',
  'title',
  'maskedName',
  'maskedContact',
  'bizId',
  'state',
  'openedAt',
  'createdAt',
  'expiresAt',
  'verified',
] as const
export type ListedInvitation = Pick<Invitation, (typeof invitationFields)[number]>

type Column<T> = [
  heading: keyof (typeof sheetTexts)['zh'],
  width: number,
  text: (of: T, language: Language, deps: Naming) => string,
]

const moment = (at: number | null): string => (at === null ? '' : beijingTime(at))

const verificationColumns: readonly Column<ListedVerification>[] = [
  ['id', 38, of => of._id],
  ['vendor', 14, (of, language, { vendorNames }) => vendorNames[of.vendor]?.[language] ?? of.vendor],
  ['subject', 14, (of, language) => subjectTexts[language][of.subject]],
  ['name', 36, of => of.maskedName ?? ''],
  ['contact', 24, of => of.maskedContact],
  ['state', 16, (of, language) => stateTexts[language][of.state]],
  ['rawStatus', 20, of => of.rawStatus ?? ''],
  ['assurance', 36, (of, language) => (of.assurance === null ? '' : assuranceTexts[language][of.assurance])],
  ['reason', 36, (of, language) => reasonText(of, language)],
  ['bizId', 24, of => of.bizId ?? ''],
  ['createdAt', 22, of => moment(of.createdAt)],
  ['updatedAt', 22, of => moment(of.updatedAt)],
  ['verifiedAt', 22, of => moment(verifiedAt(of))],
]

const invitationColumns: readonly Column<ListedInvitation>[] = [
  // One made by itself has no place in a spreadsheet.
  ['number', 8, of => (of.number === 0 ? '' : String(of.number))],
  ['title', 30, of => of.title],
  ['name', 36, of => of.maskedName],
  ['contact', 24, of => of.maskedContact],
  ['bizId', 24, of => of.bizId],
  ['state', 16, (of, language) => invitationStateTexts[language][of.state]],
  ['openedAt', 22, of => moment(of.openedAt)],
  ['invitedAt', 22, of => moment(of.createdAt)],
  ['expiresAt', 22, of => moment(of.expiresAt)],
  ['verified', 14, of => String(of.verified)],
]

type Naming = Pick<Deps, 'vendorNames'>

export function verificationTable(
  deps: Naming,
  language: Language,
  documents: readonly ListedVerification[],
): SheetToWrite {
  const name = sheetTexts[language].verifications
  return { name, ...table(verificationColumns, documents, language, deps) }
}

export function invitationTable(
  deps: Naming,
  language: Language,
  documents: readonly ListedInvitation[],
): SheetToWrite {
  const name = sheetTexts[language].invitations
  return { name, ...table(invitationColumns, documents, language, deps) }
}

function table<T>(columns: readonly Column<T>[], documents: readonly T[], language: Language, deps: Naming) {
  return {
    columns: columns.map(([heading, width]) => ({ heading: sheetTexts[language][heading], width })),
    rows: documents.map(each => columns.map(([, , text]) => text(each, language, deps))),
  }
}

function reasonText(of: ListedVerification, language: Language): string {
  const reason = failureOf(of)
  return reason === null ? '' : reasonTexts[language][reason]
}
