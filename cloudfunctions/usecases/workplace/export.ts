import type { FileResult } from '../../contract/batch'
import type { Language } from '../../domain/batch/headings'
import { dayOf } from '../../domain/day'
import { ActionError } from '../../domain/errors'
import type { Invitation } from '../../domain/invitation/invitation'
import type { Condition } from '../../platform/store'
import type { Deps } from '../kit/deps'
import { allPages, pageSize } from '../kit/pages'
import { invitationFields, invitationTable, verificationFields, verificationTable } from './exportTables'
import { sheetTexts } from './exportTexts'
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
  const sheet = verificationTable(deps, language, found.reverse())
  return sheetFile(`${title} ${dayOf(deps.clock())}`, format, sheet)
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
  const title = campaign ? `${campaign.title} ${name}` : `${name} ${dayOf(deps.clock())}`
  const rows = campaign ? found.sort((a, b) => a.number - b.number) : found.reverse()
  return sheetFile(title, format, invitationTable(deps, language, rows))
}
