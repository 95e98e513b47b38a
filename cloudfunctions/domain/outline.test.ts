import { type FlowOutline, type Outline, withoutIds } from './outline'

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

test('who only wants to know how it goes is told everything but the ids, of the flows beneath too', () => {
  const whole: Outline = { ...flow('f-1'), createdAt: 1, changedAt: 2, related: [flow('f-2')] }
  const shown = withoutIds(whole)
  expect(JSON.stringify(shown)).not.toMatch(/f-[12]/)
  const bare = { ...flow(''), ours: null }
  const steps = bare.steps.map(step => ({ ...step, id: '' }))
  expect(shown).toEqual({ ...bare, steps, createdAt: 1, changedAt: 2, related: [{ ...bare, steps }] })
})
