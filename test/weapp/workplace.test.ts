import type { OpenApp } from '../../sandbox/simulator/jsdom'
import { pressOn, quiet } from './compiled'
import { openWorkplace } from './workplace-app'
import { createWorkplaceWorld, daysOf, emptyFigures, figuresOf, type WorkplaceWorld } from './workplace-cloud'

let world: WorkplaceWorld
let app: OpenApp

beforeEach(() => {
  world = createWorkplaceWorld()
})
afterEach(() => {
  const trouble = [...app.errors(), ...app.sim.stats.warnings]
  app.close()
  expect(trouble).toEqual([])
})

async function open(path = 'packages/workplace/home/index') {
  app = await openWorkplace(path, world)
  await app.until(() => app.q('#figures-30, #claim-code, #failed, #workplace'))
  await quiet(app)
}
const press = (target: string) => pressOn(app, target)
const route = () => app.sim.pages().at(-1)?.route
const cells = () => app.qa('.p-workplace__cells [role="button"]').map(each => each.id)
const style = (selector: string) => app.q(selector)?.getAttribute('style')
const label = (selector: string) => app.q(selector)?.getAttribute('aria-label')

describe('the way in', () => {
  test('the home page leads here, whatever the vendors offer', async () => {
    world.batch = false
    await open('pages/home/index')
    expect(app.q('#batches')).toBeNull()
    await press('#workplace')
    await app.until(() => route() === 'packages/workplace/home/index')
    await app.until(() => app.q('#verifications'))
  })

  test('whoever is no operator may become one, and sees the rooms and figures then', async () => {
    world.role = null
    await open()
    expect(app.q('#figures')).toBeNull()
    app.type('#claim-code', 'a1b2')
    await press('#claim')
    await app.until(() => app.q('#funnel'))
    await app.until(() => cells().join() === 'invitations,verifications,batches,legacy')
  })

  test('a role that could not be learnt can be asked for again', async () => {
    world.fail('operator.me', 'INTERNAL')
    await open()
    expect(app.q('#verifications')).toBeNull()
    world.fail('operator.me', null)
    await press('#failed-action')
    await app.until(() => app.q('#verifications'))
  })
})

describe('the rooms', () => {
  test.each([
    [
      'owner',
      [
        'invitations',
        'verifications',
        'batches',
        'operators',
        'integration',
        'health',
        'brand',
        'requests',
        'legacy',
      ],
    ],
    ['operator', ['invitations', 'verifications', 'batches', 'legacy']],
    ['viewer', ['invitations', 'verifications', 'batches', 'legacy']],
  ] as const)('of the %s', async (role, ids) => {
    world.role = role
    await open()
    await app.until(() => app.q('#legacy'))
    expect(cells()).toEqual(ids)
  })

  test('what no vendor offers has no cell', async () => {
    world.batch = false
    world.legacy = false
    await open()
    expect(cells()).toEqual([
      'invitations',
      'verifications',
      'operators',
      'integration',
      'health',
      'brand',
      'requests',
    ])
  })

  test.each([
    ['verifications', 'packages/workplace/verifications/index'],
    ['batches', 'packages/batch/list/index'],
    ['operators', 'packages/workplace/operators/index'],
    ['legacy', 'packages/workplace/legacy/index'],
  ])('#%s leads to %s', async (id, page) => {
    await open()
    await app.until(() => app.q(`#${id}`))
    await press(`#${id}`)
    await app.until(() => route() === page)
  })
})

