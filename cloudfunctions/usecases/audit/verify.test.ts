import { createBatchWorld } from '../../../test/support/batch-world'
import { createInvitationWorld } from '../../../test/support/invitation-world'
import { createWorld, type World } from '../../../test/support/world'
import { chainOf } from '../../domain/anchor'
import { sha256 } from '../../platform/crypto'
import { canonicalJson } from '../../platform/json'
import { recordAct } from '../kit/acts'
import { eraseMine } from '../personal/erase'
import { sweep } from '../sweep'
import { cancel } from '../verification/cancel'
import { start } from '../verification/start'
import { anchorHeads } from './anchor'
import { type StoredHead, type StoredRow, verifyAudit } from './verify'

/** Whatever somebody does to the audit behind our back is found, and it is said where. */

let world: World
let ids: string[]
const hour = 3600_000
beforeEach(async () => {
  world = createWorld()
  ids = []
  for (const who of ['alice', 'bob', 'carol']) {
    const input = await world.startInput({ clientKey: `key-of-${who}-000000000001`.slice(0, 22) }, who)
    const { verification } = await start(world.deps, who, input)
    ids.push(verification.id)
    world.pass(1000)
    await cancel(world.deps, who, { id: verification.id })
  }
  for (const event of ['apiKey.create', 'apiKey.revoke', 'operator.remove'])
    await recordAct(world.deps, { event, operator: 'o_1', subject: '', detail: '' })
})

const copy = <T>(value: unknown): T => JSON.parse(JSON.stringify(value)) as T
function taken(from: World = world): { rows: StoredRow[]; heads: StoredHead[] } {
  const heads = (['verifications', 'batches', 'invitations'] as const).flatMap(name =>
    copy<StoredHead[]>(from.store.all(name)),
  )
  return { rows: copy(from.store.all('audit')), heads }
}
const anchored = async () => {
  world.pass(5 * hour)
  await anchorHeads(world.deps, world.deps.clock())
}
const found = ({ rows, heads } = taken()) => verifyAudit(rows, heads).map(({ kind, id }) => `${kind} ${id}`)
const without = (unwanted: (row: StoredRow) => boolean) => {
  const { rows, heads } = taken()
  return { rows: rows.filter(row => !unwanted(row)), heads }
}
const rehashed = ({ hash: _, ...row }: StoredRow & object): StoredRow => ({
  ...row,
  hash: sha256(canonicalJson(row)),
})
const last = () => String(ids[2])
const rowOf = (id: string, at: number): string =>
  taken().rows.filter(row => chainOf(row._id) === id)[at]?._id ?? ''

test('what nobody touched is whole, with anchors and without', async () => {
  expect(found()).toEqual([])
  await anchored()
  await sweep(world.deps)
  await anchored()
  expect(found()).toEqual([])
})

test('a changed row is named', () => {
  const { rows, heads } = taken()
  const id = rowOf(last(), 1)
  expect(
    found({ heads, rows: rows.map(row => (row._id === id ? { ...row, cause: 'vendorVerified' } : row)) }),
  ).toEqual([`changed ${id}`])
})

test('a changed row whose hash was worked out anew breaks the chain behind it, and is named once it was anchored', async () => {
  const tampered = (id: string) => {
    const { rows, heads } = taken()
    return {
      heads,
      rows: rows.map(row =>
        row._id === id ? rehashed({ ...row, cause: 'vendorVerified' } as StoredRow) : row,
      ),
    }
  }
  const id = rowOf(last(), 1)
  expect(found(tampered(id))).toEqual([`removed ${last()}: between ${id} and ${rowOf(last(), 2)}`])
  await anchored()
  const newest = rowOf(last(), 2)
  expect(found(tampered(newest))).toContain(`changed ${newest}`)
})

test.each([
  ['the first', 0, () => `between the beginning and ${rowOf(last(), 1)}`],
  ['one in the middle', 1, () => `between ${rowOf(last(), 0)} and ${rowOf(last(), 2)}`],
  ['the last', 2, () => `after ${rowOf(last(), 1)}`],
])('%s row removed is found where it was', (_, at, where) => {
  const id = rowOf(last(), at)
  expect(found(without(row => row._id === id))).toEqual([`removed ${last()}: ${where()}`])
})

test('an inserted row is named, also with a hash of its own and the number of another', () => {
  const { rows, heads } = taken()
  const [model] = rows.filter(row => chainOf(row._id) === last())
  if (!model) throw new Error('no row')
  const forged = rehashed({ ...model, _id: `${last()}_99`, sequence: 99, previousHash: model.hash })
  expect(found({ rows: [...rows, forged], heads })).toEqual([`inserted ${last()}_99`])
})

test('a verification removed with all its rows is named by the anchors', async () => {
  await anchored()
  const { rows, heads } = without(row => chainOf(row._id) === last())
  expect(found({ rows, heads: heads.filter(({ _id }) => _id !== last()) })).toEqual([
    `removedWhole ${last()}`,
  ])
})

