import type { InvitationAuditRow } from '../invitation/invitation'
import type { AuditRow } from '../verification'
import { ofInvitation, ofVerification } from './happenings'

const verification = { vendor: 'ess', subject: 'person', bizId: 'order-7', invitationId: null } as const

const row = (changes: Partial<AuditRow>): AuditRow => ({
  _id: 'v_1_2',
  verificationId: 'v_1',
  vendor: 'ess',
  sequence: 2,
  event: 'sweep',
  from: 'processing',
  to: 'processing',
  cause: 'vendorStarted',
  rawStatus: '张三',
  reason: null,
  at: 5,
  previousHash: '',
  hash: 'h',
  ...changes,
})

test.each([
  ['processing', 'verified', 'verification.verified'],
  ['ready', 'rejected', 'verification.rejected'],
  ['ready', 'expired', 'verification.expired'],
  ['verified', 'revoked', 'verification.revoked'],
  ['ready', 'processing', 'verification.updated'],
  ['ready', 'canceled', 'verification.updated'],
  // It stays verified and is only proven better.
  ['verified', 'verified', 'verification.updated'],
] as const)('%s → %s is %s', (from, to, type) => {
  expect(ofVerification(verification, [row({ from, to })])).toMatchObject([
    { type, source: 'v_1_2', subjectId: 'v_1' },
  ])
})

test('a verification is told by ids and states, never in the vendor’s words', () => {
  const [told] = ofVerification(verification, [row({ to: 'verified' })])
  expect(told?.data).toEqual({
    id: 'v_1',
    state: 'verified',
    reason: null,
    vendor: 'ess',
    subject: 'person',
    bizId: 'order-7',
    invitationId: null,
    sequence: 2,
  })
})

test('what was removed is nobody’s business', () => {
  expect(ofVerification(verification, [row({ cause: 'redacted' })])).toEqual([])
})

const invitationRow = (event: InvitationAuditRow['event']): InvitationAuditRow => ({
  _id: 'i_1_20',
  invitationId: 'i_1',
  sequence: 20,
  event,
  operator: 'openid',
  from: 'pending',
  to: 'started',
  at: 5,
  previousHash: '',
  hash: 'h',
})

test.each([
  ['opened', 'invitation.opened'],
  ['inviteeStarted', 'invitation.started'],
  ['allVerified', 'invitation.finished'],
  ['allFinished', 'invitation.finished'],
  ['timeUp', 'invitation.expired'],
  ['operatorRevoked', 'invitation.revoked'],
  ['created', null],
  ['operatorResent', null],
  ['redacted', null],
] as const)('an invitation that was %s is told as %s', (event, type) => {
  const told = ofInvitation({ subject: 'person', vendor: null, bizId: '' }, [invitationRow(event)])
  expect(told.map(each => each.type)).toEqual(type ? [type] : [])
  expect(JSON.stringify(told)).not.toContain('openid')
})
