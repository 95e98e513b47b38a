import { ago } from '../../../i18n/time'
import { healthText } from './texts'
import {
  backlogText,
  callbackText,
  functionText,
  reachedText,
  sweepProblem,
  sweepText,
  usageText,
  vendorText,
} from './words'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

const now = 1_700_000_000_000
const minute = 60_000
const sweep = { at: now, ms: 1200, left: false, failed: null, late: false }

test('a timer that never ran, that stopped and that failed are told apart; one that runs is not told of', () => {
  expect(sweepProblem(null)).toMatch(/还没有运行过/)
  expect(sweepProblem({ ...sweep, late: true })).toMatch(/定时器停了/)
  expect(sweepProblem({ ...sweep, failed: 'INTERNAL' })).toMatch(/INTERNAL/)
  expect(sweepProblem(sweep)).toBeNull()
})

test('a backlog says how much, and since when', () => {
  expect(backlogText({ kind: 'rows', count: 0, more: false, since: null }, now)).toBe('没有')
  const some = { kind: 'rows', count: 3, more: false, since: now - 5 * minute } as const
  for (const none of [{ count: 0 }, { since: null }])
    expect(backlogText({ ...some, ...none }, now)).toBe('没有')
  expect(backlogText(some, now)).toBe('3 件，最早的 5 分钟前')
  expect(backlogText({ ...some, count: 100, more: true }, now)).toMatch(/^超过 100 件/)
})

test('of a vendor counts what was seen last', () => {
  const of = (answeredAt: number | null, failedAt: number | null) =>
    vendorText({ id: 'ess', answeredAt, failedAt, failure: failedAt === null ? null : 'leftAlone' }, now)
  expect(of(null, null)).toBe('还没有')
  expect(of(now - minute, now - 2 * minute)).toBe('1 分钟前有应答')
  expect(of(now - 2 * minute, now - minute)).toBe('1 分钟前一再没有应答，暂停询问')
  expect(of(now - minute, now - minute)).toBe('1 分钟前有应答')
  const unsaid = { id: 'ess', answeredAt: now - 2 * minute, failedAt: now - minute, failure: null } as const
  expect(vendorText(unsaid, now)).toBe('2 分钟前有应答')
})

test('reads and writes are compared by the day, calls by the month', () => {
  const used = { reads: 1000, writes: 10, calls: 288 }
  const usage = { today: used, aDay: used, limits: { reads: 50_000, writes: null, calls: 200_000 } }
  expect(usageText('reads', usage)).toBe('今天 1000，一整天约 1000，占 2.0%')
  expect(usageText('writes', usage)).toBe('今天 10，一整天约 10')
  expect(usageText('calls', usage)).toBe('今天 288，一个月约 8640，占 4.3%')
  const limits = { ...usage.limits, calls: null }
  expect(usageText('calls', { ...usage, limits })).toBe('今天 288，一个月约 8640')
})

test('a function with other settings or of another release stands out', () => {
  const one = { name: 'sweep', at: now - minute, release: '1+a', agrees: true } as const
  expect(functionText(one, now, '1+a')).toBe('1 分钟前')
  expect(functionText(one, now, '1+b')).toBe('版本不同：1+a')
  expect(functionText({ ...one, agrees: false }, now, '1+a')).toMatch(/环境变量/)
})

test('a clock that is a minute off is told of, and a route that drops the path', () => {
  const reached = { ms: 12, ahead: 59_000 }
  expect(reachedText(null)).toBe('连不上')
  expect(reachedText(reached)).toBe('12 毫秒')
  expect(reachedText({ ms: 12, ahead: null })).toBe('12 毫秒')
  expect(reachedText({ ms: 12, ahead: 60_000 })).toBe('我们的时钟快 60 秒')
  expect(reachedText({ ms: 12, ahead: -61_000 })).toBe('我们的时钟慢 61 秒')
  expect(callbackText({ reached, passes: true, egress: '' })).toBe('12 毫秒')
  expect(callbackText({ reached, passes: false, egress: '' })).toMatch(/没有传路径/)
  expect(callbackText({ reached: null, passes: false, egress: '' })).toBe('连不上')
})

test('when the timer ran last and how long, or that it never did', () => {
  expect(sweepText(null, now)).toBe(healthText('never'))
  expect(sweepText(sweep, now)).toBe(healthText('sweep.last', { ago: ago(now, now), n: 2 }))
})
