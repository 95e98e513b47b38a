import { parts, progress } from './progress'

const none = {
  draft: 0,
  queued: 0,
  sending: 0,
  indeterminate: 0,
  accepted: 0,
  ready: 0,
  processing: 0,
  verified: 0,
  already: 0,
  rejected: 0,
  canceled: 0,
}
const of = (counts: Partial<typeof none>, faulty = 0, letterRejected = 0) =>
  progress({ counts: { ...none, ...counts }, faulty, letterRejected })

test('rows on their way are under way, rows that wait for a person need attention', () => {
  expect(
    of({
      queued: 1,
      sending: 2,
      accepted: 3,
      ready: 4,
      processing: 5,
      verified: 6,
      indeterminate: 7,
      already: 8,
      rejected: 9,
    }),
  ).toEqual({ verified: 6, underWay: 15, attention: 24, notSent: 0, canceled: 0 })
})

test('drafts with issues need attention, the others were just not sent', () => {
  expect(of({ draft: 10, canceled: 1 }, 4)).toEqual({
    verified: 0,
    underWay: 0,
    attention: 4,
    notSent: 6,
    canceled: 1,
  })
})

test('a rejected letter counts once', () => {
  expect(of({ processing: 5 }, 0, 2)).toEqual({
    verified: 0,
    underWay: 3,
    attention: 2,
    notSent: 0,
    canceled: 0,
  })
})

test('the parts add up to all rows', () => {
  const parted = of({ draft: 3, ready: 2, verified: 1, canceled: 4 }, 2, 1)
  expect(parts.reduce((sum, part) => sum + parted[part], 0)).toBe(10)
})
