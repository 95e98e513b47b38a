import { type BatchWorld, createBatchWorld } from '../../../test/support/batch-world'
import { meanwhile } from '../../../test/support/meanwhile'
import { codeOf } from '../../../test/support/refusal'
import type { Batch } from '../../domain/batch/row'
import { auditRow } from '../batch/commit'
import { flushAbandoned, flushOutboxes, record, recordAll } from './outbox'

let world: BatchWorld
let ids: string[]
beforeEach(async () => {
  world = await createBatchWorld()
  ids = []
  for (let index = 0; index < 3; index++) ids.push(await world.batchOf(1))
})

const flush = jest.fn(async (_deps: unknown, batch: Batch) => ({ ...batch, title: 'flushed' }))
const flushAll = jest.fn(async (_deps: unknown, _batches: readonly Batch[]) => {})
beforeEach(() => {
  flush.mockClear()
  flushAll.mockClear()
})
const rowOf = (before: Batch, event = 'submitted') =>
  auditRow(before, { event, operator: 'o_1', rows: 1 }, world.deps.clock())
const get = async (id: string | undefined) => {
  const found = await world.store.get('batches', id ?? '')
  if (!found) throw new Error('no batch')
  return found
}
const all = () => Promise.all(ids.map(get))
const auditOf = (event: string) =>
  world.store.all('audit').filter(each => 'event' in each && each.event === event)

describe('a change', () => {
  const change = (decide: Parameters<typeof record<'batches'>>[3]) =>
    record(world.deps, 'batches', ids[0] ?? '', decide, flush)

  test('that tells something is written with its row, and told', async () => {
    const before = await get(ids[0])
    const { document, changed } = await change(batch => ({
      changes: { title: '十二月' },
      rows: [rowOf(batch)],
    }))
    expect([document.title, changed]).toEqual(['flushed', true])
    const kept = await get(ids[0])
    expect(kept).toMatchObject({
      title: '十二月',
      outboxAt: world.deps.clock(),
      auditHash: kept.outbox.at(-1)?.hash,
      version: before.version + 1,
    })
    expect(kept.outbox).toHaveLength(1)
    expect(flush).toHaveBeenCalledWith(world.deps, kept)
  })

  test('waits with what waits already, for as long as that', async () => {
    const since = world.deps.clock()
    for (const event of ['submitted', 'canceled']) {
      await change(batch => ({ changes: {}, rows: [rowOf(batch, event)] }))
      world.pass(1000)
    }
    const kept = await get(ids[0])
    expect(kept.outbox.map(({ event }) => event)).toEqual(['submitted', 'canceled'])
    expect(kept).toMatchObject({ outboxAt: since, auditHash: kept.outbox[1]?.hash })
  })

  test('that tells nothing is only written', async () => {
    const before = await get(ids[0])
    const { document, changed } = await change(() => ({ changes: { title: '十二月' }, rows: [] }))
    expect([document.title, changed]).toEqual(['十二月', true])
    expect(await get(ids[0])).toEqual({ ...before, title: '十二月', version: before.version + 1 })
    expect(flush).not.toHaveBeenCalled()
  })

  test('that is none leaves everything as it is, also when somebody was faster', async () => {
    const before = await get(ids[0])
    expect(await change(() => null)).toEqual({ document: before, changed: false })
    meanwhile(world.store, 'replace', 'batches', () =>
      world.store.replace('batches', before._id, before.version, { title: '十二月' }),
    )
    const { document, changed } = await change(batch =>
      batch.title === '十二月' ? null : { changes: {}, rows: [rowOf(batch)] },
    )
    expect([document.title, changed]).toEqual(['十二月', false])
    expect(flush).not.toHaveBeenCalled()
  })

  test('of what is not there is refused', async () => {
    const nothing = record(world.deps, 'batches', 'b_0', () => ({ changes: {}, rows: [] }), flush)
    expect(await codeOf(nothing)).toBe('NOT_FOUND')
  })
})

