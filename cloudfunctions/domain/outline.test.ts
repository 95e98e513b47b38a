import { type FlowOutline, inOurWords, type Outline } from './outline'

const flow = (id: string): FlowOutline => ({
  subject: 'organization',
  id,
  ours: true,
  state: 'underWay',
  rawState: 'DOING',
  failure: '企业三要素不通过',
  steps: [
    { kind: 'face', maker: 'alipay', id: `${id}-step`, rawKind: 'FACE', state: 'failed' },
    { kind: 'manualReview', maker: null, id: `${id}-other`, rawKind: 'AUDIT', state: 'notStarted' },
  ],
})

test('the person it is about is told how it goes, without ids and words of the vendor, of the flows beneath too', () => {
  const whole: Outline = { ...flow('f-1'), createdAt: 1, changedAt: 2, related: [flow('f-2')] }
  const ours = {
    subject: 'organization',
    state: 'underWay',
    rawState: '',
    failure: '',
    id: '',
    ours: null,
    steps: [
      { kind: 'face', maker: 'alipay', state: 'failed', id: '', rawKind: '' },
      { kind: 'manualReview', maker: null, state: 'notStarted', id: '', rawKind: '' },
    ],
  }
  expect(inOurWords(whole)).toEqual({ ...ours, createdAt: 1, changedAt: 2, related: [ours] })
})
