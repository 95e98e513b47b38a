import {
  type BatchWorld,
  createBatchWorld,
  headingLine,
  line,
  organizationName,
} from '../../../test/support/batch-world'
import { countedStore } from '../../../test/support/counted-store'
import { codeOf } from '../../../test/support/refusal'
import type { BatchAuditRow } from '../../domain/batch/row'
import { noFields } from './check'
import { batchOf, chosenRows, fieldsOf, move, recount, rowOf, wholeRows, written } from './rows'

/** How rows are read, moved and counted. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

const numbers = (rows: readonly { number: number }[]) => rows.map(({ number }) => number)
const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1)
const ids = (...wanted: number[]) => wanted.map(number => world.row(number)._id)

test('whole rows come page by page, in their order, and of their batch alone', async () => {
  const id = await world.batchOf(230)
  const other = await world.batchOf(1)
  expect(numbers(await wholeRows(world.deps, id))).toEqual(upTo(230))
  expect(numbers(await wholeRows(world.deps, other))).toEqual([1])
})

test.each([
  ['few', 3],
  ['many', 60],
])('of %s rows that are chosen those of the batch come, in their order', async (_how, count) => {
  const id = await world.batchOf(count + 1)
  const chosen = ids(...upTo(count)).reverse()
  const other = await world.batchOf(1)
  const foreign = world.rows().find(({ batchId }) => batchId === other)?._id ?? ''
  const rows = await chosenRows(world.deps, id, [...chosen, foreign])
  expect(numbers(rows)).toEqual(upTo(count))
  expect(await chosenRows(world.deps, id, [foreign])).toEqual([])
})

test('to find a few of many rows only these are read', async () => {
  const id = await world.batchOf(20)
  const { store, counts } = countedStore(world.deps.store)
  await chosenRows({ ...world.deps, store }, id, ids(1, 20))
  expect(counts).toMatchObject({ reads: 1, documents: 2 })
})

test('the vendor’s ids of a row are its own, however it is read', async () => {
  const id = await world.readyOf(2)
  const own = [1, 2].map(number => `sub:${organizationName(number)}`)
  expect((await wholeRows(world.deps, id)).map(({ subTaskId }) => subTaskId)).toEqual(own)
  expect((await chosenRows(world.deps, id, ids(1, 2))).map(({ subTaskId }) => subTaskId)).toEqual(own)
  expect((await rowOf(world.deps, world.row(2)._id)).subTaskId).toBe(own[1])
})

test('a row is found in its batch, and in no other', async () => {
  const id = await world.batchOf(1)
  const rowId = world.row(1)._id
  expect((await rowOf(world.deps, rowId, id)).number).toBe(1)
  for (const attempt of [
    rowOf(world.deps, rowId, 'b_other'),
    rowOf(world.deps, 'none'),
    batchOf(world.deps, 'none'),
  ])
    expect(await codeOf(attempt)).toBe('NOT_FOUND')
})

describe('a move', () => {
  test('goes from where it may, and leaves its trace', async () => {
    await world.batchOf(2)
    await world.setRow(2, { state: 'queued', fruitless: 3 })
    const before = world.row(2)
    world.pass(1000)
    expect(await move(world.deps, ids(1, 2), 'submitted', { dueAt: 7 })).toBe(1)
    const at = world.deps.clock()
    expect(world.row(1)).toMatchObject({
      state: 'queued',
      round: 1,
      dueAt: 7,
      fruitless: 0,
      updatedAt: at,
      tellAt: at,
    })
    expect(world.row(1).history.at(-1)).toEqual({ state: 'queued', at, cause: 'submitted' })
    expect(world.row(2)).toEqual(before)
    await move(world.deps, ids(2), 'claimed')
    expect(world.row(2)).toMatchObject({ state: 'sending', round: 0, fruitless: 0 })
    expect(world.row(2).redactAt).toBe(before.redactAt)
  })

  test('to its end leaves nothing to be looked at, and a time to be cleared', async () => {
    await world.batchOf(1)
    await world.setRow(1, { dueAt: 7, redactAt: null })
    expect(await move(world.deps, ids(1), 'canceled')).toBe(1)
    const redactAt = world.deps.clock() + world.deps.config.policy.retentionDays * 24 * 3600_000
    expect(world.row(1)).toMatchObject({ state: 'canceled', dueAt: null, redactAt })
  })

  test('of nobody asks nothing of the database', async () => {
    const { store, counts } = countedStore(world.deps.store)
    expect(await move({ ...world.deps, store }, [], 'canceled')).toBe(0)
    expect(counts.writes).toBe(0)
  })
})

describe('what is written of what was typed', () => {
  const rowId = 'b_1_00001'
  const writtenOf = (fields: object) => written(world.deps, rowId, { ...noFields(), ...fields })

  test('is whole where it is sealed, and short in the clear', () => {
    const fields = { ...noFields(), name: '长'.repeat(201), creditCode: 'x'.repeat(51) }
    const row = writtenOf(fields)
    expect([row.name, row.creditCode]).toEqual(['长'.repeat(200), 'x'.repeat(50)])
    expect(fieldsOf(world.deps, { _id: rowId, sealed: row.sealed })).toEqual(fields)
    expect(fieldsOf(world.deps, { _id: rowId, sealed: null })).toBeNull()
  })

  test('names an administrator where his name and number are both there', () => {
    const adminName = '测试员甲'
    const adminMobile = '13800138000'
    for (const half of [{}, { adminName }, { adminMobile }])
      expect(writtenOf(half)).toMatchObject({ maskedAdmin: null, adminKey: null })
    expect(writtenOf({ adminName, adminMobile })).toMatchObject({
      maskedAdmin: { name: '测试**', mobile: '138****8000' },
      // By this the rows of one administrator are found, those of earlier releases too.
      adminKey: 'b04b34d99426d1a4',
    })
    const others = [
      { adminName: '测试员丙', adminMobile },
      { adminName, adminMobile: '13900139000' },
    ]
    for (const other of others) expect(writtenOf(other).adminKey).not.toBe('b04b34d99426d1a4')
  })
})

describe('a count', () => {
  test('says how many stand where, are at fault, and had their letter turned down', async () => {
    const text = [headingLine, ...upTo(6).map(number => line(number))].join('\n')
    const id = await world.batchOf(0, { source: { kind: 'text', text } })
    await world.setRow(1, { faults: 1 })
    await world.setRow(2, { faults: 2 })
    await world.setRow(3, { state: 'queued', faults: 1 })
    await world.setRow(4, { state: 'processing', letterRejected: true })
    await world.setRow(5, { state: 'ready', letterRejected: true })
    world.pass(1000)
    const batch = await recount(world.deps, id, { title: '十二月' })
    expect(batch).toMatchObject({
      faulty: 2,
      letterRejected: 1,
      updatedAt: world.deps.clock(),
      title: '十二月',
    })
    expect(batch.counts).toMatchObject({ draft: 3, queued: 1, processing: 1, ready: 1, verified: 0 })
    expect(await batchOf(world.deps, id)).toEqual(batch)
  })

  test('that finds the last row at its end is on record, once', async () => {
    const id = await world.batchOf(2)
    const finished = () =>
      world.store
        .all('audit')
        .filter((row): row is BatchAuditRow => 'batchId' in row && row.event === 'finished')
        .map(({ rows, operator: who, sequence }) => [rows, who, sequence])
    await world.setRow(1, { state: 'verified' })
    await recount(world.deps, id)
    expect(finished()).toEqual([])
    await world.setRow(2, { state: 'canceled' })
    const { version } = await recount(world.deps, id)
    await recount(world.deps, id)
    expect(finished()).toEqual([[2, '', version]])
  })

  test('is of a batch that is there', async () => {
    expect(await codeOf(recount(world.deps, 'none'))).toBe('NOT_FOUND')
  })
})