test('a verification removed without its rows is named by them', () => {
  const { rows, heads } = taken()
  expect(found({ rows, heads: heads.filter(({ _id }) => _id !== last()) })).toEqual([`headRemoved ${last()}`])
})

test('of the acts a removed row is named by its number, and the last by the anchors', async () => {
  expect(found(without(({ _id }) => _id === 'acts_2'))).toEqual(['removed acts_2'])
  await anchored()
  expect(found(without(({ _id }) => _id === 'acts_3'))).toEqual(['removed acts_3'])
})

test('an anchor removed or changed is named', async () => {
  await anchored()
  await cancel(world.deps, 'alice', { id: ids[0] ?? '' }).catch(() => {})
  await recordAct(world.deps, { event: 'x', operator: '', subject: '', detail: '' })
  await anchored()
  expect(found(without(({ _id }) => _id === 'anchors_1'))).toEqual(['removed anchors_1'])
  const { rows, heads } = taken()
  const changed = rows.map(row => (row._id === 'anchors_1' ? { ...row, heads: [] } : row))
  expect(found({ rows: changed, heads })).toContain('changed anchors_1')
  const emptied = rows.map(({ heads: _, ...row }) => (row._id === 'anchors_1' ? row : { ...row, heads: _ }))
  expect(found({ rows: emptied as StoredRow[], heads })).toEqual(['changed anchors_1'])
})

test('rows of batches stand in the chain, and what is erased leaves every chain whole', async () => {
  const batches = await createBatchWorld()
  await batches.batchOf(3)
  const { rows, heads } = taken(batches)
  expect(heads).toHaveLength(1)
  expect(found({ rows, heads })).toEqual([])
  const batch = heads[0]?._id ?? ''
  expect(found({ heads, rows: rows.filter(row => chainOf(row._id) !== batch) })).toEqual([
    `removed ${batch}: after nothing`,
  ])
  await anchored()
  await eraseMine(world.deps, 'carol')
  expect(found()).toEqual([])
})

/** As many rows, each the first of a chain of its own; `step` ms for every two of them. */
const strangers = async (count: number, step: number) => {
  const rows = Array.from({ length: count }, (_, n) =>
    rehashed({
      _id: `v_${String(n).padStart(32, '0')}_1`,
      sequence: 1,
      previousHash: '',
      hash: '',
      at: world.deps.clock() + (n >> 1) * step,
    }),
  )
  await world.store.insertMany('audit', rows as never)
}
const anchors = () => taken().rows.filter(({ heads }) => heads !== undefined)
const covered = () => anchors().flatMap(({ heads = [] }) => heads.map(head => head.split(':')[0]))

test('a thousand rows and more are anchored in steps, each row once, and an idle day writes none', async () => {
  await strangers(1300, 1)
  // One more before them: the thousandth row and the next are of the same moment.
  await recordAct(world.deps, { event: 'x', operator: '', subject: '', detail: '' })
  world.pass(5 * hour)
  await sweep(world.deps)
  expect(anchors()).toHaveLength(2)
  expect(new Set(covered()).size).toBe(covered().length)
  expect(covered().length).toBe(1300 + 3 + 1)
  world.pass(24 * hour)
  await sweep(world.deps)
  expect(anchors()).toHaveLength(2)
})

test('a thousand rows of one moment hold up none of those after them', async () => {
  world.pass(5 * hour)
  expect(await anchorHeads(world.deps, world.deps.clock())).toBe(12)
  await strangers(1000, 0)
  world.pass(5 * hour)
  expect(await anchorHeads(world.deps, world.deps.clock())).toBe(1000)
  await recordAct(world.deps, { event: 'x', operator: '', subject: '', detail: '' })
  world.pass(5 * hour)
  // With the anchor before it, in which there is nothing to anchor.
  expect(await anchorHeads(world.deps, world.deps.clock())).toBe(2)
  expect(await anchorHeads(world.deps, world.deps.clock())).toBe(0)
  expect(covered().at(-1)).toBe('acts_4')
})

test('an anchor names the newest row of each chain, in one order', async () => {
  await anchored()
  const heads = covered()
  expect(heads).toEqual([...ids.map(id => rowOf(id, 2)), 'acts_3'].sort())
  expect(anchors().flatMap(row => row.heads ?? [])).toContain(
    `acts_3:${taken().rows.find(({ _id }) => _id === 'acts_3')?.hash}`,
  )
})

test('of two at the same moment one writes the anchor, and both say that all is covered', async () => {
  world.pass(5 * hour)
  const now = world.deps.clock()
  const both = await Promise.all([anchorHeads(world.deps, now), anchorHeads(world.deps, now)])
  expect(both.sort((a, b) => a - b)).toEqual([0, 12])
  expect(anchors()).toHaveLength(1)
})