describe('many at once', () => {
  const decide = (batch: Batch) => {
    if (batch._id === ids[0]) return { changes: { title: '十二月' }, rows: [rowOf(batch)] }
    if (batch._id === ids[1]) return { changes: { title: '十二月' }, rows: [] }
    return null
  }

  test('those that have something to tell are told of together; those that were changed are the answer', async () => {
    const changed = await recordAll(world.deps, 'batches', await all(), decide, flushAll)
    expect(changed.map(({ _id }) => _id).sort()).toEqual([ids[0], ids[1]].sort())
    expect(flushAll).toHaveBeenCalledTimes(1)
    expect(flushAll.mock.calls[0]?.[1].map(({ _id, outbox }) => [_id, outbox.length])).toEqual([[ids[0], 1]])
  })

  const failing = (batch: Batch) => {
    if (batch._id !== ids[2]) return decide(batch)
    throw new Error('the third')
  }

  test('one that fails keeps none of the others back; whoever listens hears of it', async () => {
    const heard: unknown[] = []
    const changed = await recordAll(world.deps, 'batches', await all(), failing, flushAll, error => {
      heard.push(error)
    })
    expect(changed).toHaveLength(2)
    expect(heard).toEqual([new Error('the third')])
  })

  test('where nobody listens, its error comes at the end', async () => {
    const failed = recordAll(world.deps, 'batches', await all(), failing, flushAll)
    await expect(failed).rejects.toThrow('the third')
    expect(flushAll.mock.calls[0]?.[1]).toHaveLength(1)
    expect((await get(ids[1])).title).toBe('十二月')
  })
})

describe('an outbox', () => {
  test('is emptied into the audit, and what is emptied is the answer', async () => {
    for (const id of ids.slice(0, 2))
      await record(world.deps, 'batches', id, batch => ({ changes: {}, rows: [rowOf(batch)] }), flush)
    const flushed = await flushOutboxes(world.deps, 'batches', await all())
    expect(flushed).toEqual(await all())
    expect(flushed.map(({ outbox, outboxAt }) => [outbox, outboxAt])).toEqual(ids.map(() => [[], null]))
    expect(auditOf('submitted')).toHaveLength(2)
  })

  test('that is empty costs no write', async () => {
    const writes = jest.fn()
    world.store.beforeWrite(writes)
    expect(await flushOutboxes(world.deps, 'batches', await all())).toEqual(await all())
    expect(writes).not.toHaveBeenCalled()
  })

  test('is emptied with others, a hundred at once', async () => {
    const batch = await get(ids[0])
    const many = Array.from({ length: 201 }, (_, index) => ({
      ...batch,
      _id: `b_${index}`,
      outbox: [rowOf({ ...batch, _id: `b_${index}` })],
    }))
    const clear = jest.spyOn(world.store, 'clearOutbox')
    await flushOutboxes(world.deps, 'batches', many)
    expect(clear.mock.calls.map(([, documents]) => documents.map(({ _id }) => _id))).toEqual(
      [many.slice(0, 100), many.slice(100, 200), many.slice(200)].map(page => page.map(({ _id }) => _id)),
    )
    expect(auditOf('submitted')).toHaveLength(201)
  })

  test('is left to the sweep once it is a minute old, and not before', async () => {
    await record(world.deps, 'batches', ids[0] ?? '', batch => ({ changes: {}, rows: [rowOf(batch)] }), flush)
    const empty = () =>
      flushAbandoned(
        world.deps,
        left => world.store.find('batches', left),
        async batch => (await flushOutboxes(world.deps, 'batches', [batch]))[0] ?? batch,
      )
    world.pass(59_999)
    expect(await empty()).toBe(0)
    expect(auditOf('submitted')).toEqual([])
    world.pass(1)
    expect(await empty()).toBe(1)
    expect(auditOf('submitted')).toHaveLength(1)
    expect(await empty()).toBe(0)
  })
})
