import type { RowState, RowView } from '../../../cloud/types'
import { bulkKinds, parted, rowsFor, unsure } from './bulk'
import { filterKeys, folded, hasIssues, passes, stages, tallyOf } from './filters'

const row = (state: RowState, own: Partial<RowView> = {}): RowView => ({
  id: state,
  number: 1,
  name: '',
  creditCode: '',
  state,
  rawStatus: null,
  letterRejected: false,
  issues: 0,
  updatedAt: 0,
  ...own,
})
const states: RowState[] = [
  'draft',
  'queued',
  'sending',
  'accepted',
  'indeterminate',
  'ready',
  'processing',
  'verified',
  'already',
  'rejected',
  'canceled',
]
const rows = states.map(state => row(state))
const ids = (found: readonly RowView[]) => found.map(({ id }) => id)

test('every row is in exactly one part of the bar, and in all of them together', () => {
  for (const each of rows) {
    expect(stages.filter(stage => passes(each, stage))).toHaveLength(1)
    expect(passes(each, 'all')).toBe(true)
  }
  expect(ids(rows.filter(each => passes(each, 'sending')))).toEqual(['queued', 'sending', 'accepted'])
  const tally = tallyOf(rows)
  for (const key of filterKeys)
    expect([key, tally[key]]).toEqual([key, rows.filter(each => passes(each, key)).length])
  expect(tallyOf([]).all).toBe(0)
})

test.each([
  [row('draft', { issues: 1 }), true],
  [row('draft'), false],
  [row('processing', { issues: 1 }), false],
  [row('processing', { letterRejected: true }), true],
])('somebody must correct %j: %s', (each, wrong) => {
  expect([hasIssues(each), passes(each, 'issues'), tallyOf([each]).issues]).toEqual([
    wrong,
    wrong,
    wrong ? 1 : 0,
  ])
})

test('what nobody looks at when searching is folded', () => {
  expect(folded('示例（北京） ABC\t有限\u3000公司（1）')).toBe('示例(北京)abc有限公司(1)')
})

test('what can be done with many at once is done with those it can be done with', () => {
  expect(Object.fromEntries(bulkKinds.map(kind => [kind, ids(rowsFor(kind, rows))]))).toEqual({
    repair: ['accepted', 'ready', 'processing'],
    resubmit: ['indeterminate', 'rejected'],
    cancel: ['queued', 'accepted', 'indeterminate', 'ready', 'processing', 'rejected'],
    remove: ['draft'],
  })
  expect(unsure(rows)).toBe(1)
})

test('canceling decides about some and withdraws others', () => {
  expect(parted(rowsFor('cancel', rows))).toEqual({
    undecided: ['indeterminate', 'rejected'],
    others: ['queued', 'accepted', 'ready', 'processing'],
  })
})
