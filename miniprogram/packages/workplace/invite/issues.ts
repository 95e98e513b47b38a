import type { InviteeIssue, Subject } from '../../../cloud/types'
import { fieldLabel } from '../shared-invitation/words'
import { inviteText } from './texts'

type Column = InviteeIssue['column']

/** Columns whose malformed value can be said more exactly than that it is malformed. */
const shaped = {
  mobile: 'issue.malformed.mobile',
  applicantMobile: 'issue.malformed.mobile',
  idNumber: 'issue.malformed.idNumber',
  registerNumber: 'issue.malformed.registerNumber',
} as const satisfies Partial<Record<Column, string>>
const isShaped = (column: Column): column is keyof typeof shaped => column in shaped

/** `第 12 行 · 手机号` and what to mend there. */
export function issueText(issue: InviteeIssue, subject: Subject): { where: string; what: string } {
  const { line, column } = issue
  return {
    where: inviteText('issue.where', { line, column: fieldLabel(column, subject) }),
    what: whatText(issue),
  }
}

function whatText({ code, column, other, suggestion }: InviteeIssue): string {
  if (code === 'malformed' && isShaped(column)) return inviteText(shaped[column])
  if (code === 'duplicate' && other !== undefined) return inviteText('issue.duplicate.of', { other })
  if (code === 'unclear' && suggestion !== undefined) return inviteText('issue.unclear.as', { suggestion })
  return inviteText(`issue.${code}`)
}

/** Lines at fault of which nothing is listed: the server stops listing at some point. */
export function linesNotListed(issues: readonly InviteeIssue[], faulty: number): number {
  return Math.max(0, faulty - new Set(issues.map(each => each.line)).size)
}
