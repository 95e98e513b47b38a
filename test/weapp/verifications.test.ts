import type { OpenApp } from '../../sandbox/simulator/jsdom'
import type { BootOptions, OpenedDocument } from '../../sandbox/simulator/runtime/types'
import { pressOn, quiet } from './compiled'
import { openWorkplace } from './workplace-app'
import { caseId, caseOf, createWorkplaceWorld, type WorkplaceWorld } from './workplace-cloud'

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

async function open(options: BootOptions = {}) {
  app = await openWorkplace('packages/workplace/verifications/index', world, {}, options)
  await app.until(() => app.q('#case-find, #claim-code'))
  await quiet(app)
}
const press = (target: string) => pressOn(app, target)
/** jsdom lays nothing out: the page is said to be long, and is scrolled away from its end before. */
function reachBottom() {
  Object.defineProperty(app.sim.topElement(), 'scrollHeight', { configurable: true, value: 1000 })
  app.scroll(0)
  app.scroll(1000)
}
const shown = () => app.qa('#list .p-case').map(each => each.id)
const ids = (...numbers: number[]) => numbers.map(n => `case-${caseId(n)}`)
const inputs = () => world.inputsOf('workplace.verifications')

describe('the list', () => {
  test('says whose in part, where, how it stands and when', async () => {
    await open()
    expect(app.text(`#case-${caseId(2)}`).split('\n')).toEqual([
      '杭州云上贸易有限公司',
      '人工审核中',
      '腾讯电子签 · 企业',
      '138****0000 · shop-0002',
      '10 分钟前',
    ])
    expect(app.text(`#case-${caseId(3)}`).split('\n')).toEqual([
      '未填姓名',
      '未通过',
      '契约锁 · 个人',
      '138****0000',
      '15 分钟前',
    ])
    expect(app.text('#list-end')).toBe('没有更多了')
  })

  test('comes in pages of twenty', async () => {
    world.cases = Array.from({ length: 45 }, (_each, index) => caseOf(index + 1))
    await open()
    expect(shown()).toHaveLength(20)
    expect(app.text('#list-end')).toBe('正在加载更多…')
    reachBottom()
    await app.until(() => shown().length === 40)
    await quiet(app)
    reachBottom()
    await app.until(() => shown().length === 45)
    expect(inputs()).toEqual([
      { limit: 20 },
      { limit: 20, cursor: `1_${caseId(20)}` },
      { limit: 20, cursor: `1_${caseId(40)}` },
    ])
    expect(app.text('#list-end')).toBe('没有更多了')
  })

  test('a tap opens one of them', async () => {
    await open()
    await press(`#case-${caseId(2)}`)
    await app.until(() => app.sim.pages().at(-1)?.route === 'packages/workplace/verification/index')
    expect(app.sim.pages().at(-1)?.query).toEqual({ id: caseId(2) })
  })

  test('an empty one says what will be there', async () => {
    world.cases = []
    await open()
    expect(app.text('#empty')).toMatch(/还没有认证单/)
  })

  test('that cannot be had can be tried again', async () => {
    world.fail('workplace.verifications', 'INTERNAL')
    await open()
    expect(shown()).toEqual([])
    world.fail('workplace.verifications', null)
    await press('#failed-action')
    await app.until(() => shown().length === 3)
    expect(app.q('#failed')).toBeNull()
  })

  test('whoever may not see it is told so', async () => {
    world.fail('workplace.verifications', 'FORBIDDEN')
    await open()
    expect(app.text('#failed')).toMatch(/您没有这项操作的权限/)
    expect(app.q('#empty')).toBeNull()
  })

  test('whoever is no operator is asked for a code', async () => {
    world.role = null
    await open()
    expect(inputs()).toEqual([])
    app.type('#claim-code', 'a1b2')
    await press('#claim')
    await app.until(() => shown().length === 3)
  })
})

describe('looking for one', () => {
  test('needs the whole value, says so, and asks only when told to', async () => {
    await open()
    expect(app.text()).toMatch(
      /企业名称写两个字就行；姓名、手机号、信用代码、业务编号要写全，个人信息加密保存。/,
    )
    app.type('#case-search', ' shop-0002 ')
    await quiet(app)
    expect(inputs()).toHaveLength(1)
    await press('#case-find')
    await app.until(() => shown().length === 1)
    expect(shown()).toEqual(ids(2))
    expect(inputs().at(-1)).toEqual({ text: 'shop-0002', limit: 20 })
    await press('#case-search-clear')
    await app.until(() => shown().length === 3)
  })

  test('that finds nothing leads back to all, and to an empty field', async () => {
    await open()
    app.type('#case-search', 'shop')
    await press('#case-find')
    await app.until(() => app.q('#none'))
    expect(app.text('#none')).toMatch(/要写全/)
    await press('#case-reset')
    await app.until(() => shown().length === 3)
    expect(app.q('#case-search input')?.getAttribute('value') ?? '').toBe('')
    expect(inputs().at(-1)).toEqual({ limit: 20 })
  })

  test.each([
    ['#case-state', 6, { state: 'rejected' }, [3]],
    ['#case-vendor', 2, { vendor: 'ess' }, [2]],
    ['#case-subject', 1, { subject: 'person' }, [1, 3]],
  ])('%s narrows it, and can be taken back', async (picker, choice, filter, left) => {
    await open()
    app.pick(picker, choice)
    await app.until(() => shown().length === left.length)
    expect(shown()).toEqual(ids(...left))
    expect(inputs().at(-1)).toEqual({ ...filter, limit: 20 })
    await quiet(app)
    app.pick(picker, 0)
    await app.until(() => shown().length === 3)
    expect(inputs().at(-1)).toEqual({ limit: 20 })
  })

  test('filters hold together', async () => {
    await open()
    app.pick('#case-vendor', 1)
    await app.until(() => shown().length === 2)
    await quiet(app)
    app.pick('#case-state', 1)
    await app.until(() => shown().length === 1)
    expect(inputs().at(-1)).toEqual({ state: 'verified', vendor: 'qiyuesuo', limit: 20 })
    expect(shown()).toEqual(ids(1))
  })
})

