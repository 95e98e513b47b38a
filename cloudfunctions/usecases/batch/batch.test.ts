import {
  type BatchWorld,
  createBatchWorld,
  creditCode,
  headingLine,
  line,
  operator,
  organizationName,
} from '../../../test/support/batch-world'
import { eventually } from '../../../test/support/eventually'
import { codeOf } from '../../../test/support/refusal'
import { perform } from '../../api/perform'
import { withOwnIds } from '../../domain/batch/row'
import { operatorId } from '../operator/identity'
import { sweep } from '../sweep'
import { create } from './create'
import { attach, fix, removeRows, saveRow } from './edit'
import { exportSheet, template } from './export'
import { link, links, rowLink } from './links'
import { getBatch, getRow, refreshBatch } from './read'
import { cancelBatch, repair, resolve } from './repair'
import { batchOf } from './rows'
import { submit } from './submit'

let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

const sent = () => world.batches.registrations.flatMap(request => request.rows.map(({ name }) => name))
/** Lets the sweep run as often as its timer would in that time. */
async function wait(seconds: number) {
  for (let passed = 0; passed < seconds; passed += 30) {
    world.pass(30_000)
    await sweep(world.deps)
  }
}
const progressOf = (
  number: number,
  rawStatus: string,
  standing: 'started' | 'submitted' | 'failed' | 'already',
  failure = '',
) =>
  world.batches.progress.set(organizationName(number), {
    rawStatus,
    standing,
    failure,
    authorizationId: `flow-${number}`,
  })

