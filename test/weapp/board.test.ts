import type { OpenApp } from '../../sandbox/simulator/jsdom'
import { openPage } from './batch-app'
import { type BatchWorld, batchId, createBatchWorld } from './batch-cloud'
import { quiet } from './compiled'

let app: OpenApp
afterEach(() => {
  const trouble = [...app.errors(), ...app.sim.stats.warnings]
  app.close()
  expect(trouble).toEqual([])
})

async function open(world: BatchWorld): Promise<void> {
  app = await openPage('board', world)
  await app.until(() => app.q('#row-1') && app.q('#board-bar'))
  await quiet(app)
}

const rowsInTree = () => app.qa('.p-row').length
const rowsShown = () => app.qa('.p-row:not(.c-hidden)').map(row => row.id)
const mark = () => app.sim.stats.setData.length
const sentSince = (before: number) => app.sim.stats.setData.slice(before).map(record => record.bytes)
const sum = (bytes: number[]) => bytes.reduce((total, each) => total + each, 0)
const polls = (world: BatchWorld) => world.calls.filter(call => call.action === 'batch.refresh').length

async function afterPoll(world: BatchWorld): Promise<void> {
  const before = polls(world)
  await app.until(() => polls(world) > before, 10_000)
  await quiet(app)
}

/** jsdom lays nothing out: a row has its height at 375 px, the list begins at the top. */
function scrollTo(row: number): void {
  const page = app.sim.topElement()
  page.scrollTop = row * 68
  page.dispatchEvent(new app.window.Event('scroll'))
}

describe('a thousand rows under way', () => {
  let world: BatchWorld
  beforeEach(async () => {
    world = createBatchWorld(1000, () => 'ready')
    await open(world)
  })

  test('only those around the screen are in the tree, and the first paint is small', () => {
    const bytes = sentSince(0)
    console.log(`board of 1,000 rows, first paint: ${sum(bytes)} B (${bytes.join(' + ')})`)
    expect(rowsInTree()).toBeGreaterThan(20)
    expect(rowsInTree()).toBeLessThan(60)
    expect(sum(bytes)).toBeLessThan(64 * 1024)
  })

  test('a row that changes costs less than 1 KB', async () => {
    const before = mark()
    world.move([7], 'processing')
    await app.until(() => app.text('#row-7').includes('办理中'), 10_000)
    await quiet(app)
    console.log(`board of 1,000 rows, a change of one row: ${sentSince(before).join(' + ')} B`)
    expect(sum(sentSince(before))).toBeLessThan(1024)
    expect(app.text('#board-filter-processing')).toContain('1')
  })

  test('a row that leaves the filter stays in its place until the list is made anew', async () => {
    app.tap('#board-filter-ready')
    await quiet(app)
    const before = mark()
    world.move([2], 'processing')
    await app.until(() => app.text('#row-2').includes('办理中'), 10_000)
    await quiet(app)
    expect(sum(sentSince(before))).toBeLessThan(1024)
    expect(app.text('#board-tools')).toContain('1 家的进度有变化')
    app.tap('#board-regroup')
    await app.until(() => !app.q('#row-2'))
  })

  test('an answer without news sends nothing', async () => {
    const before = mark()
    await afterPoll(world)
    expect(sentSince(before)).toEqual([])
  })

  test('scrolling brings other rows into the same elements', async () => {
    const elements = rowsInTree()
    scrollTo(400)
    await app.until(() => app.q('#row-401'))
    expect(app.q('#row-1')).toBeNull()
    expect(rowsInTree()).toBe(elements)
    expect(app.text('#row-401')).toContain('第401分店')
    await quiet(app)
    const before = mark()
    scrollTo(402)
    await quiet(app)
    expect(sentSince(before)).toEqual([])
    scrollTo(408)
    await app.until(() => app.q('#row-430'))
    await quiet(app)
    console.log(`board of 1,000 rows, half a screen further: ${sentSince(before).join(' + ')} B`)
    app.tap('#row-410')
    await app.until(() => app.sim.pages().at(-1)?.route === 'packages/batch/row/index')
    expect(app.sim.pages().at(-1)?.query).toEqual({ rowId: `${batchId}_00410` })
  })

  test('a search finds rows by code at once and without the server', async () => {
    const calls = world.calls.length
    app.type('#board-search', 'ma1k0777')
    await app.until(() => rowsShown().length === 1)
    expect(rowsShown()).toEqual(['row-777'])
    app.tap('#board-search-clear')
    await app.until(() => app.q('#row-1'))
    expect(world.calls.slice(calls).filter(call => call.action !== 'batch.refresh')).toEqual([])
  })
})

