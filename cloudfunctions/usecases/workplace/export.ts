import type { FileResult } from '../../contract/batch'
import type { Language } from '../../domain/batch/headings'
import { beijingTime, dayOf } from '../../domain/day'
import { failureOf, verifiedAt } from '../../domain/ending'
import { ActionError } from '../../domain/errors'
import type { Invitation } from '../../domain/invitation/invitation'
import type { Verification } from '../../domain/verification'
import type { Condition } from '../../platform/store'
import type { Deps } from '../kit/deps'
import { allPages, pageSize } from '../kit/pages'
import {
  assuranceTexts,
  invitationStateTexts,
  reasonTexts,
  sheetTexts,
  stateTexts,
  subjectTexts,
} from './exportTexts'
import { type CaseFilters, conditionsOf } from './filters'
import { type SheetFormat, sheetFile } from './sheetFile'

const mostRows = 5000

interface Wanted {
  format: SheetFormat
  language: Language
}

/** Everybody's verifications that fit, newest first, masked. Throws RANGE_TOO_LARGE. */
export async function exportVerifications(
  deps: Deps,
  _openid: string,
  { format, language, ...filters }: CaseFilters & Wanted,
): Promise<FileResult> {
  const found = await allPages(mostRows, after =>
    deps.store.find('verifications', {
      where: [...conditionsOf(deps, filters), ['listKey', 'gt', after]],
      fields: verificationFields,
      orderBy: [['listKey', 'asc']],
      limit: pageSize,
    }),
  )
  const title = sheetTexts[language].verifications
  return sheetFile(`${title} ${dayOf(deps.clock())}`, format, {
    name: title,
    ...table(verificationColumns, found.reverse(), language, deps),
  })
}

/**
 * The invitations of a campaign in the order of its spreadsheet, or all of them, newest first; masked. Throws
 * NOT_FOUND, RANGE_TOO_LARGE.
 */
export async function exportInvitations(
  deps: Deps,
  _openid: string,
  { format, language, campaignId }: Wanted & { campaignId?: string | undefined },
): Promise<FileResult> {
  const campaign = campaignId === undefined ? null : await deps.store.get('campaigns', campaignId)
  if (campaignId !== undefined && !campaign) throw new ActionError('NOT_FOUND')
  const own: Condition<Invitation>[] = campaign ? [['campaignId', 'eq', campaign._id]] : []
  const found = await allPages(mostRows, after =>
    deps.store.find('invitations', {
      where: [...own, ['listKey', 'gt', after]],
      fields: invitationFields,
      orderBy: [['listKey', 'asc']],
      limit: pageSize,
    }),
  )
  const name = sheetTexts[language].invitations
  return sheetFile(campaign ? `${campaign.title} ${name}` : `${name} ${dayOf(deps.clock())}`, format, {
    name,
    ...table(invitationColumns, campaign ? found : found.reverse(), language, deps),
  })
}

const verificationFields = [
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
type ListedVerification = Pick<Verification, (typeof verificationFields)[number]>

const invitationFields = [
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
type ListedInvitation = Pick<Invitation, (typeof invitationFields)[number]>

type Column<T> = [
  heading: keyof (typeof sheetTexts)['zh'],
  width: number,
  text: (of: T, language: Language, deps: Pick<Deps, 'vendorNames'>) => string,
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

function table<T>(
  columns: readonly Column<T>[],
  documents: readonly T[],
  language: Language,
  deps: Pick<Deps, 'vendorNames'>,
) {
  return {
    columns: columns.map(([heading, width]) => ({ heading: sheetTexts[language][heading], width })),
    rows: documents.map(each => columns.map(([, , text]) => text(each, language, deps))),
  }
}

function reasonText(of: ListedVerification, language: Language): string {
  const reason = failureOf(of)
  return reason === null ? '' : reasonTexts[language][reason]
}
