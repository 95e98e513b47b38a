import {
  type BatchWorld,
  createBatchWorld,
  creditCode,
  headingLine,
  line,
  operator,
  organizationName,
} from '../../../test/support/batch-world'
import { codeOf } from '../../../test/support/refusal'
import type { RowState } from '../../domain/batch/lifecycle'
import { sweep } from '../sweep'
import { attach, fix, removeRows, saveRow } from './edit'
import { link, links, liveLinks, rowLink } from './links'
import { getBatch, getRow } from './read'
import { submit } from './submit'

/** What operators see of rows and may do with them. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

const sweepOnce = async () => {
  world.pass(30_000)
  await sweep(world.deps)
}
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

test('of a failed row that is corrected nothing of the round before is left', async () => {
  const id = await world.batchOf(1)
  await submit(world.deps, operator, { id })
  await sweepOnce()
  world.batches.progress.set(organizationName(1), {
    standing: 'failed',
    rawStatus: 'Failed',
    failure: '不通过',
    authorizationId: 'flow-1',
  })
  await sweepOnce()
  await world.setRow(1, { letterRejected: true, suspected: true, solo: true, problem: 'attachmentLost' })
  expect(world.row(1)).toMatchObject({ state: 'rejected', vendorText: '不通过', rawStatus: 'Failed' })
  await saveRow(world.deps, operator, { id, rowId: world.row(1)._id, fields: { legalName: '测试员丁' } })
  expect(world.row(1)).toMatchObject({
    state: 'draft',
    chunkId: null,
    taskId: null,
    subTaskId: null,
    subTasks: null,
    authorizationId: null,
    authorizations: null,
    rawStatus: null,
    vendorText: null,
    problem: null,
    letterRejected: false,
    suspected: false,
    solo: false,
    dueAt: null,
    redactAt: world.deps.clock() + 30 * 24 * 3600_000,
  })
})

describe('what may not be changed', () => {
  test.each(['queued', 'sending', 'accepted', 'ready', 'verified', 'canceled'] as const)(
    'a row that is %s',
    async state => {
      const id = await world.batchOf(1)
      await world.setRow(1, { state })
      const rowId = world.row(1)._id
      expect(await codeOf(saveRow(world.deps, operator, { id, rowId, fields: { name: 'x' } }))).toBe(
        'ROW_LOCKED',
      )
      expect(await codeOf(attach(world.deps, operator, { rowId, kind: 'licence', fileId: null }))).toBe(
        'ROW_LOCKED',
      )
      expect((await removeRows(world.deps, operator, { id, rowIds: [rowId] })).removed).toEqual([])
      expect(world.rows()).toMatchObject([{ state, name: organizationName(1) }])
    },
  )

  test('a row that leaves in the moment of the change', async () => {
    const id = await world.batchOf(1)
    let begun = false
    world.store.beforeWrite(async (operation, collection) => {
      if (collection !== 'batch_rows' || operation !== 'updateMany' || begun) return
      begun = true
      await world.setRow(1, { state: 'queued' })
    })
    const rowId = world.row(1)._id
    expect(await codeOf(saveRow(world.deps, operator, { id, rowId, fields: { name: 'x' } }))).toBe(
      'ROW_LOCKED',
    )
    expect(world.row(1)).toMatchObject({ state: 'queued', name: organizationName(1) })
  })

  test('a row of another batch, and one whose data is gone', async () => {
    const id = await world.batchOf(1)
    const other = await world.batchOf(0, { source: { kind: 'empty' } })
    const rowId = world.row(1)._id
    expect(await codeOf(saveRow(world.deps, operator, { id: other, rowId, fields: { name: 'x' } }))).toBe(
      'NOT_FOUND',
    )
    expect(await codeOf(getRow(world.deps, operator, { rowId: `${id}_00009` }))).toBe('NOT_FOUND')
    await world.setRow(1, { sealed: null })
    expect(await codeOf(saveRow(world.deps, operator, { id, rowId, fields: { name: 'x' } }))).toBe(
      'ROW_LOCKED',
    )
  })

  test('a batch that is full', async () => {
    const id = await world.batchOf(1)
    const batch = await world.store.get('batches', id)
    await world.store.replace('batches', id, batch?.version ?? 0, { lastNumber: 999 })
    const add = () => saveRow(world.deps, operator, { id, fields: { name: organizationName(9) } })
    expect((await add()).row.number).toBe(1000)
    expect(await codeOf(add())).toBe('TOO_MANY_ROWS')
  })
})

test('only what was not sent is taken out, with its files, and the audit says how many', async () => {
  const id = await world.batchOf(3)
  const fileId = 'cloud://env/licences/aaaaaaaaaaaaaaaa.jpg'
  world.files.set(fileId, Buffer.from([0xff, 0xd8, 0xff, 0xe0]))
  await attach(world.deps, operator, { rowId: world.row(1)._id, kind: 'licence', fileId })
  await world.setRow(2, { state: 'queued' })
  const { removed, batch } = await removeRows(world.deps, operator, {
    id,
    rowIds: [world.row(1)._id, world.row(2)._id],
  })
  expect([removed, batch.total, world.files.size]).toEqual([[`${id}_00001`], 2, 0])
  const audit = world.store.all('audit').filter(each => 'batchId' in each && each.event === 'removed')
  expect(audit).toMatchObject([{ rows: 1 }])
})

test('what has one right form is put right at once, a question is left to a person', async () => {
  const asked = line(2).replace('测试员乙', '买买提 艾力')
  const text = [headingLine, line(1).replace('测试员乙', '测 试'), asked].join('\n')
  const id = await world.batchOf(0, { source: { kind: 'text', text } })
  const { batch } = await fix(world.deps, operator, { id })
  expect(batch).toMatchObject({ faulty: 1, sendable: 1 })
  expect(world.rows().map(({ issues }) => issues.map(({ code }) => code))).toEqual([[], ['unclear']])
})

describe('files beside a row', () => {
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
  const pdf = Buffer.from('%PDF-1.7\n')
  let count = 0
  const uploaded = (content: Buffer) => {
    count += 1
    const fileId = `cloud://env/licences/${String(count).padStart(16, '0')}.bin`
    world.files.set(fileId, content)
    return fileId
  }
  const put = (kind: 'licence' | 'letter', content: Buffer) =>
    attach(world.deps, operator, { rowId: world.row(1)._id, kind, fileId: uploaded(content) })

  test('a new one takes the place of the one of its kind, whose file is deleted', async () => {
    await world.batchOf(1)
    await put('licence', jpeg)
    await put('letter', pdf)
    await put('licence', Buffer.concat([jpeg, jpeg]))
    expect(world.row(1).attachments.map(({ kind, type, size }) => [kind, type, size])).toEqual([
      ['letter', 'pdf', 9],
      ['licence', 'jpg', 14],
    ])
    expect([...world.files.keys()].sort()).toEqual(
      world
        .row(1)
        .attachments.map(({ fileId }) => fileId)
        .sort(),
    )
    await attach(world.deps, operator, { rowId: world.row(1)._id, kind: 'letter', fileId: null })
    expect(world.row(1).attachments.map(({ kind }) => kind)).toEqual(['licence'])
    expect(world.files.size).toBe(1)
  })

  test.each([
    ['licence', 'a PDF', pdf],
    ['licence', 'larger than a licence may be', Buffer.concat([jpeg, Buffer.alloc(5_000_000)])],
    ['letter', 'larger than a letter may be', Buffer.concat([jpeg, Buffer.alloc(6_000_000)])],
    ['letter', 'nothing of the kind', Buffer.from('hello')],
  ] as const)('a %s that is %s is refused and deleted', async (kind, _what, content) => {
    await world.batchOf(1)
    expect(await codeOf(put(kind, content))).toBe('ATTACHMENT_UNREADABLE')
    expect([world.row(1).attachments, world.files.size]).toEqual([[], 0])
  })

  test('one that cannot be deleted is written in the log, and keeps nothing from being done', async () => {
    await world.batchOf(1)
    await put('licence', jpeg)
    const { files } = world.deps
    world.deps.files = { ...files, remove: () => Promise.reject(new Error('no answer')) }
    expect(await codeOf(put('letter', Buffer.from('hello')))).toBe('ATTACHMENT_UNREADABLE')
    expect(world.logged.splice(0).join()).toContain('batch.fileKept')
    await put('licence', jpeg)
    expect(world.row(1).attachments).toHaveLength(1)
    expect(world.logged.join()).toContain('batch.fileKept')
  })

  test('a letter may be larger than a licence', async () => {
    await world.batchOf(1)
    await put('letter', Buffer.concat([jpeg, Buffer.alloc(5_000_000)]))
    expect(world.row(1).attachments).toHaveLength(1)
  })
})

describe('links', () => {
  const ready = async (count: number, changes: Parameters<BatchWorld['batchOf']>[1] = {}) => {
    const id = await world.batchOf(count, changes)
    await submit(world.deps, operator, { id })
    await sweepOnce()
    return id
  }
  const groups = async (id: string) => (await links(world.deps, operator, { id })).links

  test('none without rows that are ready, and none of a group there is not', async () => {
    const id = await world.batchOf(1)
    expect(await groups(id)).toEqual([])
    expect(await codeOf(link(world.deps, operator, { id, group: 'x_1' }))).toBe('LINK_NOT_READY')
    await submit(world.deps, operator, { id })
    await sweepOnce()
    const [first] = await groups(id)
    await world.setRow(1, { sealed: null })
    expect(await codeOf(link(world.deps, operator, { id, group: first?.group ?? '' }))).toBe('LINK_NOT_READY')
    await world.setRow(1, { adminKey: null })
    expect(await groups(id)).toEqual([])
  })

  test('it is asked for in the name of the administrator, and lives as long as the vendor says', async () => {
    const id = await ready(2)
    const [first] = await groups(id)
    const { link: made } = await link(world.deps, operator, { id, group: first?.group ?? '' })
    expect(world.batches.linkRequests).toEqual([
      {
        administrator: {
          name: '测试员甲',
          mobile: '13800138000',
          idType: 'residentId',
          idNumber: '110101199001010015',
        },
        subTaskIds: [1, 2].map(number => `sub:${organizationName(number)}`),
      },
    ])
    const expiresAt = 1_700_000_000_000 + 7 * 24 * 3600_000
    expect(made).toMatchObject({ state: 'live', rows: 2, notCovered: 0, unasked: 0, link: { expiresAt } })
    world.pass(expiresAt - world.deps.clock() - 1)
    expect(await groups(id)).toMatchObject([{ state: 'live' }])
    world.pass(1)
    expect(await groups(id)).toMatchObject([{ state: 'expired', link: null, leftOut: [] }])
  })

  test('those that live are told apart from those that ended, and from none', async () => {
    const id = await ready(1)
    expect(await liveLinks(world.deps, id)).toEqual([])
    const [first] = await groups(id)
    const group = first?.group ?? ''
    await link(world.deps, operator, { id, group })
    expect(await liveLinks(world.deps, id)).toEqual([{ group, link: world.store.all('links')[0] }])
    world.pass(1_700_000_000_000 + 7 * 24 * 3600_000 - world.deps.clock())
    expect(await liveLinks(world.deps, id)).toEqual([])
  })

  test('the words of the vendor are kept to their 500th sign', async () => {
    const id = await ready(1)
    const batch = world.deps.drivers.get('ess')?.batch
    if (!batch) throw new Error('no batch driver')
    const { link: given } = batch
    batch.link = async request => {
      const outcome = await given(request)
      return outcome.kind === 'ok'
        ? { kind: 'ok', value: { ...outcome.value, failures: ['长'.repeat(600), '短'] } }
        : outcome
    }
    const [first] = await groups(id)
    const { link: made } = await link(world.deps, operator, { id, group: first?.group ?? '' })
    expect(made.failures).toEqual(['长'.repeat(500), '短'])
  })

  test('what became of the call is told, and nothing is kept', async () => {
    const id = await ready(1)
    const batch = world.deps.drivers.get('ess')?.batch
    if (!batch) throw new Error('no batch driver')
    batch.link = async () => ({ kind: 'transient', code: 'TIMEOUT', detail: '' })
    const [first] = await groups(id)
    const asked = link(world.deps, operator, { id, group: first?.group ?? '' })
    expect(await codeOf(asked)).toBe('VENDOR_UNAVAILABLE')
    expect(world.store.all('links')).toEqual([])
  })

  test('where a link takes only so many rows there are more of them', async () => {
    const batch = world.deps.drivers.get('ess')?.batch
    if (!batch) throw new Error('no batch driver')
    Object.assign(batch.limits, { rowsPerLink: 2 })
    const id = await ready(5)
    expect((await groups(id)).map(({ rows: count, group }) => [count, group.at(-1)])).toEqual([
      [2, '1'],
      [2, '2'],
      [1, '3'],
    ])
  })

  test('of a row of its own only while it is open, and only where rows have their own', async () => {
    const id = await ready(1, { linkMode: 'perRow' })
    const rowId = world.row(1)._id
    const { handoff } = await rowLink(world.deps, operator, { rowId })
    const madeAt = world.row(1).history.find(({ state }) => state === 'ready')?.at ?? 0
    expect(handoff).toMatchObject({ singleUse: false, expiresAt: madeAt + 7 * 24 * 3600_000 })
    await world.setRow(1, { state: 'processing' })
    expect(await codeOf(rowLink(world.deps, operator, { rowId }))).toBe('no error')
    for (const state of ['accepted', 'verified', 'rejected'] as const) {
      await world.setRow(1, { state })
      expect(await codeOf(rowLink(world.deps, operator, { rowId }))).toBe('LINK_NOT_READY')
    }
    await world.setRow(1, { state: 'ready', taskId: null })
    expect(await codeOf(rowLink(world.deps, operator, { rowId }))).toBe('LINK_NOT_READY')
    await world.setRow(1, { taskId: 'task-1', subTaskId: 'another' })
    expect(await codeOf(rowLink(world.deps, operator, { rowId }))).toBe('LINK_NOT_READY')
    const batch = await world.store.get('batches', id)
    await world.setRow(1, { subTaskId: `sub:${organizationName(1)}` })
    await world.store.replace('batches', id, batch?.version ?? 0, { linkMode: 'single' })
    expect(await codeOf(rowLink(world.deps, operator, { rowId }))).toBe('LINK_NOT_READY')
  })
})
