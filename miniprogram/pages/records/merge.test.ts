import { merge } from './merge'

type View = Parameters<typeof merge>[0][number]
const view = (id: string, updatedAt = 1): View => ({
  id,
  vendor: 'qiyuesuo',
  subject: 'person',
  purpose: 'general',
  state: 'ready',
  phase: 'act',
  nextStep: 'open',
  canRetry: true,
  canCancel: true,
  reviewing: false,
  assurance: null,
  problem: null,
  already: false,
  reason: null,
  mode: 'any',
  maskedName: null,
  maskedContact: '138****0000',
  attempt: 1,
  steps: [],
  createdAt: 1,
  updatedAt,
  expiresAt: 9,
})
const ids = (views: View[]) => views.map(each => each.id)

test('the next page goes behind, without doubles', () => {
  expect(ids(merge([view('a'), view('b')], [view('b'), view('c')], 'after'))).toEqual(['a', 'b', 'c'])
})

test('a refresh puts new ones in front and keeps what was scrolled to', () => {
  expect(ids(merge([view('b'), view('c')], [view('a'), view('b')], 'before'))).toEqual(['a', 'b', 'c'])
})

test('known ones are updated in their place', () => {
  expect(merge([view('a'), view('b')], [view('b', 2)], 'before').map(each => each.updatedAt)).toEqual([1, 2])
})
