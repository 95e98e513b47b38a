import { inOneRun } from './app'

jest.mock('./platform/budget', () => ({
  ...jest.requireActual('./platform/budget'),
  createBudget: () => ({ run: (ms: number, work: () => unknown) => ({ ms, done: work() }) }),
}))

test('a run may wait twelve seconds for others, in all', () => {
  expect(inOneRun(() => 'done')).toEqual({ ms: 12_000, done: 'done' })
})
