import type { RowView } from '../../../cloud/types'
import { createBoard } from './store'

const row = (number: number, part: Partial<RowView> = {}): RowView => ({
  id: `b_0_${String(number).padStart(5, '0')}`,
  number,
  name: `企业${number}`,
  creditCode: `9131000000000000${number}`,
  state: 'ready',
  rawStatus: null,
  letterRejected: false,
  issues: 0,
  updatedAt: 1000,
  ...part,
})
const boardOf = (...rows: RowView[]) => {
  const board = createBoard()
  board.replace(rows)
  return board
}

test('rows stand in the order of the spreadsheet, in whatever order they came', () => {
  expect(boardOf(row(3), row(1), row(2)).shot().listed).toEqual([1, 2, 3])
})

test('counts every row once by where it stands, and those with something to correct besides', () => {
  const board = boardOf(
    row(1, { state: 'draft', issues: 2 }),
    row(2, { state: 'draft' }),
    row(3, { state: 'queued' }),
    row(4, { state: 'accepted' }),
    row(5, { state: 'processing', letterRejected: true }),
    row(6, { state: 'canceled', issues: 1 }),
  )
  expect(board.shot().tally).toEqual({
    all: 6,
    issues: 2,
    draft: 2,
    sending: 2,
    indeterminate: 0,
    ready: 0,
    processing: 1,
    verified: 0,
    already: 0,
    rejected: 0,
    canceled: 1,
  })
})

test('a filter lists only its rows', () => {
  const board = boardOf(row(1), row(2, { state: 'verified' }), row(3))
  board.setFilter('verified')
  expect(board.shot().listed).toEqual([2])
})

test.each(['杭州（西湖）', '杭州(西湖)', ' 西湖 ', '91330106ma2ab', 'Ma2AB'])('%j finds the row', query => {
  const board = boardOf(row(1), row(2, { name: '杭州（西湖）科技', creditCode: '91330106MA2ABCDE1X' }))
  board.search(query)
  expect(board.shot().listed).toEqual([2])
})

test('name and code are searched apart: what spans both is no hit', () => {
  const board = boardOf(row(1, { name: '甲', creditCode: '9' }))
  board.search('甲9')
  expect(board.shot().listed).toEqual([])
})

test('a poll answer that brings nothing new changes nothing', () => {
  const board = boardOf(row(1), row(2))
  const before = board.shot()
  expect(board.merge([row(1)])).toBe(false)
  expect(board.shot()).toBe(before)
})

test('a row that changed is replaced, the others stay the same objects', () => {
  const board = boardOf(row(1), row(2))
  const other = board.row(2)
  expect(board.merge([row(1, { state: 'verified', updatedAt: 2000 })])).toBe(true)
  expect(board.row(1)?.state).toBe('verified')
  expect(board.row(2)).toBe(other)
  expect(board.shot().tally).toMatchObject({ ready: 1, verified: 1 })
})

test('an answer that comes late does not overwrite a newer row', () => {
  const board = boardOf(row(1, { state: 'verified', updatedAt: 2000 }))
  board.merge([row(1, { state: 'processing', updatedAt: 1500 })])
  expect(board.row(1)?.state).toBe('verified')
})

test('a row that no longer passes the filter stays until the list is made anew', () => {
  const board = boardOf(row(1), row(2), row(3))
  board.setFilter('ready')
  const { listed } = board.shot()
  board.merge([row(1, { state: 'verified', updatedAt: 2000 })])
  expect(board.shot().listed).toBe(listed)
  expect(board.shot().drifted).toBe(1)
  board.regroup()
  expect(board.shot()).toMatchObject({ listed: [2, 3], drifted: 0 })
})

test('an empty list takes what comes at once', () => {
  const board = boardOf(row(1))
  board.setFilter('verified')
  board.merge([row(1, { state: 'verified', updatedAt: 2000 })])
  expect(board.shot().listed).toEqual([1])
})

test('without filter and search, new rows are listed at once', () => {
  const board = boardOf(row(1))
  board.merge([row(2)])
  expect(board.shot()).toMatchObject({ listed: [1, 2], drifted: 0 })
})

test('removed rows are gone, also from the choice', () => {
  const board = boardOf(row(1), row(2))
  board.select(true)
  board.toggle(1)
  board.toggle(2)
  board.remove([row(1).id])
  expect(board.shot().listed).toEqual([2])
  expect(board.chosen().map(each => each.number)).toEqual([2])
})

test('choosing all takes the rows of the list, choosing all again lets them go', () => {
  const board = boardOf(row(1), row(2), row(3, { state: 'verified' }))
  board.select(true)
  board.toggle(3)
  board.setFilter('ready')
  board.toggleAll()
  expect(board.chosen().map(each => each.number)).toEqual([1, 2, 3])
  board.toggleAll()
  expect(board.chosen().map(each => each.number)).toEqual([3])
})

test('subscribers hear every change until they leave', () => {
  const board = boardOf(row(1))
  const heard = jest.fn()
  const leave = board.subscribe(heard)
  board.setFilter('ready')
  leave()
  board.setFilter('all')
  expect(heard).toHaveBeenCalledTimes(1)
})

test('an empty board has chosen nothing, searches nothing and keeps what it has', () => {
  const board = createBoard()
  expect(board.shot()).toMatchObject({ listed: [], filter: 'all', query: '', drifted: 0, selecting: false })
  expect(board.shot().tally.all).toBe(0)
  expect([board.merge([]), board.size(), board.chosen()]).toEqual([false, 0, []])
})

test('choosing begins and ends with nothing chosen, one is chosen and let go again, and all of the list', () => {
  const board = boardOf(row(1), row(2), row(3))
  board.select(true)
  board.toggle(2)
  expect([board.shot().selecting, board.chosen().map(({ number }) => number)]).toEqual([true, [2]])
  board.toggleAll()
  expect(board.chosen()).toHaveLength(3)
  board.toggle(2)
  board.toggleAll()
  expect(board.chosen()).toHaveLength(3)
  board.toggleAll()
  expect(board.chosen()).toEqual([])
  board.toggle(1)
  board.select(false)
  expect(board.shot()).toMatchObject({ selecting: false, selected: new Set() })
})

test('the list stays the same one while nothing moves, and rows that are gone are not chosen', () => {
  const board = boardOf(row(1), row(2))
  const { listed } = board.shot()
  board.select(true)
  board.toggle(1)
  board.merge([row(1, { name: '改名', updatedAt: 2000 })])
  board.regroup()
  expect(board.shot().listed).toBe(listed)
  board.replace([row(2), row(3)])
  expect([board.shot().listed, board.shot().selected]).toEqual([[2, 3], new Set()])
  board.replace([row(2), row(4)])
  expect(board.shot().listed).toEqual([2, 4])
})

test('under a search, rows that enter or leave it wait, also of all kinds', () => {
  const board = boardOf(row(1, { name: '甲' }), row(2, { name: '乙' }), row(3, { name: '甲乙' }))
  board.search('甲')
  board.merge([row(1, { name: '丙', updatedAt: 2000 }), row(2, { name: '甲', updatedAt: 2000 })])
  expect(board.shot()).toMatchObject({ listed: [1, 3], drifted: 2 })
  board.regroup()
  expect(board.shot()).toMatchObject({ listed: [2, 3], drifted: 0 })
})

test('of two of the same moment the one that came last counts', () => {
  const board = boardOf(row(1))
  expect(board.merge([row(1, { name: '改名' })])).toBe(true)
  expect(board.row(1)?.name).toBe('改名')
})