describe('drafts', () => {
  test('only after consent the rows without issues are sent', async () => {
    const world = createBatchWorld(30, () => 'draft')
    await open(world)
    expect(app.text('#board-filter-issues')).toContain('3')
    app.tap('#board-submit')
    await app.until(() => app.q('#submit-sheet'))
    expect(app.text('#submit-count')).toContain('将提交 27 家')
    expect(app.text('#submit-issues')).toContain('另有 3 家')
    expect(() => app.tap('#submit-confirm')).toThrow('disabled')
    app.check('#submit-consent')
    await app.until(() => !app.q('#submit-confirm')?.hasAttribute('disabled'))
    app.tap('#submit-confirm')
    await app.until(() => app.text('#board-filter-sending').includes('27'))
    const sent = world.calls.find(call => call.action === 'batch.submit')
    expect(sent?.input).toEqual({ id: batchId, confirmed: true })
  })

  test('when only the answer to a submission is lost, the board shows all the same that it went', async () => {
    const world = createBatchWorld(30, () => 'draft')
    const { answer } = world
    world.answer = (action, input) => {
      const answered = answer(action, input)
      if (action === 'batch.submit') throw new Error('request:fail timeout')
      return answered
    }
    await open(world)
    app.tap('#board-submit')
    await app.until(() => app.q('#submit-sheet'))
    app.check('#submit-consent')
    await app.until(() => !app.q('#submit-confirm')?.hasAttribute('disabled'))
    app.tap('#submit-confirm')
    await app.until(() => app.text('#board-filter-sending').includes('27'))
    expect(app.text('#act-failed')).toContain('网络不通')
    expect(app.q('#board-submit')).toBeNull()
  })

  test('suggestions are taken over in one tap', async () => {
    await open(createBatchWorld(18, () => 'draft'))
    app.tap('#board-fix')
    await app.until(() => app.text('#board-submit') === '提交 17 家')
  })

  test('chosen drafts are removed after a question', async () => {
    await open(createBatchWorld(5, () => 'draft'))
    app.tap('#board-select')
    await app.until(() => app.q('#select-all'))
    app.tap('#row-2')
    app.tap('#select-4')
    await app.until(() => app.text('#bulk-remove') === '移除 2')
    app.tap('#bulk-remove')
    await app.until(() => app.q('#bulk-confirm'))
    app.tap('#bulk-confirm')
    await app.until(() => rowsShown().join() === 'row-1,row-3,row-5')
  })

  test('a viewer sees everything and does nothing', async () => {
    const world = createBatchWorld(5, () => 'draft')
    world.role = 'viewer'
    app = await openPage('board', world)
    await app.until(() => app.q('#row-5'))
    await quiet(app)
    expect(app.q('#board-bar')).toBeNull()
  })
})

describe('what needs a person', () => {
  let world: BatchWorld
  beforeEach(async () => {
    world = createBatchWorld(6, number =>
      number <= 2 ? 'indeterminate' : number <= 4 ? 'rejected' : 'ready',
    )
    await open(world)
    app.tap('#board-select')
    await app.until(() => app.q('#select-all'))
  })

  test('resubmitting says that the vendor may have the first submission', async () => {
    app.tap('#select-all')
    await app.until(() => app.text('#bulk-resubmit') === '重新提交 4')
    app.tap('#bulk-resubmit')
    await app.until(() => app.q('#bulk-unsure'))
    expect(app.text('#bulk-unsure')).toContain('其中 2 家')
    app.tap('#bulk-confirm')
    await app.until(() => app.text('#board-filter-sending').includes('4'))
    const asked = world.calls.find(call => call.action === 'batch.resolve')
    expect(asked?.input).toMatchObject({ decision: 'resubmit' })
  })

  test('canceling decides about some and withdraws the others', async () => {
    app.tap('#select-all')
    await app.until(() => app.text('#bulk-cancel') === '取消认证 6')
    app.tap('#bulk-cancel')
    await app.until(() => app.q('#bulk-confirm'))
    app.tap('#bulk-confirm')
    await app.until(() => app.text('#board-filter-canceled').includes('6'))
    const ids = (action: string) => world.calls.find(call => call.action === action)?.input.rowIds
    expect(ids('batch.resolve')).toHaveLength(4)
    expect(ids('batch.cancel')).toHaveLength(2)
  })

  test('the right administrator is sent, and what could not be cleared is named', async () => {
    app.tap('#row-5')
    app.tap('#row-6')
    await app.until(() => app.text('#bulk-repair') === '更换管理员 2')
    app.tap('#bulk-repair')
    await app.until(() => app.q('#repair-sheet'))
    app.tap('#repair-confirm')
    await app.until(() => app.text('#error-repair-name') !== '')
    app.type('#repair-name', '李梅')
    app.type('#repair-mobile', '13900139000')
    app.type('#repair-id-number', '11010519491231002x')
    app.tap('#repair-confirm')
    await app.until(() => app.q('#not-cleared'))
    expect(app.text('#not-cleared')).toContain('流程正在办理中')
    expect(world.calls.find(call => call.action === 'batch.repair')?.input.administrator).toEqual({
      name: '李梅',
      mobile: '13900139000',
      idType: 'residentId',
      idNumber: '11010519491231002X',
    })
  })
})
