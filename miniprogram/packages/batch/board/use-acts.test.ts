import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import type { RowState, RowView } from '../../../cloud/types'
import { boardText } from './texts'
import { useActs } from './use-acts'
import { useBoard } from './use-board'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

let at: number
const row = (number: number, state: RowState, own: Partial<RowView> = {}): RowView => ({
  id: `r_${number}`,
  number,
  name: `示例${number}`,
  creditCode: '',
  state,
  rawStatus: null,
  letterRejected: false,
  issues: 0,
  updatedAt: at,
  ...own,
})
const batch = (own: object = {}) => ({
  id: 'b_1',
  phase: 'running',
  total: 2,
  faulty: 0,
  updatedAt: at,
  ...own,
})
const config = 'config.get'

beforeEach(() => {
  jest.useFakeTimers()
  phone.reset()
  at = 1000
  phone.answers('batch.get', () => ({ batch: batch(), rows: [row(1, 'draft'), row(2, 'ready')], asOf: 50 }))
  phone.answers('batch.refresh', () => ({ batch: batch(), rows: [], asOf: 60 }))
})
afterEach(() => jest.useRealTimers())

async function opened() {
  const page = mount(() => {
    const state = useBoard('b_1', 2)
    return { ...state, acts: useActs('b_1', state) }
  })
  await jest.advanceTimersByTimeAsync(0)
  page()
  return page
}
const asked = () => phone.asked.filter(([action]) => action !== config)

describe('looking on', () => {
  test('all rows once, then what changed, again and again while the batch runs', async () => {
    const page = await opened()
    expect(asked()).toEqual([['batch.get', { id: 'b_1', since: 0 }]])
    expect(page()).toMatchObject({ batch: { id: 'b_1' }, failure: null })
    expect(page().board.size()).toBe(2)
    await jest.advanceTimersByTimeAsync(2000)
    expect(asked()[1]).toEqual(['batch.refresh', { id: 'b_1', since: 50 }])
    await jest.advanceTimersByTimeAsync(2999)
    expect(asked()).toHaveLength(2)
    await jest.advanceTimersByTimeAsync(1)
    expect(asked()[2]).toEqual(['batch.refresh', { id: 'b_1', since: 60 }])
  })

  test('a batch that does not run is not asked about', async () => {
    phone.answers('batch.get', () => ({ batch: batch({ phase: 'done' }), rows: [], asOf: 50 }))
    await opened()
    await jest.advanceTimersByTimeAsync(120_000)
    expect(asked()).toHaveLength(1)
  })

  test('news begin the short pauses anew', async () => {
    await opened()
    await jest.advanceTimersByTimeAsync(2000)
    at = 2000
    phone.answers('batch.refresh', () => ({ batch: batch(), rows: [row(1, 'ready')], asOf: 70 }))
    await jest.advanceTimersByTimeAsync(3000)
    expect(asked()).toHaveLength(3)
    phone.answers('batch.refresh', () => refused('NETWORK'))
    await jest.advanceTimersByTimeAsync(2000)
    expect(asked()).toHaveLength(4)
    // No answer is no news.
    await jest.advanceTimersByTimeAsync(2999)
    expect(asked()).toHaveLength(4)
  })

  test('every look begins the short pauses anew', async () => {
    const page = await opened()
    for (const _ of [1, 2, 3]) {
      await jest.advanceTimersByTimeAsync(1000)
      await phone.happens('pullDown')
      page()
    }
    expect(asked()).toHaveLength(4)
    await jest.advanceTimersByTimeAsync(1999)
    expect(asked()).toHaveLength(4)
    await jest.advanceTimersByTimeAsync(1)
    expect(asked()).toHaveLength(5)
  })

  test('looked at twice at the same moment, one question is enough', async () => {
    const page = await opened()
    await Promise.all([page().look(), page().look()])
    expect(asked()).toHaveLength(2)
  })

  test('what an act knew earlier than the board is not shown', async () => {
    const page = await opened()
    page().take(Object({ batch: batch({ total: 9, updatedAt: 500 }), rows: [] }))
    expect(page().batch).toMatchObject({ total: 2, updatedAt: 1000 })
  })

  test('a number that does not fit means that rows are gone: all are read anew', async () => {
    const page = await opened()
    phone.answers('batch.get', () => ({ batch: batch({ total: 1 }), rows: [row(1, 'draft')], asOf: 80 }))
    phone.answers('batch.refresh', () => ({ batch: batch({ total: 1 }), rows: [], asOf: 70 }))
    await jest.advanceTimersByTimeAsync(2000)
    expect(asked().slice(1)).toEqual([
      ['batch.refresh', { id: 'b_1', since: 50 }],
      ['batch.get', { id: 'b_1', since: 0 }],
    ])
    expect(page().board.size()).toBe(1)
    // That was news.
    await jest.advanceTimersByTimeAsync(2000)
    expect(asked()[3]).toEqual(['batch.refresh', { id: 'b_1', since: 80 }])
  })

  test('shown again or pulled down it is looked at once more; rows that wait come into the list', async () => {
    const page = await opened()
    page().board.setFilter('ready')
    at = 2000
    phone.answers('batch.refresh', () => ({ batch: batch(), rows: [row(1, 'ready')], asOf: 70 }))
    await phone.happens('show')
    await jest.advanceTimersByTimeAsync(0)
    expect(page().board.shot()).toMatchObject({ listed: [1, 2], drifted: 0 })
    expect(asked()).toHaveLength(2)
    await phone.happens('pullDown')
    expect([asked().length, phone.given('stopPullDownRefresh')]).toEqual([3, [undefined]])
    // Short pauses again.
    page()
    await jest.advanceTimersByTimeAsync(2000)
    expect(asked()).toHaveLength(4)
  })

  test('one that does not run is read, not refreshed, when somebody looks', async () => {
    phone.answers('batch.get', () => ({ batch: batch({ phase: 'done' }), rows: [], asOf: 50 }))
    const page = await opened()
    await phone.happens('show')
    await jest.advanceTimersByTimeAsync(0)
    expect(asked()[1]).toEqual(['batch.get', { id: 'b_1', since: 50 }])
    expect(page().board.size()).toBe(0)
  })

  test('before the first answer nothing is asked for twice, and a failure is shown', async () => {
    phone.answers('batch.get', () => refused('NETWORK'))
    const page = await opened()
    await phone.happens('show')
    await jest.advanceTimersByTimeAsync(0)
    expect([asked().length, page().failure?.code]).toEqual([1, 'NETWORK'])
    phone.answers('batch.get', () => ({ batch: batch(), rows: [row(1, 'draft'), row(2, 'ready')], asOf: 50 }))
    await page().look()
    expect([page().failure, page().board.size()]).toEqual([null, 2])
  })
})