describe('exporting', () => {
  const opened: OpenedDocument[] = []
  beforeEach(() => {
    opened.length = 0
  })
  const openHearing = (options: BootOptions = {}) =>
    open({ onOpenDocument: document => opened.push(document), ...options })
  async function exportAs(format: string) {
    await press('#case-export')
    await app.until(() => app.overlayText().includes(format))
    app.tap(format)
  }
  const excel = '导出为 Excel（.xlsx）'
  const csv = '导出为 CSV（.csv）'

  test('a spreadsheet of what is shown opens', async () => {
    await openHearing()
    app.pick('#case-state', 1)
    await quiet(app)
    await exportAs(excel)
    await app.until(() => opened.length === 1)
    expect(opened).toMatchObject([{ name: '认证单.xlsx', fileType: 'xlsx', showMenu: true }])
    expect(world.inputsOf('workplace.exportVerifications')).toEqual([
      { state: 'verified', format: 'xlsx', language: 'zh' },
    ])
  })

  test('a .csv is not opened; where nothing sends it on, it is said where it is', async () => {
    await openHearing()
    await exportAs(csv)
    await app.until(() => app.q('#kept-sheet'))
    expect(app.text('#kept-where')).toBe('这里的微信不能把它发送出去。文件位置：wxfile://usr/认证单.csv')
    expect(opened).toEqual([])
    await press('#kept-close')
    await app.until(() => app.q('#kept-sheet') === null)
  })

  test('a .csv goes to a chat where WeChat can', async () => {
    const shared: unknown[] = []
    const shareFileMessage = (options: {
      filePath: string
      fileName: string
      success?: (answer: object) => void
    }) => {
      shared.push([options.filePath, options.fileName])
      options.success?.({ errMsg: 'shareFileMessage:ok' })
    }
    await openHearing({ wx: { shareFileMessage, canIUse: (name: string) => name === 'shareFileMessage' } })
    await exportAs(csv)
    await app.until(() => app.q('#kept-chat'))
    expect(app.q('#kept-where')).toBeNull()
    await press('#kept-chat')
    await app.until(() => app.q('#kept-sheet') === null)
    expect(shared).toEqual([['wxfile://usr/认证单.csv', '认证单.csv']])
  })

  test('what no answer holds is made part by part, in sight, and each part opens', async () => {
    world.fail('workplace.exportVerifications', 'RANGE_TOO_LARGE')
    await openHearing({
      downloadDomains: ['https://files.example'],
      download: async () => ({ statusCode: 200, content: new Uint8Array([80, 75]) }),
    })
    await exportAs(excel)
    await app.until(() => app.q('#large-part-2'))
    expect(app.text('#large-export').split('\n').slice(0, 5)).toEqual([
      '已分 2 份导出，共 6200 行',
      ...['第 1 份', '5000 行', '第 2 份', '1200 行'],
    ])
    expect(world.inputsOf('workplace.goOnExport').map(({ part }) => part)).toEqual([1, 2])
    await press('#large-part-2')
    await app.until(() => opened.length === 1)
    expect(opened).toMatchObject([{ name: '认证记录-2.xlsx', fileType: 'xlsx' }])
  })

  test('a part that fails is said, and goes on from there', async () => {
    world.fail('workplace.exportVerifications', 'RANGE_TOO_LARGE')
    world.fail('workplace.goOnExport', 'BUSY')
    await openHearing()
    await exportAs(csv)
    await app.until(() => app.q('#large-failed'))
    world.fail('workplace.goOnExport', null)
    await press('#large-failed-action')
    await app.until(() => app.q('#large-part-2'))
    expect(app.q('#large-failed')).toBeNull()
  })

  test('that fails says so and can be tried again', async () => {
    world.fail('workplace.exportVerifications', 'INTERNAL')
    await openHearing()
    await exportAs(excel)
    await app.until(() => app.q('#export-failed'))
    expect(app.text('#export-failed')).toMatch(/导出没有成功：服务暂时不可用/)
    world.fail('workplace.exportVerifications', null)
    await press('#export-failed-action')
    await app.until(() => app.overlayText().includes(excel))
    app.tap(excel)
    await app.until(() => opened.length === 1)
    expect(app.q('#export-failed')).toBeNull()
  })
})
