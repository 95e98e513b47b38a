import type { InviteeIssue, IssueCode, Subject } from '../../../cloud/types'
import { fieldLabel } from '../shared-invitation/words'
import { inviteText } from './texts'

type Column = InviteeIssue['column']

/** Columns whose malformed value can be said more exactly than that it is malformed. */
const shaped = {
  mobile: 'issue.malformed.mobile',
  applicantMobile: 'issue.malformed.mobile',
  idNumber: 'issue.malformed.idNumber',
  registerNumber: 'issue.malformed.registerNumber',
  bizId: 'issue.malformed.bizId',
} as const satisfies Partial<Record<Column, string>>
const isShaped = (column: Column): column is keyof typeof shaped => column in shaped

/** `第 12 行 · 手机号` and what to mend there. */
export function issueText(issue: InviteeIssue, subject: Subject): { where: string; what: string } {
  const { line, column, code, other } = issue
  return {
    where: inviteText('issue.where', { line, column: fieldLabel(column, subject) }),
    what: whatText(code, column, other),
  }
}

function whatText(code: IssueCode, column: Column, other: number | undefined): string {
  if (code === 'malformed' && isShaped(column)) return inviteText(shaped[column])
  if (code === 'duplicate' && other !== undefined) return inviteText('issue.duplicate.of', { other })
  return inviteText(`issue.${code}`)
}

/** Lines at fault of which nothing is listed: the server stops listing at some point. */
export function linesNotListed(issues: readonly InviteeIssue[], faulty: number): number {
  return Math.max(0, faulty - new Set(issues.map(each => each.line)).size)
}