describe('acts', () => {
  /** What an act answers: the first row as it is now. */
  const changed =
    (state: RowState, own: object = {}) =>
    () => {
      at = 2000
      return { batch: batch(own), rows: [row(1, state)], asOf: 9999 }
    }

  test.each([
    ['submit', { id: 'b_1', confirmed: true }],
    ['cancel', { id: 'b_1' }],
    ['fix', { id: 'b_1' }],
  ] as const)('%s takes over what the server answers', async (name, input) => {
    const page = await opened()
    phone.answers(`batch.${name}`, changed('queued'))
    page().board.setFilter('sending')
    const { submit, cancelBatch, fix } = page().acts
    const acting = { submit, cancel: cancelBatch, fix }[name]()
    expect(page().acts.busy).toBe(name === 'cancel' ? 'cancelBatch' : name)
    await acting
    expect(phone.inputs(`batch.${name}`)).toEqual([input])
    expect(page().board.row(1)?.state).toBe('queued')
    expect(page().board.shot().listed).toEqual([1])
    expect(page().batch?.updatedAt).toBe(2000)
    // It is watched with short pauses, from where it was.
    await jest.advanceTimersByTimeAsync(2000)
    expect(asked()[2]).toEqual(['batch.refresh', { id: 'b_1', since: 50 }])
  })

  test('sending asks first, and the sheet is gone once it is pressed', async () => {
    const page = await opened()
    phone.answers('batch.submit', () => refused('BUSY'))
    page().acts.askSubmit()
    expect(page().acts.sheet).toEqual({ kind: 'submit' })
    await page().acts.submit()
    expect(page().acts).toMatchObject({ sheet: null, failure: { kind: 'submit', error: { code: 'BUSY' } } })
    page().acts.askCancelBatch()
    expect(page().acts.sheet).toEqual({ kind: 'cancelBatch' })
    page().acts.close()
    page().acts.dismiss()
    expect(page().acts).toMatchObject({ sheet: null, failure: null, busy: null })
  })

  test('what was made right is said otherwise than that nothing was', async () => {
    phone.answers('batch.get', () => ({ batch: batch({ faulty: 2 }), rows: [], asOf: 50 }))
    const page = await opened()
    phone.answers('batch.fix', changed('draft', { faulty: 2 }))
    await page().acts.fix()
    phone.answers('batch.fix', changed('draft', { faulty: 1 }))
    page()
    await page().acts.fix()
    expect(phone.given('showToast')).toEqual([
      { title: boardText('fix.none'), icon: 'none' },
      { title: boardText('fix.done'), icon: 'none' },
    ])
  })

  test('an export opens; a phone that cannot says so', async () => {
    const page = await opened()
    phone.answers('batch.export', () => ({ name: '八月.xlsx', content: '' }))
    await page().acts.exportAs('rows' as never, 'zh')
    expect(phone.inputs('batch.export')).toEqual([{ id: 'b_1', what: 'rows', language: 'zh' }])
    expect(phone.did.map(([name]) => name)).toEqual(['showLoading', 'hideLoading', 'openDocument'])
    expect(phone.given('showLoading')).toEqual([{ title: expect.stringMatching(/./) }])
    phone.isFull()
    await page().acts.exportAs('rows' as never, 'zh')
    expect(phone.given('showToast')).toEqual([{ title: expect.stringMatching(/./), icon: 'none' }])
    phone.answers('batch.export', () => refused('BUSY'))
    await page().acts.exportAs('rows' as never, 'zh')
    expect(phone.given('hideLoading')).toHaveLength(3)
    expect(page().acts.failure?.kind).toBe('export')
  })

  test('every act begins the short pauses anew', async () => {
    const page = await opened()
    phone.answers('batch.cancel', () => ({ batch: batch(), rows: [], asOf: 9999 }))
    for (const _ of [1, 2, 3]) {
      await jest.advanceTimersByTimeAsync(1000)
      await page().acts.cancelBatch()
      page()
    }
    expect(asked()).toHaveLength(4)
    await jest.advanceTimersByTimeAsync(1999)
    expect(asked()).toHaveLength(4)
    await jest.advanceTimersByTimeAsync(1)
    expect(asked()).toHaveLength(5)
  })

  /** The board while both rows are chosen. */
  async function chosen() {
    const page = await opened()
    page().board.select(true)
    for (const number of [1, 2]) page().board.toggle(number)
    return page
  }

  test('a sheet opens for those of the chosen rows it can be done with, and for none not at all', async () => {
    const page = await chosen()
    page().acts.openBulk('resubmit')
    expect(page().acts.sheet).toBeNull()
    page().acts.openBulk('remove')
    expect(page().acts.sheet).toMatchObject({ kind: 'bulk', act: 'remove', rows: [{ id: 'r_1' }] })
    page().acts.openBulk('repair')
    expect(page().acts.sheet).toMatchObject({ kind: 'repair', rows: [{ id: 'r_2' }] })
  })

  test('rows that are removed are gone, and nothing is chosen any more', async () => {
    const page = await chosen()
    at = 2000
    phone.answers('batch.removeRows', () => ({ batch: batch({ total: 1 }), removed: ['r_1'] }))
    await page().acts.doBulk('remove', [row(1, 'draft')])
    expect(phone.inputs('batch.removeRows')).toEqual([{ id: 'b_1', rowIds: ['r_1'] }])
    expect(page().board.size()).toBe(1)
    expect(page().batch?.total).toBe(1)
    expect(page().board.shot().selecting).toBe(false)
  })

  test('sending again is a decision; canceling decides about some and withdraws the others', async () => {
    const page = await chosen()
    phone.answers('batch.resolve', changed('queued'))
    phone.answers('batch.cancel', changed('canceled'))
    await page().acts.doBulk('resubmit', [row(1, 'rejected')])
    expect(page().board.row(1)?.state).toBe('queued')
    await page().acts.doBulk('cancel', [row(1, 'rejected'), row(2, 'ready')])
    await page().acts.doBulk('cancel', [row(1, 'rejected')])
    await page().acts.doBulk('cancel', [row(2, 'ready')])
    expect(asked().slice(1)).toEqual([
      ['batch.resolve', { id: 'b_1', rowIds: ['r_1'], decision: 'resubmit' }],
      ['batch.resolve', { id: 'b_1', rowIds: ['r_1'], decision: 'cancel' }],
      ['batch.cancel', { id: 'b_1', rowIds: ['r_2'] }],
      ['batch.resolve', { id: 'b_1', rowIds: ['r_1'], decision: 'cancel' }],
      ['batch.cancel', { id: 'b_1', rowIds: ['r_2'] }],
    ])
  })

  test('what fails leaves what was chosen', async () => {
    const page = await chosen()
    phone.answers('batch.removeRows', () => refused('BUSY'))
    await page().acts.doBulk('remove', [row(1, 'draft')])
    expect(page().acts.failure?.kind).toBe('remove')
    expect(page().board.chosen()).toHaveLength(2)
  })

  test.each([[[]], [[{ rowId: 'r_2', text: '不行' }]]])(
    'a repair says of which rows it was none: %j',
    async notCleared => {
      const page = await chosen()
      page().acts.openBulk('repair')
      phone.answers('batch.repair', () => ({ ...changed('ready')(), notCleared }))
      const administrator = Object({ name: '测试员' })
      const repairing = page().acts.repair([row(2, 'ready')], administrator)
      expect(page().acts.busy).toBe('repair')
      await repairing
      expect(phone.inputs('batch.repair')).toEqual([{ id: 'b_1', rowIds: ['r_2'], administrator }])
      expect(page().acts.sheet).toEqual(
        notCleared.length > 0 ? { kind: 'notCleared', rows: notCleared } : null,
      )
      expect([page().board.row(1)?.state, page().board.shot().selecting]).toEqual(['ready', false])
    },
  )
})
