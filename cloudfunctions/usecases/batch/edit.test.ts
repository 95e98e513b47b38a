import {
  type BatchWorld,
  createBatchWorld,
  creditCode,
  headingLine,
  line,
  operator,
  organizationName,
} from '../../../test/support/batch-world'
import { codeOf, refusedAs } from '../../../test/support/refusal'
import { attach, fix, removeRows, saveRow } from './edit'
import { getRow } from './read'
import { submit } from './submit'

/** What is changed of rows, and what may not be. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

test('of a failed row that is corrected nothing of the round before is left', async () => {
  const id = await world.batchOf(1)
  await submit(world.deps, operator, { id })
  await world.wait(30)
  world.batches.progress.set(organizationName(1), {
    standing: 'failed',
    rawStatus: 'Failed',
    failure: '不通过',
    authorizationId: 'flow-1',
  })
  await world.wait(30)
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

test('what is not said is not changed', async () => {
  const id = await world.batchOf(1)
  const fields = { legalName: undefined, address: '北京市海淀区示例路1号' }
  const { row } = await saveRow(world.deps, operator, { id, rowId: world.row(1)._id, fields })
  expect(row.fields).toMatchObject({ legalName: '测试员乙', address: '北京市海淀区示例路1号' })
})

test('only what can be corrected is, beside what cannot, and of what was typed', async () => {
  const half = line(1, { code: 'x' }).replace('测试员乙', '测 试')
  const gone = line(3).replace('有限公司', '(北京)有限公司')
  const id = await world.batchOf(0, {
    source: { kind: 'text', text: [headingLine, half, line(2, { code: 'y' }), gone].join('\n') },
  })
  await world.setRow(3, { sealed: null })
  world.pass(5000)
  const { rows } = await fix(world.deps, operator, { id })
  expect(world.rows().map(({ issues }) => issues.map(({ column }) => column))).toEqual([
    ['creditCode'],
    ['creditCode'],
    expect.arrayContaining(['name']),
  ])
  expect(rows.map(({ number }) => number)).toEqual([1, 3])
  expect(world.row(3).sealed).toBeNull()
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
    expect(world.row(1).attachments).toMatchObject([{ kind: 'licence' }])
    expect(world.files.size).toBe(1)
  })

  test.each([
    ['licence', 'a PDF', pdf],
    ['licence', 'larger than a licence may be', Buffer.concat([jpeg, Buffer.alloc(5_000_000)])],
    ['letter', 'larger than a letter may be', Buffer.concat([jpeg, Buffer.alloc(6_000_000)])],
    ['letter', 'nothing of the kind', Buffer.from('hello')],
  ] as const)('a %s that is %s is refused and deleted', async (kind, _what, content) => {
    await world.batchOf(1)
    expect(await refusedAs(put(kind, content))).toBe('ATTACHMENT_UNREADABLE fileId')
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

  test('the same call again keeps the file that the row has taken', async () => {
    await world.batchOf(1)
    const rowId = world.row(1)._id
    const fileId = uploaded(jpeg)
    const again = () => attach(world.deps, operator, { rowId, kind: 'licence', fileId })
    for (let calls = 0; calls < 2; calls++)
      expect((await again()).row.attachments).toEqual([{ kind: 'licence', size: 7 }])
    await world.setRow(1, { state: 'queued' })
    expect(await codeOf(again())).toBe('ROW_LOCKED')
    expect([...world.files.keys()]).toEqual([fileId])
  })

  test.each([
    ['was sent', { state: 'queued' }, 'ROW_LOCKED'],
    ['is not there', null, 'NOT_FOUND'],
  ] as const)('one for a row that %s is deleted', async (_what, changes, code) => {
    await world.batchOf(1)
    if (changes) await world.setRow(1, changes)
    const rowId = changes ? world.row(1)._id : 'b_1_00009'
    const put = attach(world.deps, operator, { rowId, kind: 'licence', fileId: uploaded(jpeg) })
    expect(await codeOf(put)).toBe(code)
    expect(world.files.size).toBe(0)
  })

  test('where none was given none is deleted', async () => {
    await world.batchOf(1)
    await world.setRow(1, { state: 'queued' })
    const deleted: unknown[] = []
    world.deps.files.remove = async fileId => {
      deleted.push(fileId)
    }
    const taken = attach(world.deps, operator, { rowId: world.row(1)._id, kind: 'licence', fileId: null })
    expect(await codeOf(taken)).toBe('ROW_LOCKED')
    expect(deleted).toEqual([])
  })

  test('one that could not be put there for now is kept for the next try', async () => {
    await world.batchOf(1)
    world.store.beforeWrite(() => {
      throw new Error('no answer')
    })
    await expect(put('licence', jpeg)).rejects.toThrow('no answer')
    expect(world.files.size).toBe(1)
  })

  test('a letter may be larger than a licence', async () => {
    await world.batchOf(1)
    await put('letter', Buffer.concat([jpeg, Buffer.alloc(5_000_000)]))
    expect(world.row(1).attachments).toHaveLength(1)
  })
})

describe('correction', () => {
  test('suggestions are taken over at once', async () => {
    const text = [headingLine, line(1).replace('有限公司', '(北京)有限公司'), line(2)].join('\n')
    const id = await world.batchOf(0, { source: { kind: 'text', text } })
    const { batch, rows: changed } = await fix(world.deps, operator, { id })
    expect(batch).toMatchObject({ faulty: 0, sendable: 2 })
    expect(changed.find(({ number }) => number === 1)?.name).toContain('（北京）')
  })

  test('changing one row settles the quarrel with the other', async () => {
    const text = [headingLine, line(1), line(2, { code: creditCode(1) })].join('\n')
    const id = await world.batchOf(0, { source: { kind: 'text', text } })
    const saved = await saveRow(world.deps, operator, {
      id,
      rowId: world.row(2)._id,
      fields: { creditCode: creditCode(2) },
    })
    expect(saved.row).toMatchObject({ issues: 0, issueList: [] })
    expect(saved.batch.faulty).toBe(0)
    expect(world.row(1).issues).toEqual([])
  })

  test('a row is added, and removed without a trace', async () => {
    const id = await world.batchOf(1)
    const { row: added } = await saveRow(world.deps, operator, { id, fields: { name: organizationName(9) } })
    expect(added).toMatchObject({ number: 2, state: 'draft' })
    expect(added.issueList.map(({ column }) => column)).toContain('creditCode')
    const { removed, batch } = await removeRows(world.deps, operator, { id, rowIds: [added.id] })
    expect(removed).toEqual([added.id])
    expect(batch.total).toBe(1)
  })

  test('nobody sees a whole number again, and leaving it out keeps it', async () => {
    const id = await world.batchOf(1)
    const rowId = world.row(1)._id
    const { row: seen } = await getRow(world.deps, operator, { rowId })
    expect(seen.fields).toMatchObject({ adminIdNumber: '1101****15', adminMobile: '138****8000' })
    await saveRow(world.deps, operator, { id, rowId, fields: { legalName: '测试员丁' } })
    await submit(world.deps, operator, { id })
    expect(world.batches.registrations[0]?.rows[0]).toMatchObject({
      legalName: '测试员丁',
      administrator: { idNumber: '110101199001010015', mobile: '13800138000' },
    })
  })

  test('what was sent is not changed', async () => {
    const id = await world.batchOf(1)
    await submit(world.deps, operator, { id })
    const change = saveRow(world.deps, operator, {
      id,
      rowId: world.row(1)._id,
      fields: { legalName: '别人' },
    })
    expect(await codeOf(change)).toBe('ROW_LOCKED')
  })

  test('a letter and a licence go with the row and are deleted once it was accepted', async () => {
    const id = await world.batchOf(1)
    const rowId = world.row(1)._id
    const licence = 'cloud://env/licences/aaaaaaaaaaaaaaaa.jpg'
    world.files.set(licence, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(100)]))
    const { row: seen } = await attach(world.deps, operator, { rowId, kind: 'licence', fileId: licence })
    expect(seen.attachments).toEqual([{ kind: 'licence', size: 103 }])
    await submit(world.deps, operator, { id })
    expect(world.batches.registrations[0]?.rows[0]?.licence).toMatchObject({ type: 'jpg' })
    expect(world.files.size).toBe(0)
  })

  test('a file that is no picture is refused and deleted', async () => {
    await world.batchOf(1)
    world.files.set('cloud://env/licences/bbbbbbbbbbbbbbbb.png', Buffer.from('hello'))
    const attempt = attach(world.deps, operator, {
      rowId: world.row(1)._id,
      kind: 'licence',
      fileId: 'cloud://env/licences/bbbbbbbbbbbbbbbb.png',
    })
    expect(await codeOf(attempt)).toBe('ATTACHMENT_UNREADABLE')
    expect(world.files.size).toBe(0)
  })
})