describe('the figures', () => {
  test('are of the last 30 Beijing days, and of 7 or 90 when asked', async () => {
    await open()
    world.figures = figuresOf({ days: daysOf(7), duration: { count: 3, median: 60_000, p90: 60_000 } })
    await press('#figures-7')
    await app.until(() => /共 3 次/.test(app.text('#duration')))
    await press('#figures-90')
    await quiet(app)
    const spans = world.inputsOf('workplace.figures').map(({ from, until }) => ({
      days: (Number(until) - Number(from)) / 86_400_000,
      beijingHour: new Date(Number(from) + 8 * 3600_000).getUTCHours(),
    }))
    expect(spans).toEqual([
      { days: 30, beijingHour: 0 },
      { days: 7, beijingHour: 0 },
      { days: 90, beijingHour: 0 },
    ])
    expect(app.qa('.p-figures__span--on').map(each => each.id)).toEqual(['figures-90'])
  })

  test('the funnel narrows, with the number and the share of the step before', async () => {
    await open()
    expect(app.text('#funnel').split('\n').slice(0, 6)).toEqual([
      '从邀请到完成',
      '已邀请',
      '200',
      '打开过',
      '160',
      '上一步的 80%',
    ])
    expect(style('#funnel-invited .p-funnel__bar')).toMatch(/width: 100%/)
    expect(style('#funnel-finished .p-funnel__bar')).toMatch(/width: 40.5%/)
    expect(label('#funnel-finished')).toBe('已完成 81，是上一步的 90%')
  })

  test('the states are one bar, said in words, with a legend of those there are', async () => {
    await open()
    expect(label('#states-bar')).toBe(
      '已认证 105 张，占 70%；办理中 15 张，占 10%；待本人办理 9 张，占 6%；未通过 12 张，占 8%；已过期 6 张，占 4%；已取消 3 张，占 2%',
    )
    expect(app.text('#states-verified').split('\n')).toEqual(['已认证', '105', '70%'])
    expect(app.q('#states-revoked')).toBeNull()
  })

  test('the time it takes is a sentence', async () => {
    await open()
    expect(app.text('#duration-median')).toBe('一半的人在 4 分钟内完成')
    expect(app.text('#duration-p90')).toBe('90% 的人在 1 小时 20 分钟内完成')
  })

  test('reasons stand in their order, in words', async () => {
    await open()
    expect(app.qa('[id^="failure-"]').map(each => app.text(each).split('\n'))).toEqual([
      ['机构核验没有通过', '9', '43%'],
      ['超过有效期没有办完', '6', '29%'],
      ['企业基本信息没有通过核对', '3', '14%'],
      ['本人取消', '3', '14%'],
    ])
  })

  test('each vendor has a line of numbers', async () => {
    await open()
    expect(app.text('#vendor-ess').split('\n')).toEqual([
      '腾讯电子签',
      '30',
      '20',
      '5',
      '5',
      '1 小时 35 分钟',
    ])
    expect(app.text('#vendor-esign').split('\n').at(-1)).toBe('–')
  })

  test('today is chosen first; a tap on a bar and the arrows choose another day', async () => {
    await open()
    expect(app.text('#days-chosen').split('\n')).toEqual(['11月22日', '发起 11，通过 7，未通过 2'])
    await press('#day-2026-11-20')
    await app.until(() => app.text('#days-chosen') === '11月20日\n发起 9，通过 6，未通过 0')
    await press('#days-after')
    await app.until(() => app.text('#days-chosen') === '11月21日\n发起 4，通过 2，未通过 1')
    await press('#days-before')
    await press('#days-before')
    await app.until(() => app.text('#days-chosen') === '11月19日\n发起 2，通过 1，未通过 2')
  })

  test('there is no day after today', async () => {
    await open()
    await press('#days-after')
    await quiet(app)
    expect(app.text('#days-chosen')).toMatch(/^11月22日/)
  })

  test('ninety days are sent in less than 64 KB, and another chosen day in less than 1 KB', async () => {
    world.figures = figuresOf({ days: daysOf(90) })
    await open()
    const sum = (from: number) =>
      app.sim.stats.setData.slice(from).reduce((total, each) => total + each.bytes, 0)
    expect(app.qa('.p-days__bar')).toHaveLength(90)
    expect(sum(0)).toBeLessThan(64 * 1024)
    const before = app.sim.stats.setData.length
    await press('#day-2026-09-01')
    await app.until(() => /^9月1日/.test(app.text('#days-chosen')))
    expect(sum(before)).toBeLessThan(1024)
  })

  test('where there is nothing at all, one line says so', async () => {
    world.figures = emptyFigures
    await open()
    expect(app.text('#figures-empty')).toMatch(/^还没有数据/)
    expect(app.q('#first-invitation')).toBeTruthy()
    expect(app.q('#funnel')).toBeNull()
  })

  test('that take long to count for the first time are asked for again, until all is counted', async () => {
    world.figures = figuresOf({ uncounted: 12 })
    await open()
    expect(app.text('#figures-uncounted')).toMatch(/还有 12 天/)
    expect(app.q('#funnel')).not.toBeNull()
    world.figures = figuresOf()
    await app.until(() => app.q('#figures-uncounted') === null)
  })

  test('a picture without data says so for itself', async () => {
    world.figures = {
      ...emptyFigures,
      verifications: { total: 2, states: { ...emptyFigures.verifications.states, ready: 2 } },
    }
    await open()
    expect(app.text('#funnel-empty')).toBe('还没有数据')
    expect(app.text('#duration-empty')).toBe('还没有数据')
    expect(app.text('#days-empty')).toBe('还没有数据')
    expect(app.text('#vendors-empty')).toBe('还没有数据')
    expect(app.text('#failures-empty')).toBe('没有未通过的认证')
  })

  test('that cannot be had are tried again, and the rooms stay open meanwhile', async () => {
    world.fail('workplace.figures', 'FORBIDDEN')
    await open()
    expect(app.text('#failed')).toMatch(/您没有这项操作的权限/)
    expect(app.q('#verifications')).not.toBeNull()
    world.fail('workplace.figures', null)
    await press('#failed-action')
    await app.until(() => app.q('#funnel'))
    expect(app.q('#failed')).toBeNull()
  })
})