describe('operators', () => {
  test('who is no operator sees and does nothing', async () => {
    const id = await world.batchOf(1)
    const rowId = world.row(1)._id
    const administrator = { name: '甲', mobile: '13800138000', idType: 'residentId', idNumber: '' } as const
    const attempts = [
      () => perform(world.deps, 'mallory', 'batch.get', { id, since: 0 }),
      () => perform(world.deps, 'mallory', 'batch.refresh', { id, since: 0 }),
      () => perform(world.deps, 'mallory', 'batch.list', { limit: 20 }),
      () => perform(world.deps, 'mallory', 'batch.row', { rowId }),
      () => perform(world.deps, 'mallory', 'batch.saveRow', { id, fields: {} }),
      () => perform(world.deps, 'mallory', 'batch.removeRows', { id, rowIds: [rowId] }),
      () => perform(world.deps, 'mallory', 'batch.attach', { rowId, kind: 'licence', fileId: null }),
      () => perform(world.deps, 'mallory', 'batch.fix', { id }),
      () => perform(world.deps, 'mallory', 'batch.submit', { id }),
      () => perform(world.deps, 'mallory', 'batch.links', { id }),
      () => perform(world.deps, 'mallory', 'batch.link', { id, group: 'x' }),
      () => perform(world.deps, 'mallory', 'batch.rowLink', { rowId }),
      () => perform(world.deps, 'mallory', 'batch.repair', { id, rowIds: [rowId], administrator }),
      () => perform(world.deps, 'mallory', 'batch.resolve', { id, rowIds: [rowId], decision: 'resubmit' }),
      () => perform(world.deps, 'mallory', 'batch.resolve', { id, rowIds: [rowId], decision: 'cancel' }),
      () => perform(world.deps, 'mallory', 'batch.cancel', { id }),
      () => perform(world.deps, 'mallory', 'batch.export', { id, what: 'board', language: 'zh' }),
      () => perform(world.deps, 'mallory', 'batch.template', {}),
    ]
    for (const attempt of attempts) expect(await codeOf(attempt())).toBe('FORBIDDEN')
    expect(world.states()).toEqual(['draft'])
  })
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
    world.files.set(bad, Buffer.from('PK nothing of the kind'))
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

describe('submission', () => {
  test('at most ten rows a call, each once, also when the button is pressed twice', async () => {
    const id = await world.batchOf(35)
    await Promise.all([
      submit(world.deps, operator, { id }),
      submit(world.deps, operator, { id }).catch(() => {}),
    ])
    await wait(60)
    expect(world.batches.registrations.map(({ rows: each }) => each.length).sort()).toEqual([10, 10, 10, 5])
    expect(sent().sort()).toEqual(
      Array.from({ length: 35 }, (_, index) => organizationName(index + 1)).sort(),
    )
    expect(new Set(world.states())).toEqual(new Set(['ready']))
    expect(
      world
        .rows()
        .map(withOwnIds)
        .every(({ round, name, subTaskId }) => round === 1 && subTaskId === `sub:${name}`),
    ).toBe(true)
  })

  test('rows with issues stay behind', async () => {
    const text = [headingLine, line(1), line(2, { code: '91110000' })].join('\n')
    const id = await world.batchOf(0, { source: { kind: 'text', text } })
    await submit(world.deps, operator, { id })
    expect(world.states()).toEqual(['accepted', 'draft'])
  })

  test('nothing to submit says so', async () => {
    const id = await world.batchOf(0, { source: { kind: 'empty' } })
    expect(await codeOf(submit(world.deps, operator, { id }))).toBe('NOTHING_TO_SUBMIT')
  })

  test('one bad row fails by itself and the others go again', async () => {
    const bad = organizationName(3)
    world.batches.onRegister = ({ rows: asked }) => {
      const index = asked.findIndex(({ name }) => name === bad)
      if (index < 0) return null
      const texts = asked.map((_, at) => (at === index ? '地址参数不正确' : ''))
      return { kind: 'ok', value: { kind: 'refused', texts } }
    }
    const id = await world.batchOf(10)
    await submit(world.deps, operator, { id })
    expect(world.row(3)).toMatchObject({ state: 'rejected', vendorText: '地址参数不正确' })
    expect(world.states().filter(state => state === 'accepted')).toHaveLength(9)
    expect([...world.batches.tasks.values()].flat()).toHaveLength(9)
  })

  test('when nobody says which row is at fault they go one by one', async () => {
    const bad = organizationName(7)
    world.batches.onRegister = ({ rows: asked }) =>
      asked.some(({ name }) => name === bad)
        ? { kind: 'ok', value: { kind: 'refused', texts: asked.map(() => '') } }
        : null
    const id = await world.batchOf(10)
    await submit(world.deps, operator, { id })
    expect(world.states().filter(state => state === 'accepted')).toHaveLength(9)
    expect(world.row(7).state).toBe('rejected')
  })

  test('a lost answer is never sent again by itself', async () => {
    world.batches.onRegister = () => ({ kind: 'indeterminate', code: 'TIMEOUT', detail: 'no answer' })
    const id = await world.batchOf(3)
    await submit(world.deps, operator, { id })
    world.batches.onRegister = () => null
    await wait(3600)
    expect(world.states()).toEqual(['indeterminate', 'indeterminate', 'indeterminate'])
    expect(world.batches.registrations).toHaveLength(1)
  })

  test('a lost answer is resolved by what the vendor knows', async () => {
    world.batches.onRegister = () => ({ kind: 'indeterminate', code: 'TIMEOUT', detail: 'no answer' })
    const id = await world.batchOf(2)
    await submit(world.deps, operator, { id })
    world.batches.standing.set(organizationName(1), 'verified')
    await wait(120)
    expect(world.states()).toEqual(['verified', 'indeterminate'])
  })

  test('a lost answer is resolved by a person', async () => {
    world.batches.onRegister = () => ({ kind: 'indeterminate', code: 'TIMEOUT', detail: 'no answer' })
    const id = await world.batchOf(2)
    await submit(world.deps, operator, { id })
    world.batches.onRegister = () => null
    const ids = world.rows().map(({ _id }) => _id)
    await resolve(world.deps, operator, { id, rowIds: [ids[0] ?? ''], decision: 'resubmit' })
    await resolve(world.deps, operator, { id, rowIds: [ids[1] ?? ''], decision: 'cancel' })
    expect(world.states()).toEqual(['accepted', 'canceled'])
    expect(world.row(1).round).toBe(2)
    // The administrator has no other rows, so what may have been created is cleared first.
    expect(world.batches.withdrawals).toEqual([
      { administrator: { name: '测试员甲', mobile: '13800138000' } },
    ])
  })

  test('of very many rows a person decides about, those go again for which there is time to ask', async () => {
    world.batches.onRegister = () => ({ kind: 'indeterminate', code: 'TIMEOUT', detail: 'no answer' })
    const id = await world.batchOf(30)
    await submit(world.deps, operator, { id })
    world.batches.onRegister = () => null
    const driver = world.deps.drivers.get('ess')?.batch
    if (!driver) throw new Error('no batch driver')
    const { standing } = driver
    driver.standing = organization => {
      world.pass(500)
      return standing(organization)
    }
    const again = async () => {
      const ids = world.rows().filter(({ state }) => state === 'indeterminate')
      const rowIds = ids.map(({ _id }) => _id)
      await resolve(world.deps, operator, { id, rowIds, decision: 'resubmit' })
      return world.states().filter(state => state === 'indeterminate').length
    }
    expect(await again()).toBe(18)
    expect([await again(), await again()]).toEqual([6, 0])
    expect(world.batches.asked.standing).toBe(30)
  })

  test('other rows of the same administrator are not cleared along', async () => {
    const first = await world.batchOf(1)
    await submit(world.deps, operator, { id: first })
    world.batches.onRegister = () => ({ kind: 'indeterminate', code: 'TIMEOUT', detail: 'no answer' })
    const id = await world.batchOf(0, { source: { kind: 'text', text: [headingLine, line(5)].join('\n') } })
    await submit(world.deps, operator, { id })
    world.batches.onRegister = () => null
    const lost = world.rows().find(({ state }) => state === 'indeterminate')
    await resolve(world.deps, operator, { id, rowIds: [lost?._id ?? ''], decision: 'resubmit' })
    expect(world.batches.withdrawals).toEqual([])
  })

  test('a process that dies while it sends leaves rows nobody sends again', async () => {
    world.batches.onRegister = () => {
      throw new Error('the process died')
    }
    const id = await world.batchOf(2)
    await submit(world.deps, operator, { id }).catch(() => {})
    expect(world.states()).toEqual(['sending', 'sending'])
    world.batches.onRegister = () => null
    await wait(120)
    expect(world.states()).toEqual(['indeterminate', 'indeterminate'])
    expect(world.batches.registrations).toHaveLength(1)
  })

  test.each([
    ['transient', 'CONNECT', 'VENDOR_UNAVAILABLE', 60],
    ['misconfigured', 'AuthFailure.SignatureFailure', 'VENDOR_MISCONFIGURED', 660],
    ['rejected', 'QUOTA:LimitExceeded', 'VENDOR_QUOTA', 3660],
  ] as const)(
    '%s: the batch pauses, says why, and goes on by itself',
    async (kind, code, reason, seconds) => {
      world.batches.onRegister = () => ({ kind, code, detail: '' })
      const id = await world.batchOf(2)
      const { batch } = await submit(world.deps, operator, { id })
      expect(batch.paused?.code).toBe(reason)
      expect(world.states()).toEqual(['queued', 'queued'])
      expect(batch.today.sent).toBe(0)
      world.batches.onRegister = () => null
      await wait(seconds)
      expect(world.states()).toEqual(['ready', 'ready'])
      expect(world.batches.registrations.length).toBe(2)
    },
  )

  test('a large batch that somebody else is at work on does not hide the others from the sweep', async () => {
    world.batches.onRegister = () => ({ kind: 'transient', code: 'CONNECT', detail: '' })
    const large = await world.batchOf(1000)
    await submit(world.deps, operator, { id: large })
    const other = await world.batchOf(0, {
      source: { kind: 'text', text: [headingLine, line(2001)].join('\n') },
    })
    await submit(world.deps, operator, { id: other })
    world.batches.onRegister = () => null
    world.pass(60_000)
    const { version } = await batchOf(world.deps, large)
    await world.store.replace('batches', large, version, { busyUntil: world.deps.clock() + 60_000 })
    await sweep(world.deps)
    expect(sent().at(-1)).toBe(organizationName(2001))
    expect((await batchOf(world.deps, other)).counts.accepted).toBe(1)
  })

  test('no more than the vendor takes a day', async () => {
    world.batches.rowsPerDay = 12
    const id = await world.batchOf(25)
    const { batch } = await submit(world.deps, operator, { id })
    expect(batch.paused?.code).toBe('DAILY_LIMIT')
    expect(batch.today).toEqual({ sent: 10, limit: 12 })
    world.pass(24 * 3600_000)
    await wait(60)
    expect(sent().length).toBe(20)
  })
})

describe('progress', () => {
  async function ready(count: number) {
    const id = await world.batchOf(count)
    await submit(world.deps, operator, { id })
    await wait(30)
    return id
  }

  test('only the vendor’s own word about the organization verifies', async () => {
    await ready(3)
    progressOf(1, 'Submit', 'started')
    progressOf(2, 'Authorization', 'submitted')
    progressOf(3, 'Authorization', 'submitted')
    world.batches.standing.set(organizationName(3), 'verified')
    await wait(60)
    expect(world.states()).toEqual(['processing', 'processing', 'verified'])
    expect(world.row(2).rawStatus).toBe('Authorization')
  })

  test('verified before is its own outcome; a failure keeps the vendor’s words', async () => {
    await ready(2)
    progressOf(1, 'Failed', 'already', '此企业已经完成认证')
    progressOf(2, 'Failed', 'failed', '企业三要素不通过')
    await wait(60)
    expect(world.states()).toEqual(['already', 'rejected'])
    expect(world.row(2)).toMatchObject({ vendorText: '企业三要素不通过', dueAt: null })
  })

  test('a row the vendor cannot prepare fails by itself', async () => {
    world.batches.failures.set(organizationName(1), '企业三要素不通过')
    await ready(2)
    expect(world.states()).toEqual(['rejected', 'ready'])
  })

  test('a letter that was turned down is shown, and the row stays open', async () => {
    const id = await ready(1)
    progressOf(1, 'Authorization', 'submitted')
    world.batches.standing.set(organizationName(1), 'letterRejected')
    await wait(60)
    expect(world.row(1)).toMatchObject({
      state: 'processing',
      letterRejected: true,
      vendorText: '印章不清晰',
    })
    expect((await getBatch(world.deps, operator, { id, since: 0 })).batch.letterRejected).toBe(1)
  })

  test('rows that ended cost nothing, and the others less and less', async () => {
    await ready(20)
    for (let number = 1; number <= 10; number++) progressOf(number, 'Failed', 'failed', '不通过')
    await wait(60)
    const before = { ...world.batches.asked }
    await wait(3600)
    expect(world.batches.asked.progress - before.progress).toBeLessThan(15)
  })

  test('the board is told only what changed', async () => {
    const id = await ready(5)
    await wait(30)
    world.pass(5000)
    const { asOf } = await getBatch(world.deps, operator, { id, since: 0 })
    world.pass(20_000)
    progressOf(2, 'Submit', 'started')
    const { rows: changed } = await refreshBatch(world.deps, operator, { id, since: asOf })
    expect(changed.map(({ number, state }) => `${number} ${state}`)).toEqual(['2 processing'])
  })

  test('an abandoned draft and an ended row lose what was typed after the retention time', async () => {
    const id = await ready(1)
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
})

describe('the link', () => {
  async function ready(count: number, text?: string) {
    const id = await world.batchOf(count, text ? { source: { kind: 'text', text } } : {})
    await submit(world.deps, operator, { id })
    await wait(30)
    return id
  }

  test('one for all rows of an administrator, kept until it ends, renewed in one go', async () => {
    const id = await ready(12)
    const { links: before } = await links(world.deps, operator, { id })
    expect(before).toMatchObject([{ state: 'none', rows: 12, administrator: { mobile: '138****8000' } }])
    const group = before[0]?.group ?? ''
    const { link: made } = await link(world.deps, operator, { id, group })
    expect(made).toMatchObject({ state: 'live', link: { app: { path: 'p?a=1&b=2' } }, leftOut: [] })
    expect(world.batches.linkRequests[0]?.subTaskIds).toHaveLength(12)
    world.pass(8 * 24 * 3600_000)
    expect((await links(world.deps, operator, { id })).links[0]).toMatchObject({
      state: 'expired',
      link: null,
    })
    expect(JSON.stringify(world.store.all('links'))).not.toContain('short.example')
  })

  test('rows of two administrators make two links', async () => {
    const id = await ready(
      0,
      [headingLine, line(1), line(2, { admin: '测试员丙', mobile: '13900139000' })].join('\n'),
    )
    const { links: both } = await links(world.deps, operator, { id })
    expect(both.map(({ rows: count, administrator }) => `${count} ${administrator.mobile}`)).toEqual([
      '1 138****8000',
      '1 139****9000',
    ])
  })

  test('rows that became ready later are said to be missing', async () => {
    const id = await ready(2)
    const group = (await links(world.deps, operator, { id })).links[0]?.group ?? ''
    await link(world.deps, operator, { id, group })
    await saveRow(world.deps, operator, {
      id,
      fields: {
        name: organizationName(3),
        creditCode: creditCode(3),
        legalName: '测试员乙',
        adminName: '测试员甲',
        adminMobile: '13800138000',
        adminIdNumber: '110101199001010015',
      },
    })
    await submit(world.deps, operator, { id })
    await wait(60)
    expect((await links(world.deps, operator, { id })).links[0]).toMatchObject({ state: 'stale', rows: 3 })
  })

  test('what the vendor silently left out is named', async () => {
    const id = await ready(3)
    const driver = world.deps.drivers.get('ess')?.batch
    if (!driver) throw new Error('no batch driver')
    const { progress } = driver
    driver.progress = ids => progress(ids.filter(each => !each.endsWith(organizationName(2))))
    const group = (await links(world.deps, operator, { id })).links[0]?.group ?? ''
    const { link: made } = await link(world.deps, operator, { id, group })
    expect(made.leftOut).toMatchObject([{ number: 2, name: organizationName(2) }])
  })

  test('in the other mode every row has its own', async () => {
    const id = await world.batchOf(2, { linkMode: 'perRow' })
    await submit(world.deps, operator, { id })
    await wait(30)
    expect((await links(world.deps, operator, { id })).links).toEqual([])
    const { handoff } = await rowLink(world.deps, operator, { rowId: world.row(2)._id })
    expect(handoff).toMatchObject({ kind: 'webUrl', url: expect.stringContaining('short.example') })
  })
})

describe('what we say ourselves', () => {
  /** Chinese in an answer's texts of ours would reach whoever reads English. */
  const ours = /[\u4e00-\u9fff]/

  test('a file that is gone is a reason of ours, not a sentence of the vendor', async () => {
    const id = await world.batchOf(1)
    const rowId = world.row(1)._id
    const fileId = 'cloud://env.bucket/licences/0123456789abcdef0123.jpg'
    world.files.set(fileId, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]))
    await attach(world.deps, operator, { rowId, kind: 'licence', fileId })
    world.files.clear()
    await submit(world.deps, operator, { id })
    expect(world.row(1)).toMatchObject({ state: 'rejected', vendorText: null, problem: 'attachmentLost' })
    expect((await getRow(world.deps, operator, { rowId })).row).toMatchObject({
      vendorText: null,
      problem: 'attachmentLost',
    })
    // Corrected, it is a draft of which nothing is said.
    await attach(world.deps, operator, { rowId, kind: 'licence', fileId: null })
    expect(world.row(1)).toMatchObject({ state: 'draft', problem: null })
  })

  test('why we have not cleared a flow is a code; only what the vendor says is a sentence', async () => {
    const id = await world.batchOf(3)
    await submit(world.deps, operator, { id })
    await wait(30)
    const administrator = {
      name: '测试员丙',
      mobile: '13900139000',
      idType: 'residentId',
      idNumber: '',
    } as const
    const repairOf = (rowIds: string[]) => repair(world.deps, operator, { id, rowIds, administrator })
    const [first] = (await repairOf([world.row(1)._id])).notCleared
    expect(first).toMatchObject({ number: 1, why: 'otherRows', text: '' })
    world.batches.onWithdraw = () => ({ kind: 'ok', value: { extent: 'none', failures: [] } })
    const all = (await repairOf(world.rows().map(({ _id }) => _id))).notCleared
    expect(all.map(({ why, text }) => [why, text])).toEqual([
      ['vendorRefused', ''],
      ['vendorRefused', ''],
      ['vendorRefused', ''],
    ])
    for (const { why, text } of all) expect(why + text).not.toMatch(ours)
  })
})

describe('repair', () => {
  const right = {
    name: '测试员丙',
    mobile: '13900139000',
    idType: 'residentId',
    idNumber: '110101199001010023',
  } as const

  async function ready(count: number) {
    const id = await world.batchOf(count)
    await submit(world.deps, operator, { id })
    await wait(30)
    return id
  }

  test('wrong administrator: cleared by its flows, and sent again', async () => {
    const id = await ready(3)
    for (const number of [1, 2, 3]) progressOf(number, 'Submit', 'started')
    await wait(60)
    world.batches.progress.clear()
    const answer = await repair(world.deps, operator, {
      id,
      rowIds: world.rows().map(({ _id }) => _id),
      administrator: right,
    })
    expect(answer.notCleared).toEqual([])
    expect(world.batches.withdrawals).toEqual([{ authorizationIds: ['flow-1', 'flow-2', 'flow-3'] }])
    expect(world.batches.registrations.at(-1)?.rows[0]?.administrator).toMatchObject({
      mobile: '13900139000',
    })
    expect(world.rows().map(({ state, round }) => `${state} ${round}`)).toEqual([
      'accepted 2',
      'accepted 2',
      'accepted 2',
    ])
  })

  test('what the vendor does not let go of stays, and is named', async () => {
    const id = await ready(2)
    for (const number of [1, 2]) progressOf(number, 'Submit', 'started')
    await wait(60)
    world.batches.onWithdraw = () => ({
      kind: 'ok',
      value: {
        extent: 'some',
        failures: [{ authorizationId: 'flow-2', name: organizationName(2), text: '流程正在审核' }],
      },
    })
    const answer = await repair(world.deps, operator, {
      id,
      rowIds: world.rows().map(({ _id }) => _id),
      administrator: right,
    })
    expect(answer.notCleared).toMatchObject([{ number: 2, text: '流程正在审核' }])
    expect(world.states()).toEqual(['accepted', 'processing'])
  })

  test('without an answer nothing has changed', async () => {
    const id = await ready(1)
    progressOf(1, 'Submit', 'started')
    await wait(60)
    world.batches.onWithdraw = () => ({ kind: 'transient', code: 'TIMEOUT', detail: '' })
    const attempt = repair(world.deps, operator, { id, rowIds: [world.row(1)._id], administrator: right })
    expect(await codeOf(attempt)).toBe('VENDOR_UNAVAILABLE')
    expect(world.row(1)).toMatchObject({ state: 'processing', round: 1 })
  })

  test('a failed row is corrected and sent again', async () => {
    world.batches.failures.set(organizationName(1), '企业三要素不通过')
    const id = await ready(1)
    expect(world.states()).toEqual(['rejected'])
    world.batches.failures.clear()
    await saveRow(world.deps, operator, { id, rowId: world.row(1)._id, fields: { legalName: '测试员戊' } })
    await submit(world.deps, operator, { id })
    await wait(30)
    expect(world.row(1)).toMatchObject({ state: 'ready', round: 2, vendorText: null })
  })

  test('the whole batch is canceled, and its flows are cleared', async () => {
    const id = await ready(3)
    const { batch } = await cancelBatch(world.deps, operator, { id })
    expect(batch.phase).toBe('canceled')
    expect(world.batches.withdrawals).toHaveLength(1)
    await wait(120)
    expect(new Set(world.states())).toEqual(new Set(['canceled']))
  })
})

test('what operators do is in the audit, chained', async () => {
  const id = await world.batchOf(2)
  await submit(world.deps, operator, { id })
  await cancelBatch(world.deps, operator, { id })
  const audit = world.store.all('audit').flatMap(each => ('batchId' in each ? [each] : []))
  audit.sort((a, b) => a.sequence - b.sequence)
  const olivia = operatorId(world.deps, operator)
  expect(audit.map(({ event, rows: count, operator: who }) => `${event} ${count} ${who}`)).toEqual([
    `imported 2 ${olivia}`,
    `submitted 2 ${olivia}`,
    `canceled 2 ${olivia}`,
  ])
  for (const [index, { previousHash }] of audit.entries())
    expect(previousHash).toBe(audit[index - 1]?.hash ?? '')
})

test('spreadsheets to take away hold no whole id number', async () => {
  const id = await world.batchOf(2)
  const board = await exportSheet(world.deps, operator, { id, what: 'board', language: 'zh' })
  expect(board.name).toBe('十一月 进度.xlsx')
  const again = await create(world.deps, operator, {
    clientKey: 'key-batch-again-0001',
    title: '再导入',
    linkMode: 'single',
    authorization: null,
    source: { kind: 'file', fileId: 'cloud://env/imports/cccccccccccccccc.xlsx' },
  }).catch(error => error.code)
  expect(again).toBe('FILE_UNREADABLE')
  const blank = await template(world.deps, operator, {})
  expect(Buffer.from(blank.content, 'base64').subarray(0, 2).toString()).toBe('PK')
})
