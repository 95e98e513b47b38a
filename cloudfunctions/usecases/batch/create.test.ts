import { zipSync } from 'fflate'
import {
  type BatchWorld,
  createBatchWorld,
  creditCode,
  headingLine,
  line,
  operator,
} from '../../../test/support/batch-world'
import { eventually } from '../../../test/support/eventually'
import { codeOf } from '../../../test/support/refusal'
import type { CreateInput } from '../../contract/batch'
import { sweep } from '../sweep'
import { create, createOrAsk } from './create'
import { getBatch } from './read'
import { batchOf } from './rows'
import { submit } from './submit'

/** How a batch comes to its rows. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

const input = (...lines: string[]): CreateInput => ({
  clientKey: 'key-batch-made-00001',
  title: '十一月',
  linkMode: 'single',
  authorization: null,
  source: { kind: 'text', text: [`${headingLine}\t备注`, ...lines.map(each => `${each}\t急`)].join('\n') },
})

test('the same call again is answered with the batch there is, and with nothing of what was read', async () => {
  const first = await create(world.deps, operator, input(line(1)))
  expect(first).toMatchObject({ outcome: 'created', unknownHeadings: ['备注'], leftOut: [{ name: '备注' }] })
  const again = await create(world.deps, operator, input(line(1)))
  expect(again).toEqual({ ...first, outcome: 'repeated', unknownHeadings: [], leftOut: [] })
  expect(world.rows()).toHaveLength(1)
})

test('who calls the plain one is never asked', async () => {
  const asking = { ...input(line(1)), reading: { ask: true } }
  expect(await create(world.deps, operator, asking)).toMatchObject({ outcome: 'created' })
})

test('rows are drafts of a certain age, and the audit says how many were imported', async () => {
  const { batch } = await create(world.deps, operator, input(line(1), line(2)))
  const now = world.deps.clock()
  expect(world.row(2)).toMatchObject({
    history: [{ state: 'draft', at: now, cause: 'imported' }],
    redactAt: now + world.deps.config.policy.retentionDays * 24 * 3600_000,
  })
  expect(world.store.all('batches')).toMatchObject([{ listKey: `${now}_${batch.id}`, lastNumber: 2 }])
  expect(await world.store.get('audit', `${batch.id}_1`)).toMatchObject({ event: 'imported', rows: 2 })
})

test.each([
  ['测试员甲', '', ''],
  ['', '13800138000', ''],
  ['', '', '110101199001010015'],
])('a row that names its administrator as %s %s %s keeps what it says', async (admin, mobile, idNumber) => {
  const own = line(1, { admin, mobile }).replace('110101199001010015', idNumber)
  const administrator = {
    name: '测试员丙',
    mobile: '13900139000',
    idType: 'residentId' as const,
    idNumber: '110101199001010023',
  }
  await create(world.deps, operator, { ...input(own), administrator })
  expect(world.row(1).issues.some(({ code }) => code === 'missing')).toBe(true)
})

test('a batch is found again by its operator and key, in every release', async () => {
  const { batch } = await create(world.deps, operator, input(line(1)))
  expect(batch.id).toBe('b_d9f444046534eb0e40afa137170c26b4')
})

test('a key that was used with other content makes nothing', async () => {
  await create(world.deps, operator, input(line(1)))
  expect(await codeOf(create(world.deps, operator, input(line(2))))).toBe('KEY_CONFLICT')
  expect(world.rows()).toHaveLength(1)
})

test('more rows than a batch takes make none, and leave nothing', async () => {
  const lines = Array.from({ length: 1001 }, () => line(1))
  expect(await codeOf(create(world.deps, operator, input(...lines)))).toBe('TOO_MANY_ROWS')
  expect([world.rows(), world.store.all('batches')]).toEqual([[], []])
  const { batch } = await create(world.deps, operator, {
    ...input(...lines.slice(1)),
    clientKey: 'key-batch-made-00002',
  })
  expect(batch.total).toBe(1000)
})

test('without a vendor that takes batches there are none', async () => {
  for (const driver of world.deps.drivers.values()) Object.assign(driver, { batch: undefined })
  expect(await codeOf(create(world.deps, operator, input(line(1))))).toBe('VENDOR_OFF')
})

describe('import', () => {
  test('rows are checked against each other, and nothing is sent', async () => {
    const text = [
      headingLine,
      line(1),
      line(2, { code: creditCode(1) }),
      line(3, { code: `${creditCode(3).slice(0, 17)}#` }),
      line(4).replace('有限公司', '(北京)有限公司'),
    ].join('\n')
    const id = await world.batchOf(0, { source: { kind: 'text', text } })
    expect(world.rows().map(each => each.issues.map(({ column, code }) => `${column} ${code}`))).toEqual([
      ['creditCode duplicateCode'],
      ['creditCode duplicateCode'],
      [expect.stringMatching(/^creditCode /)],
      ['name halfWidth'],
    ])
    expect((await getBatch(world.deps, operator, { id, since: 0 })).batch).toMatchObject({
      phase: 'draft',
      total: 4,
      faulty: 4,
      sendable: 0,
    })
    expect(world.batches.registrations).toEqual([])
  })

  test('the same key is the same batch; one cut off half-way is completed by the next try', async () => {
    let writes = 0
    world.store.beforeWrite((operation, collection) => {
      if (collection === 'batch_rows' && operation === 'insertMany' && ++writes > 2)
        throw new Error('the process died')
    })
    await world.batchOf(130).catch(() => {})
    world.store.beforeWrite(() => {})
    expect(world.rows()).toHaveLength(100)
    expect(world.store.all('batches')).toEqual([])
    const id = await world.batchOf(130)
    expect(world.rows()).toHaveLength(130)
    expect((await batchOf(world.deps, id)).counts.draft).toBe(130)
  })

  test('a file is read and deleted, also when it cannot be read', async () => {
    const good = 'cloud://env/imports/aaaaaaaaaaaaaaaa.csv'
    const bad = 'cloud://env/imports/bbbbbbbbbbbbbbbb.xlsx'
    world.files.set(good, Buffer.from(`${headingLine}\n${line(1)}`))
    world.files.set(bad, Buffer.from('PK\x03\x04 nothing of the kind'))
    await world.batchOf(0, { source: { kind: 'file', fileId: good } })
    expect(await codeOf(world.batchOf(0, { source: { kind: 'file', fileId: bad } }))).toBe('FILE_BROKEN')
    expect(world.files.size).toBe(0)
    expect(world.rows()).toHaveLength(1)
  })

  test('pasted text that came as a file is the same list as in the call, and the file is gone', async () => {
    const fileId = 'cloud://env/imports/aaaaaaaaaaaaaaaa.txt'
    const text = `${headingLine}\n${line(1)}`
    const clientKey = 'key-pasted-as-file-1'
    world.files.set(fileId, Buffer.from(text))
    const id = await world.batchOf(0, { clientKey, source: { kind: 'file', fileId } })
    expect(await world.batchOf(0, { clientKey, source: { kind: 'text', text } })).toBe(id)
    expect(world.files.size).toBe(0)
  })

  test('more text than a field takes is no list', async () => {
    const fileId = 'cloud://env/imports/aaaaaaaaaaaaaaaa.txt'
    world.files.set(fileId, Buffer.from(`${headingLine}\n`.padEnd(300_001, 'x')))
    expect(await codeOf(world.batchOf(0, { source: { kind: 'file', fileId } }))).toBe('FILE_TOO_LARGE')
    expect(world.files.size).toBe(0)
  })

  test('a file is deleted unread when it is not needed', async () => {
    const fileId = 'cloud://env/imports/aaaaaaaaaaaaaaaa.csv'
    const input = { clientKey: 'key-upload-again-01', source: { kind: 'file' as const, fileId } }
    for (const _ of [1, 2]) {
      world.files.set(fileId, Buffer.from(`${headingLine}\n${line(1)}`))
      await world.batchOf(0, input)
    }
    expect(world.store.all('batches')).toHaveLength(1)
    expect(world.files.size).toBe(0)
    expect(world.store.all('files')).toEqual([])
  })

  test('the file of a run that died is removed by the sweep', async () => {
    const fileId = 'cloud://env/imports/aaaaaaaaaaaaaaaa.csv'
    world.files.set(fileId, Buffer.from(`${headingLine}\n${line(1)}`))
    // Whatever is thrown, a dead process does not clean up.
    const download = world.deps.files.download
    const dead = () => new Promise<never>(() => {})
    void create({ ...world.deps, files: { ...world.deps.files, download: dead } }, operator, {
      clientKey: 'key-upload-dead-01',
      title: '十一月',
      linkMode: 'single',
      authorization: null,
      source: { kind: 'file', fileId },
    })
    await eventually(() => world.store.all('files').length === 1)
    await sweep(world.deps)
    expect(await download(fileId, 1_000_000)).toBeDefined()
    world.pass(10 * 60_000)
    await sweep(world.deps)
    expect(world.files.size).toBe(0)
    expect(world.store.all('files')).toEqual([])
  })

  test('who made the batch may name an administrator for rows that name none', async () => {
    const text = [
      headingLine,
      line(1, { admin: '', mobile: '' }).replace('110101199001010015', ''),
      line(2),
    ].join('\n')
    await world.batchOf(0, {
      source: { kind: 'text', text },
      administrator: {
        name: '测试员丙',
        mobile: '13900139000',
        idType: 'residentId',
        idNumber: '110101199001010023',
      },
    })
    expect(world.rows().map(({ maskedAdmin }) => maskedAdmin?.mobile)).toEqual(['139****9000', '138****8000'])
  })

  test('nothing personal is stored in the clear', async () => {
    const id = await world.batchOf(2)
    await submit(world.deps, operator, { id })
    const everything = JSON.stringify([
      world.rows(),
      world.store.all('batches'),
      world.store.all('audit'),
      world.logged,
    ])
    for (const secret of ['110101199001010015', '13800138000', '测试员甲', '测试员乙']) {
      expect(everything).not.toContain(secret)
    }
  })
})

describe('a file of which a part is hidden', () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

  /** Two organizations, the second in a hidden row. */
  function hidingOne(): Buffer {
    const row = (text: string, hidden: boolean) =>
      `<row${hidden ? ' hidden="1"' : ''}>${text
        .split('\t')
        .map(cell => `<c t="inlineStr"><is><t>${cell}</t></is></c>`)
        .join('')}</row>`
    const rows = [row(headingLine, false), row(line(1), false), row(line(2), true)].join('')
    const parts = {
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="名单" sheetId="1" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    }
    const packed = Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)] as const)
    return Buffer.from(zipSync(Object.fromEntries(packed)))
  }

  let uploads = 0
  const importing = (reading: CreateInput['reading']) => {
    uploads += 1
    const fileId = `cloud://env/imports/${String(uploads).padStart(16, '0')}.xlsx`
    world.files.set(fileId, hidingOne())
    return createOrAsk(world.deps, operator, {
      clientKey: 'key-batch-asked-0001',
      title: '十一月',
      linkMode: 'single',
      authorization: null,
      source: { kind: 'file', fileId },
      reading,
    })
  }

  test('nothing is made while the operator has a choice, and the choice makes one batch of it', async () => {
    expect(await importing({ ask: true })).toEqual({
      outcome: 'asked',
      rows: 1,
      leftOut: [{ what: 'row', name: '3', count: 1, why: 'hidden' }],
    })
    expect([world.store.all('batches'), world.store.all('batch_rows'), world.files.size]).toEqual([[], [], 0])
    const made = await importing({ ask: false, hiddenRows: true })
    expect(made).toMatchObject({ outcome: 'created', batch: { total: 2 }, leftOut: [] })
    expect(world.store.all('batches')).toHaveLength(1)
  })

  test('who is not to be asked is told what was left out', async () => {
    expect(await importing(undefined)).toMatchObject({
      outcome: 'created',
      batch: { total: 1 },
      leftOut: [{ count: 1 }],
    })
  })

  test('the plain one asks nobody, and reads as it is told', async () => {
    const importing = (reading: CreateInput['reading'], clientKey: string) => {
      const fileId = 'cloud://env/imports/aaaaaaaaaaaaaaaa.xlsx'
      world.files.set(fileId, hidingOne())
      const source = { kind: 'file', fileId } as const
      return create(world.deps, operator, { ...input(), clientKey, source, reading })
    }
    expect((await importing({ ask: true }, 'key-batch-plain-0001')).batch.total).toBe(1)
    expect((await importing({ ask: true, hiddenRows: true }, 'key-batch-plain-0002')).batch.total).toBe(2)
  })

  test('with nothing to choose nobody is asked', async () => {
    expect(await importing({ ask: true, hiddenRows: true })).toMatchObject({
      outcome: 'created',
      leftOut: [],
    })
  })
})
