import type { TrafficRow } from '../shapes'
import { company, creditCode } from './company'
import { describeOrder, orderGroups } from './orders'
import { personas, residentId } from './persona'
import { bytesText, emptyStats, withMessage } from './phone-stats'
import { ofParty, partiesOf, withRows } from './traffic-rows'
import { zh } from './words'

const row = (key: string, at: number, more: Partial<TrafficRow> = {}): TrafficRow => ({
  key,
  at,
  ms: 0,
  from: 'phone',
  to: 'api',
  what: '',
  status: 'ok',
  failed: false,
  detail: {},
  ...more,
})

describe('fictitious people', () => {
  it('have id numbers with the check digit of GB 11643 (the second is the example of the standard)', () => {
    expect(personas.map(one => one.idNumber)).toEqual([
      '110101199001010015',
      '110101199001010023',
      '110101199001010031',
    ])
    expect(residentId('110105', '19491231', '002')).toBe('11010519491231002X')
  })

  it('have mobile numbers of 11 digits that no network gives out', () => {
    for (const { mobile } of personas) expect(mobile).toMatch(/^100\d{8}$/)
  })
})

describe('fictitious companies', () => {
  it('have codes with the check signs of GB 11714 and GB 32100 (the first is the example of the standard)', () => {
    expect(creditCode('91', '350100', 'M000100Y')).toBe('91350100M000100Y43')
    expect(company.creditCode).toBe('91110000MA0TEB00XA')
  })
})

describe('orders', () => {
  it('include the error codes of a vendor that has some', () => {
    const titles = (errors: { code: number; message: string }[]) =>
      orderGroups({ errors }).map(group => group.title)
    expect(titles([{ code: 442, message: 'INVALID TOKEN' }])).toEqual([
      'outcomes',
      'callbacks',
      'network',
      'errorCodes',
    ])
    expect(titles([])).toEqual(['outcomes', 'callbacks', 'network'])
  })

  it.each([
    [{ id: 1, appliesTo: 'person', timesLeft: 1, outcome: 'fail', callback: 'missing' }, '失败 · 丢失回调'],
    [{ id: 2, appliesTo: 'person', timesLeft: 3, outcome: 'pass', auto: true }, '通过 · 直接 · × 3'],
    [{ path: '/v2', timesLeft: 1, error: { code: 442, message: 'INVALID TOKEN' } }, '/v2 · 错误码 442'],
    [{ latencyMs: 3000, hang: true }, '慢 3 s · 不回答'],
    [{ callbackDelayMs: 5 }, 'callbackDelayMs 5'],
  ])('are named: %j', (order, name) => {
    expect(describeOrder(order, key => zh[key])).toBe(name)
  })
})

describe('what the phone tells', () => {
  it('is summed up', () => {
    const told = [
      { phone: 1, type: 'route', route: 'pages/home/index', depth: 1 },
      { phone: 1, type: 'setData', bytes: 2000 },
      { phone: 1, type: 'setData', bytes: 300 },
      { phone: 1, type: 'api', name: 'navigateTo', outcome: 'ok' },
      { phone: 1, type: 'api', name: 'callFunction', target: 'api', outcome: 'fail', errMsg: 'timeout' },
      {
        phone: 1,
        type: 'api',
        name: 'getStorage',
        outcome: 'fail',
        errMsg: 'getStorage:fail data not found',
      },
      { phone: 1, type: 'api', name: 'scanCode', outcome: 'fail', errMsg: 'scanCode:fail cancel' },
      { phone: 1, type: 'error', where: 'App', message: 'broken' },
    ]
    expect(told.reduce(withMessage, emptyStats())).toEqual({
      route: 'pages/home/index',
      lastSetData: 300,
      totalSetData: 2300,
      setDataCalls: 2,
      apiCalls: 4,
      failedApiCalls: 1,
      lastFailure: { where: 'callFunction api', message: 'timeout' },
      errors: [{ where: 'App', message: 'broken' }],
    })
  })

  it('is told apart from other messages', () => {
    const stats = emptyStats()
    for (const message of [
      null,
      'x',
      { type: 'error' },
      { phone: 1, type: 'share' },
      { phone: 1, type: 'setData' },
    ]) {
      expect(withMessage(stats, message)).toBe(stats)
    }
  })

  it('is shown in bytes and kilobytes', () => {
    expect([bytesText(1023), bytesText(1536)]).toEqual(['1023 B', '1.5 KB'])
  })
})

describe('traffic rows', () => {
  it('stand newest first, each key once', () => {
    const rows = withRows([row('a-1', 1), row('a-2', 3)], [row('b-1', 2), row('a-1', 1)])
    expect(rows.map(one => one.key)).toEqual(['a-2', 'b-1', 'a-1'])
  })

  it('name the only function that ran when a vendor was called, also when it was over later', () => {
    const asked = row('qiyuesuo-1', 105, { from: 'functions', to: 'qiyuesuo' })
    const before = withRows([], [asked])
    expect(before[0]?.from).toBe('functions')

    const after = withRows(before, [row('cloud-1', 100, { ms: 20, to: 'api' })])
    expect(after[0]?.from).toBe('api')
  })

  it('name no function when two ran at that moment', () => {
    const rows = withRows(
      [row('cloud-1', 100, { ms: 20 }), row('cloud-2', 100, { ms: 20, to: 'sweep', from: 'timer' })],
      [row('qiyuesuo-1', 105, { from: 'functions', to: 'qiyuesuo' })],
    )
    expect(rows[0]?.from).toBe('functions')
  })

  it('are filtered by either end', () => {
    const rows = [row('a', 1), row('b', 2, { from: 'timer', to: 'sweep' })]
    expect(ofParty(rows, 'sweep').map(one => one.key)).toEqual(['b'])
    expect(ofParty(rows, '')).toHaveLength(2)
    expect(partiesOf(rows, ['api'])).toEqual(['api', 'phone', 'timer', 'sweep'])
  })

  it('are at most 300', () => {
    const many = Array.from({ length: 400 }, (_, index) => row(`a-${index}`, index))
    const kept = withRows([], many)
    expect([kept.length, kept[0]?.at]).toEqual([300, 399])
  })
})
