import {
  type BatchWorld,
  createBatchWorld,
  creditCode,
  headingLine,
  line,
  operator,
  organizationName,
} from '../../../test/support/batch-world'
import { noCounts, type RowState } from '../../domain/batch/lifecycle'
import { getBatch, getRow } from './read'

/** What operators see of rows and may do with them. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

const canOf = async (number = 1) => {
  const { can } = (await getRow(world.deps, operator, { rowId: world.row(number)._id })).row
  return Object.entries(can).flatMap(([what, may]) => (may ? [what] : []))
}

test.each<[RowState, string[]]>([
  ['draft', ['edit', 'cancel', 'attach']],
  ['queued', ['cancel']],
  ['sending', []],
  ['indeterminate', ['resubmit', 'cancel']],
  ['accepted', ['repair', 'cancel']],
  ['ready', ['repair', 'cancel', 'link']],
  ['processing', ['repair', 'cancel', 'link']],
  ['verified', []],
  ['already', []],
  ['rejected', ['edit', 'resubmit', 'repair', 'cancel', 'attach']],
  ['canceled', []],
])('with a row that is %s may be done: %j', async (state, can) => {
  await world.batchOf(1, { linkMode: 'perRow' })
  await world.setRow(1, { state })
  expect(await canOf()).toEqual(can)
  // What was typed is gone: nothing can be sent any more.
  await world.setRow(1, { sealed: null })
  expect(await canOf()).toEqual(can.filter(each => each === 'cancel' || each === 'link'))
})

test('only where every row has a link of its own can it be had', async () => {
  await world.batchOf(1)
  await world.setRow(1, { state: 'ready' })
  expect(await canOf()).not.toContain('link')
})

test('a row is shown as it stands, its numbers in part', async () => {
  const text = [
    headingLine,
    line(1),
    line(2, { admin: '', mobile: '' }).replace('110101199001010015', ''),
  ].join('\n')
  const id = await world.batchOf(0, { source: { kind: 'text', text } })
  const { row: shown } = await getRow(world.deps, operator, { rowId: world.row(1)._id })
  expect(shown).toEqual({
    id: `${id}_00001`,
    number: 1,
    name: organizationName(1),
    creditCode: creditCode(1),
    state: 'draft',
    rawStatus: null,
    letterRejected: false,
    issues: 0,
    updatedAt: world.deps.clock(),
    fields: {
      name: organizationName(1),
      creditCode: creditCode(1),
      legalName: '测试员乙',
      address: '',
      adminName: '测试员甲',
      adminMobile: '138****8000',
      adminIdType: '',
      adminIdNumber: '1101****15',
      authorization: '',
    },
    issueList: [],
    attachments: [],
    vendorText: null,
    problem: null,
    round: 0,
    history: [{ state: 'draft', at: world.deps.clock() }],
    can: { edit: true, resubmit: false, repair: false, cancel: true, link: false, attach: true },
  })
  const { row: bare } = await getRow(world.deps, operator, { rowId: world.row(2)._id })
  expect(bare.fields).toMatchObject({ adminMobile: '', adminIdNumber: '' })
})

test('the board counts, and says until when nothing is sent and no longer', async () => {
  const id = await world.batchOf(3)
  await world.setRow(2, { faults: 1 })
  const batch = await world.store.get('batches', id)
  const paused = { code: 'VENDOR_QUOTA', until: world.deps.clock() + 1000 } as const
  await world.store.replace('batches', id, batch?.version ?? 0, { faulty: 1, paused })
  const seen = async () => (await getBatch(world.deps, operator, { id, since: 0 })).batch
  expect(await seen()).toMatchObject({ phase: 'draft', total: 3, faulty: 1, sendable: 2, paused })
  world.pass(1000)
  expect(await seen()).toMatchObject({ paused: null })
})

test('what has changed since a moment is told, in the order of the rows, with the moment to ask from next', async () => {
  const id = await world.batchOf(3)
  world.pass(10_000)
  const since = world.deps.clock()
  await world.setRow(3, { updatedAt: since })
  await world.setRow(1, { updatedAt: since + 1 })
  await world.setRow(2, { updatedAt: since - 1 })
  const { rows, asOf } = await getBatch(world.deps, operator, { id, since })
  expect(rows).toEqual(
    [1, 3].map(number => expect.objectContaining({ number, name: organizationName(number) })),
  )
  expect(asOf).toBe(since - 2000)
})

test('a batch is shown with its terms, and with what was sent today', async () => {
  const id = await world.submittedOf(2, { linkMode: 'perRow', authorization: 'legalPerson' })
  const { batch } = await getBatch(world.deps, operator, { id, since: 0 })
  const now = world.deps.clock()
  expect(batch).toEqual({
    id,
    title: '十一月',
    linkMode: 'perRow',
    authorization: 'legalPerson',
    phase: 'running',
    total: 2,
    counts: { ...noCounts(), accepted: 2 },
    faulty: 0,
    sendable: 0,
    letterRejected: 0,
    paused: null,
    today: { sent: 2, limit: 8000 },
    createdAt: now,
    updatedAt: now,
  })
})

test('of the files of a row their kind and size are shown', async () => {
  await world.batchOf(1)
  await world.setRow(1, { attachments: [{ kind: 'licence', fileId: 'cloud://x', type: 'jpg', size: 7 }] })
  const { row } = await getRow(world.deps, operator, { rowId: world.row(1)._id })
  expect(row.attachments).toEqual([{ kind: 'licence', size: 7 }])
})

test('why we did not send a row is shown, and nothing where nothing was said', async () => {
  await world.batchOf(1)
  const problem = async () => (await getRow(world.deps, operator, { rowId: world.row(1)._id })).row.problem
  await world.setRow(1, { problem: 'dataGone' })
  expect(await problem()).toBe('dataGone')
  const { problem: _, ...old } = world.row(1)
  await world.store.remove('batch_rows', old._id, old.version)
  await world.store.insert('batch_rows', old)
  expect(await problem()).toBeNull()
})