test('in whatever order rows are read, and whether or not they still wait beside their document', () => {
  const { rows, heads } = taken()
  expect(found({ rows: [...rows].reverse(), heads })).toEqual([])
  const gone = rowOf(last(), 1)
  expect(found({ rows: rows.filter(({ _id }) => _id !== gone).reverse(), heads })).toEqual([
    `removed ${last()}: between ${rowOf(last(), 0)} and ${rowOf(last(), 2)}`,
  ])
  expect(found({ rows, heads: heads.map(({ outbox: _, ...head }) => head) })).toEqual([])
  const waiting = (id: string) => rows.filter(row => chainOf(row._id) === id)
  expect(found({ rows, heads: heads.map(head => ({ ...head, outbox: waiting(head._id) })) })).toEqual([])
})

test.each([99, 3])('an inserted row numbered %i hides no gap, and is named beside it', sequence => {
  const { rows, heads } = without(({ _id }) => _id === rowOf(last(), 1))
  const [model] = rows.filter(row => chainOf(row._id) === last())
  if (!model) throw new Error('no row')
  const forged = rehashed({ ...model, _id: `${last()}_x${sequence}`, sequence, previousHash: model.hash })
  expect(found({ rows: [...rows, forged], heads }).sort()).toEqual([
    `inserted ${forged._id}`,
    `removed ${last()}: between ${rowOf(last(), 0)} and ${rowOf(last(), 2)}`,
  ])
})

test('rows of keys from before they were chained stand each by itself, and are named when changed', () => {
  const { rows, heads } = taken()
  const at = world.deps.clock()
  const old = [1, 2].map(sequence =>
    rehashed({ _id: `k_1_${sequence}`, sequence, previousHash: '', hash: '', at, ...{ event: 'made' } }),
  )
  expect(found({ rows: [...rows, ...old], heads })).toEqual([])
  const changed = old.map(row => (row.sequence === 2 ? { ...row, event: 'revoked' } : row))
  expect(found({ rows: [...rows, ...changed], heads })).toEqual(['changed k_1_2'])
})

test('a document in another state than its rows say is named, before anything is anchored and after', async () => {
  const changed = () => {
    const { rows, heads } = taken()
    return { rows, heads: heads.map(each => (each._id === last() ? { ...each, state: 'verified' } : each)) }
  }
  expect(found(changed())).toEqual([`stateChanged ${last()}`])
  await anchored()
  expect(found(changed())).toEqual([`stateChanged ${last()}`])
})

test('a document whose rows are all gone, and that says it never had any, is named', () => {
  const { rows, heads } = without(row => chainOf(row._id) === last())
  const emptied = heads.map(each => (each._id === last() ? { ...each, auditHash: '' } : each))
  expect(found({ rows, heads: emptied })).toEqual([`removed ${last()}: after nothing`])
})

test('all anchors gone is found, as there must be one every day', async () => {
  await anchored()
  world.pass(2 * 24 * hour)
  await recordAct(world.deps, { event: 'x', operator: '', subject: '', detail: '' })
  await anchored()
  expect(found()).toEqual([])
  const isGone = ({ _id }: StoredRow) => chainOf(_id) === 'anchors' || chainOf(_id) === last()
  const { rows, heads } = without(isGone)
  expect(found({ rows, heads: heads.filter(({ _id }) => _id !== last()) })).toEqual([
    'removed anchors: after nothing',
  ])
  // Within two days there need not be one yet.
  const young = rows.filter(({ _id }) => _id !== 'acts_4')
  expect(found({ rows: young, heads: heads.filter(({ _id }) => _id !== last()) })).toEqual([])
})

test('within two days there need not be an anchor yet', async () => {
  const [first = 0] = taken()
    .rows.map(({ at }) => at)
    .sort((a, b) => a - b)
  const act = () => recordAct(world.deps, { event: 'x', operator: '', subject: '', detail: '' })
  world.pass(first + 48 * hour - world.deps.clock())
  await act()
  expect(found()).toEqual([])
  world.pass(1)
  await act()
  expect(found()).toEqual(['removed anchors: after nothing'])
})

test('an anchor of a time to come, after which none would be made, is named', async () => {
  await anchored()
  const { rows, heads } = taken()
  const [anchor] = rows.filter(row => row.heads)
  if (!anchor) throw new Error('no anchor')
  const { hash: previousHash, at } = anchor
  const forged = rehashed({
    ...anchor,
    _id: 'anchors_2',
    sequence: 2,
    previousHash,
    heads: [],
    until: at + 1,
  })
  expect(found({ rows: [...rows, forged], heads })).toEqual(['inserted anchors_2'])
  expect(found({ rows: [...rows, rehashed({ ...forged, until: at })], heads })).toEqual([])
})

test('of invitations and batches the state is as their rows say, whatever became of them', async () => {
  const invitations = await createInvitationWorld()
  const id = await invitations.invite()
  await invitations.begin(await invitations.tokenOf(id), 'alice')
  expect(found(taken(invitations))).toEqual([])
  await eraseMine(invitations.deps, 'alice')
  expect(found(taken(invitations))).toEqual([])
  const batches = await createBatchWorld()
  await batches.readyOf(2)
  expect(found(taken(batches))).toEqual([])
})
