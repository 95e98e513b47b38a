import {
  type BatchWorld,
  createBatchWorld,
  headingLine,
  line,
  operator,
} from '../../../test/support/batch-world'
import { countedStore } from '../../../test/support/counted-store'
import type { BatchAuditRow } from '../../domain/batch/row'
import { operatorId } from '../operator/identity'
import { sweep } from '../sweep'
import { getBatch, getRow } from './read'
import { eraseRow } from './redact'
import { cancelBatch } from './repair'
import { tidyBatches } from './sweepBatches'

/** What is removed when its time is over, and what is left to tell of it. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

const day = 24 * 3600_000
const tidy = () => tidyBatches(world.deps, world.deps.clock() + 30_000)
const removals = () =>
  world.store
    .all('audit')
    .filter((row): row is BatchAuditRow => 'batchId' in row && row.event === 'redacted')
    .map(({ batchId, rows, operator }) => [batchId, rows, operator])

test('the audit of each batch says how many of its rows lost their data; rows that never were a batch have none', async () => {
  const first = await world.batchOf(2)
  const second = await world.batchOf(1)
  world.store.beforeWrite((_operation, collection) => {
    if (collection === 'batches') throw new Error('the process died')
  })
  await world.batchOf(3).catch(() => {})
  world.store.beforeWrite(() => {})
  world.pass(30 * day - 1)
  expect(await tidy()).toBe(0)
  world.pass(1)
  expect(await tidy()).toBe(6)
  expect(world.rows().map(({ sealed }) => sealed)).toEqual(Array.from({ length: 6 }, () => null))
  expect(removals().sort()).toEqual(
    [
      [first, 2, ''],
      [second, 1, ''],
    ].sort(),
  )
  const { store, counts } = countedStore(world.deps.store)
  expect(await tidyBatches({ ...world.deps, store }, world.deps.clock() + 30_000)).toBe(0)
  expect(counts.writes).toBe(0)
  expect(removals()).toHaveLength(2)
})

test('an abandoned draft and an ended row lose what was typed after the retention time', async () => {
  const id = await world.readyOf(1)
  const draft = await world.batchOf(0, {
    source: { kind: 'text', text: [headingLine, line(8)].join('\n') },
  })
  await cancelBatch(world.deps, operator, { id })
  const fileId = 'cloud://env/licences/aaaaaaaaaaaaaaaa.jpg'
  world.files.set(fileId, Buffer.from('a licence'))
  for (const { _id, version } of world.rows())
    await world.store.replace('batch_rows', _id, version, {
      vendorText: 'what the vendor said',
      attachments: [{ kind: 'licence', fileId, type: 'jpg', size: 9 }],
    })
  world.pass(31 * 24 * 3600_000)
  await sweep(world.deps)
  const nobodys = {
    sealed: null,
    redactAt: null,
    maskedAdmin: null,
    adminKey: null,
    vendorText: null,
    attachments: [],
  }
  expect(world.rows()).toMatchObject([nobodys, nobodys])
  expect(world.files.size).toBe(0)
  const { rows: left } = await getBatch(world.deps, operator, { id: draft, since: 0 })
  expect((await getRow(world.deps, operator, { rowId: left[0]?.id ?? '' })).row).toMatchObject({
    fields: null,
    can: { edit: false },
  })
})

test('links are kept for thirty days after their end, so that a page can still say so', async () => {
  const link = { version: 1, batchId: 'b', sealed: '', rowIds: [], leftOut: [], failures: [] }
  await world.store.insert('links', { ...link, _id: 'ended', expiresAt: world.deps.clock() })
  await world.store.insert('links', { ...link, _id: 'lives', expiresAt: world.deps.clock() + 1 })
  const left = async () => {
    await tidy()
    return world.store.all('links').map(({ _id }) => _id)
  }
  world.pass(30 * day - 1)
  expect(await left()).toEqual(['ended', 'lives'])
  world.pass(1)
  expect(await left()).toEqual(['lives'])
})

test('a row that is erased is taken out first, loses its files, and is on record as this operator’s act', async () => {
  const id = await world.batchOf(3)
  const fileId = 'cloud://env/licences/aaaaaaaaaaaaaaaa.jpg'
  world.files.set(fileId, Buffer.from('a licence'))
  await world.setRow(1, {
    state: 'verified',
    attachments: [{ kind: 'licence', fileId, type: 'jpg', size: 9 }],
  })
  await world.setRow(3, { state: 'rejected' })
  for (const number of [1, 2, 3]) await eraseRow(world.deps, operator, world.row(number))
  expect(world.rows()).toMatchObject([
    { state: 'verified', sealed: null, attachments: [], maskedAdmin: null },
    { state: 'canceled', sealed: null, adminKey: null },
    { state: 'rejected', sealed: null },
  ])
  expect(world.files.size).toBe(0)
  const who = operatorId(world.deps, operator)
  expect(removals()).toEqual([
    [id, 1, who],
    [id, 1, who],
    [id, 1, who],
  ])
  expect(world.store.all('audit').filter(row => row.event === 'canceled')).toHaveLength(1)
})
