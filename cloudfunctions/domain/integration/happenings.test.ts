import { noCounts } from '../batch/lifecycle'
import type { BatchRow } from '../batch/row'
import type { InvitationAuditRow } from '../invitation/invitation'
import type { AuditRow } from '../verification'
import { ofBatch, ofInvitation, ofRows, ofVerification } from './happenings'

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

test('one of an invitation says which; one of before there were such things says none', () => {
  const [told] = ofVerification({ ...verification, invitationId: 'i_1' }, [row({})])
  expect(told?.data.invitationId).toBe('i_1')
  const { bizId: _, invitationId: __, ...old } = verification
  const [early] = ofVerification(old as typeof verification, [row({})])
  expect(early?.data).toMatchObject({ bizId: '', invitationId: null })
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
  const told = ofInvitation({ subject: 'person', vendor: null, bizId: 'order-7' }, [invitationRow(event)])
  const data = {
    id: 'i_1',
    state: 'started',
    subject: 'person',
    vendor: null,
    bizId: 'order-7',
    sequence: 20,
  }
  expect(told).toStrictEqual(type ? [{ source: 'i_1_20', type, subjectId: 'i_1', at: 5, data }] : [])
})

test('a row is told as it stands, by the length of its history', () => {
  const history: BatchRow['history'] = [
    { state: 'accepted', at: 5, cause: 'taskAccepted' },
    { state: 'ready', at: 7, cause: 'linkPrepared' },
    { state: 'verified', at: 9, cause: 'vendorVerified' },
  ]
  const stored = { _id: 'b_1_00003', batchId: 'b_1', number: 3, state: 'verified', history } as const
  expect(ofRows([stored, { ...stored, history: [] }])).toMatchObject([
    {
      source: 'b_1_00003#3',
      type: 'batch.row.updated',
      subjectId: 'b_1_00003',
      at: 9,
      data: { id: 'b_1_00003', batchId: 'b_1', number: 3, state: 'verified', sequence: 3 },
    },
    { source: 'b_1_00003#0', at: 0 },
  ])
})

test('of a batch only its end is told, in numbers', () => {
  const counts = { ...noCounts(), verified: 5, already: 1, rejected: 2, canceled: 3 }
  const act = { operator: 'o', previousHash: '', hash: '', batchId: 'b_1', rows: 11, sequence: 4, at: 9 }
  const told = ofBatch({ counts }, [
    { ...act, _id: 'b_1_3', event: 'repaired' },
    { ...act, _id: 'b_1_4', event: 'finished' },
  ])
  expect(told).toEqual([
    {
      source: 'b_1_4',
      type: 'batch.finished',
      subjectId: 'b_1',
      at: 9,
      data: { id: 'b_1', total: 11, verified: 5, already: 1, rejected: 2, canceled: 3, sequence: 4 },
    },
  ])
})

test('an erased verification is told only if that ended it', () => {
  expect(ofVerification(verification, [row({ cause: 'erased' })])).toEqual([])
  expect(ofVerification(verification, [row({ cause: 'erased', to: 'canceled' })])).toMatchObject([
    { type: 'verification.updated' },
  ])
})
