import type { ImportInvitationsInput, ImportInvitationsResult } from '../../contract/invitation'
import { largestBatch } from '../../domain/batch/row'
import { ActionError } from '../../domain/errors'
import { importInvitees } from '../../domain/invitation/importInvitees'
import { canBeHad } from '../../domain/sheet/leftOut'
import type { Deps } from '../kit/deps'
import { importKeyOf } from '../kit/key'
import { rowsOrRefusal, type Spreadsheet, withSpreadsheet } from '../kit/table'
import { campaignOf, makeCampaign } from './campaign'
import { termsOf } from './create'
import { campaignView } from './list'

/**
 * One invitation a line of the spreadsheet. With anything at fault nothing is made, and what is at fault is said, unless
 * the operator wants the lines at fault left out: then they are named, and the others are made. The same client key with the same content is the same campaign.
 * Throws KEY_CONFLICT, VENDOR_OFF, the codes of files and sheets (see ../kit/table.ts), TOO_MANY_ROWS.
 */
export async function importInvitations(
  deps: Deps,
  operator: string,
  input: ImportInvitationsInput,
): Promise<ImportInvitationsResult> {
  return withSpreadsheet(deps, input.source, spreadsheet => importFrom(deps, operator, input, spreadsheet))
}

async function importFrom(
  deps: Deps,
  operator: string,
  input: ImportInvitationsInput,
  { sheets, content }: Spreadsheet,
): Promise<ImportInvitationsResult> {
  const { clientKey, days } = input
  const making = { operator, clientKey, days, terms: termsOf(deps, input) }
  const { clientKey: key, source, ...terms } = input
  const own = importKeyOf(deps, { what: 'campaign', owner: operator, key, terms, source, content })
  const earlier = await campaignOf(deps, making)
  if (earlier) {
    await own.bind()
    return {
      outcome: 'repeated',
      campaign: await campaignView(deps, earlier),
      unknownHeadings: [],
      leftOut: [],
    }
  }
  const read = rowsOrRefusal(importInvitees(await sheets(), input.subject, deps.clock(), input.reading))
  const { rows, issues, faulty, lines, unknownHeadings, leftOut } = read
  if (input.reading?.ask && leftOut.some(canBeHad)) return { outcome: 'asked', rows: lines, leftOut }
  if (lines > largestBatch) throw new ActionError('TOO_MANY_ROWS')
  const refused = faulty > 0 && !(input.reading?.leaveFaulty && rows.length > 0)
  if (refused) return { outcome: 'faulty', issues, faulty, lines, unknownHeadings, leftOut }
  await own.bind()
  const people = rows.map((row, index) => ({ ...row, number: index + 1 }))
  const campaign = await makeCampaign(deps, making, people)
  return { outcome: 'created', campaign: await campaignView(deps, campaign), unknownHeadings, leftOut }
}
