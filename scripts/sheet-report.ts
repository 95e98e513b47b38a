import { checkRows } from '../cloudfunctions/domain/batch/check'
import { importTable } from '../cloudfunctions/domain/batch/importTable'
import { columns } from '../cloudfunctions/domain/batch/row'
import { ActionError } from '../cloudfunctions/domain/errors'
import { examineInvitees } from '../cloudfunctions/domain/invitation/importInvitees'
import type { LeftOut } from '../cloudfunctions/domain/sheet/leftOut'
import type { Choice } from '../cloudfunctions/domain/sheet/rows'
import type { Sheet } from '../cloudfunctions/platform/sheet'
import { readFile } from '../cloudfunctions/platform/sheet/readFile'
import { refusalOf, rowsOrRefusal } from '../cloudfunctions/usecases/kit/table'

export const purposes = ['batch', 'person', 'organization'] as const
export type Purpose = (typeof purposes)[number]

/** How a file is read: what `npm run try:sheet -- --json` prints. */
export interface SheetReport {
  error: { code: string; message: string } | null
  rows: ReportedRow[]
  leftOut: Pick<LeftOut, 'what' | 'name' | 'count'>[]
}
interface ReportedRow {
  /** As the spreadsheet counts, from 1. */
  line: number
  /** By column; columns that say nothing are absent. */
  fields: Record<string, string>
  issues: { field: string; code: string; suggestion: string | null }[]
}

/** `read` answers the bytes of the file. Nothing that is wrong with the file is thrown. */
export function reportOf(read: () => Buffer, purpose: Purpose, choice: Choice = {}): SheetReport {
  try {
    const sheets = readFile(read())
    return purpose === 'batch' ? batchReport(sheets, choice) : inviteesReport(sheets, purpose, choice)
  } catch (error) {
    const refusal = refusalOf(error)
    if (!(refusal instanceof ActionError)) throw error
    return { error: { code: refusal.code, message: refusal.message }, rows: [], leftOut: [] }
  }
}

/** No files come with a spreadsheet, so that none is too large. */
const limits = { licenceBytes: 0, letterBytes: 0, bodyBytes: 0 }

/** As a batch with one link for all. */
function batchReport(sheets: readonly Sheet[], choice: Choice): SheetReport {
  const { rows, leftOut } = rowsOrRefusal(importTable(sheets, choice))
  const issues = checkRows(
    rows.map(({ fields }, index) => ({ number: index + 1, fields, attachments: [] })),
    { linkMode: 'single', authorization: null, limits, now: Date.now() },
  )
  return {
    error: null,
    rows: rows.map(({ line, fields }, index) => ({
      line,
      fields: saying(Object.fromEntries(columns.map(column => [column, fields[column]]))),
      issues: (issues[index] ?? []).map(issueOf),
    })),
    leftOut: leftOut.map(leftOutOf),
  }
}

function inviteesReport(
  sheets: readonly Sheet[],
  subject: 'person' | 'organization',
  choice: Choice,
): SheetReport {
  const { lines, leftOut } = rowsOrRefusal(examineInvitees(sheets, subject, Date.now(), choice))
  return {
    error: null,
    rows: lines.map(({ row, issues }) => ({
      line: row.line,
      fields: saying({ ...row.invitee, bizId: row.bizId }),
      issues: issues.map(issueOf),
    })),
    leftOut: leftOut.map(leftOutOf),
  }
}

function saying(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''))
}

function issueOf(issue: { column: string; code: string; suggestion?: string }) {
  return { field: issue.column, code: issue.code, suggestion: issue.suggestion ?? null }
}

function leftOutOf({ what, name, count }: LeftOut) {
  return { what, name, count }
}
