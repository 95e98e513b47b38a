import type { ImportInvitationsInput, ImportInvitationsResult } from '../../contract/invitation'
import { largestBatch } from '../../domain/batch/row'
import { ActionError } from '../../domain/errors'
import { importInvitees } from '../../domain/invitation/importInvitees'
import type { Sheet } from '../../platform/sheet/index'
import type { Deps } from '../kit/deps'
import { rowsOrRefusal, withSpreadsheet } from '../kit/table'
import { campaignOf, makeCampaign } from './campaign'
import { termsOf } from './create'
import { campaignView } from './list'

/**
 * One invitation a line of the spreadsheet. With anything at fault nothing is made, and what is at fault is said. The
 * same client key is the same campaign.
 * Throws VENDOR_OFF, the codes of files and sheets (see ../kit/table.ts), TOO_MANY_ROWS.
 */
export async function importInvitations(
  deps: Deps,
  operator: string,
  input: ImportInvitationsInput,
): Promise<ImportInvitationsResult> {
  return withSpreadsheet(deps, input.source, sheets => importFrom(deps, operator, input, sheets))
}

async function importFrom(
  deps: Deps,
  operator: string,
  input: ImportInvitationsInput,
  sheets: () => Promise<Sheet[]>,
): Promise<ImportInvitationsResult> {
  const { clientKey, days } = input
  const making = { operator, clientKey, days, terms: termsOf(deps, input) }
  const earlier = await campaignOf(deps, making)
  if (earlier) {
    return {
      outcome: 'repeated',
      campaign: await campaignView(deps, earlier),
      unknownHeadings: [],
      leftOut: [],
    }
  }
  const read = rowsOrRefusal(importInvitees(await sheets(), input.subject, deps.clock(), input.reading))
  const { rows, issues, faulty, lines, unknownHeadings, leftOut } = read
  if (lines > largestBatch) throw new ActionError('TOO_MANY_ROWS')
  if (faulty > 0) return { outcome: 'faulty', issues, faulty, lines, unknownHeadings, leftOut }
  const people = rows.map((row, index) => ({ ...row, number: index + 1 }))
  const campaign = await makeCampaign(deps, making, people)
  return { outcome: 'created', campaign: await campaignView(deps, campaign), unknownHeadings, leftOut }
}
