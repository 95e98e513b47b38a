/** How far an organization's flow got, and what leads on from there. */

/** As `DescribeBatchOrganizationRegistrationTasks` tells it. */
export const STATUSES = ['Processing', 'Create', 'Submit', 'Authorization', 'Failed'] as const
export type Status = (typeof STATUSES)[number]

/** Of the letter: 0 not submitted, 1 passed, 2 rejected, 3 in review, 4 AI reading, 5 customer confirms. */
export type AuditStatus = 0 | 1 | 2 | 3 | 4 | 5

/** How the administrator is authorized: 0 not known yet, 1 letter, 2 by the legal person, 3 is the legal person. */
export type AuthType = 0 | 1 | 2 | 3

export const ORGANIZATION_ACTIONS = ['submit', 'authorize', 'pass', 'review', 'rejectLetter', 'fail'] as const
export type OrganizationAction = (typeof ORGANIZATION_ACTIONS)[number]

export type OrganizationMsgType =
  | 'CreateOrganization'
  | 'OrganizationAuthorization'
  | 'OrgAuthorizationFileSubmit'
  | 'OrganizationAuthorizationFileReview'
export type MsgType = OrganizationMsgType | 'UserAccountVerify'

export interface Progress {
  status: Status
  auditStatus: AuditStatus
  verified: boolean
}

export interface Step {
  to: Progress
  tells: readonly OrganizationMsgType[]
}

const CREATED: OrganizationMsgType = 'OrganizationAuthorization'
const SENT: OrganizationMsgType = 'OrgAuthorizationFileSubmit'
const REVIEWED: OrganizationMsgType = 'OrganizationAuthorizationFileReview'
const DONE: OrganizationMsgType = 'CreateOrganization'

const inReview: Progress = { status: 'Authorization', auditStatus: 3, verified: false }

interface Circumstances {
  /** The legal person passes it directly; only otherwise there is a letter. */
  byLetter: boolean
  /** The letter came with the submission, so that its review begins at once. */
  letterSent: boolean
}

/** What an action leads to; `undefined` when it cannot be done now. */
export function stepOf(
  now: Progress,
  action: OrganizationAction,
  { byLetter, letterSent }: Circumstances,
): Step | undefined {
  const { status, auditStatus, verified } = now
  if (verified || status === 'Processing' || status === 'Failed') return undefined
  const begun: readonly OrganizationMsgType[] = status === 'Create' ? [CREATED] : []
  const isInReview = auditStatus === 3
  const sent: readonly OrganizationMsgType[] = isInReview ? [] : [SENT]
  switch (action) {
    case 'submit':
      return status === 'Create' ? { to: { ...now, status: 'Submit' }, tells: begun } : undefined
    case 'authorize':
      if (status !== 'Submit') return undefined
      return byLetter && letterSent
        ? { to: inReview, tells: sent }
        : { to: { ...now, status: 'Authorization' }, tells: [] }
    case 'review':
      return byLetter && !isInReview ? { to: inReview, tells: [...begun, SENT] } : undefined
    case 'rejectLetter':
      if (!byLetter || auditStatus === 2) return undefined
      return { to: { ...inReview, auditStatus: 2 }, tells: [...begun, ...sent, REVIEWED] }
    case 'pass':
      return {
        to: { status: 'Authorization', auditStatus: byLetter ? 1 : 0, verified: true },
        tells: byLetter ? [...begun, ...sent, REVIEWED, DONE] : [...begun, DONE],
      }
    case 'fail':
      return { to: { ...now, status: 'Failed' }, tells: begun }
  }
}
