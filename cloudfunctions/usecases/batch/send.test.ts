import {
  type BatchWorld,
  createBatchWorld,
  creditCode,
  headingLine,
  line,
  operator,
  organizationName,
} from '../../../test/support/batch-world'
import { sweep } from '../sweep'
import { attach } from './edit'
import { sentToday } from './quota'
import { getRow } from './read'
import { batchOf } from './rows'
import { send } from './send'
import { submit } from './submit'

/** What goes to the vendor, and what becomes of rows by each of its answers. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

const calls = () => world.batches.registrations.map(request => request.rows.length)
const sent = () => sentToday(world.deps, 'ess')

test('a row goes as it was typed, with its files, each in its place', async () => {
  const id = await world.batchOf(0, {
    source: { kind: 'text', text: [`${headingLine}\t授权方式`, `${line(1)}\t授权书`].join('\n') },
    authorization: 'legalPerson',
  })
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0])
  const pdf = Buffer.from('%PDF-1.7\n')
  for (const [kind, content] of [
    ['letter', pdf],
    ['licence', jpeg],
  ] as const) {
    const fileId = `cloud://env/licences/${kind.padEnd(16, '0')}.bin`
    world.files.set(fileId, content)
    await attach(world.deps, operator, { rowId: world.rows()[0]?._id ?? '', kind, fileId })
  }
  await submit(world.deps, operator, { id })
  expect(world.batches.registrations).toEqual([
    {
      linkMode: 'single',
      rows: [
        {
          name: organizationName(1),
          creditCode: creditCode(1),
          legalName: '测试员乙',
          address: '',
          administrator: {
            name: '测试员甲',
            mobile: '13800138000',
            idType: 'residentId',
            idNumber: '110101199001010015',
          },
          authorization: 'letter',
          licence: { type: 'jpg', bytes: jpeg },
          letters: [{ type: 'pdf', bytes: pdf }],
        },
      ],
    },
  ])
  expect(world.rows()).toMatchObject([{ state: 'accepted', taskId: 'task-1', attachments: [] }])
})

test('what a row does not say itself the batch says, and nobody is named where nobody is', async () => {
  const text = [headingLine, line(1, { admin: '', mobile: '' }).replace('110101199001010015', '')].join('\n')
  await world.submittedOf(0, {
    source: { kind: 'text', text },
    linkMode: 'perRow',
    authorization: 'legalPerson',
  })
  expect(world.batches.registrations[0]?.rows).toMatchObject([
    { administrator: null, authorization: 'legalPerson', licence: null, letters: [] },
  ])
})

test('a row whose data is gone fails by itself, without a call and without a share of the day', async () => {
  const id = await world.batchOf(2)
  await world.setRow(1, { sealed: null })
  await world.setRow(1, { state: 'queued', dueAt: world.deps.clock() })
  await submit(world.deps, operator, { id })
  expect(world.rows()).toMatchObject([
    { state: 'rejected', problem: 'dataGone', vendorText: null },
    { state: 'accepted' },
  ])
  expect([calls(), await sent()]).toEqual([[1], 1])
})

test('the rows at fault fail with the words of the vendor, the others go again together', async () => {
  const said = ['', '地址不对', '', '长'.repeat(600)]
  world.batches.onRegister = request =>
    request.rows.length === 4 ? { kind: 'ok', value: { kind: 'refused', texts: said } } : null
  await world.submittedOf(4)
  expect(world.rows().map(({ state, vendorText, solo }) => [state, vendorText?.length ?? 0, solo])).toEqual([
    ['accepted', 0, false],
    ['rejected', 4, false],
    ['accepted', 0, false],
    ['rejected', 500, false],
  ])
  expect([calls(), await sent()]).toEqual([[4, 2], 2])
})

test.each([
  ['its words', ['地址不对'], '地址不对'],
  ['none', [''], null],
])('one alone that is refused with %s', async (_, texts, vendorText) => {
  const id = await world.batchOf(1)
  await world.setRow(1, { vendorText: '上一次的话' })
  world.batches.onRegister = () => ({ kind: 'ok', value: { kind: 'refused', texts } })
  await submit(world.deps, operator, { id })
  expect(world.rows()).toMatchObject([{ state: 'rejected', vendorText }])
  expect([calls(), await sent()]).toEqual([[1], 0])
})

test('when nobody says which is at fault each goes by itself, and the one that fails is told without words', async () => {
  const bad = organizationName(2)
  world.batches.onRegister = request =>
    request.rows.some(({ name }) => name === bad) ? { kind: 'rejected', code: 'X', detail: '' } : null
  await world.submittedOf(3)
  expect(world.states()).toEqual(['accepted', 'rejected', 'accepted'])
  expect(world.rows()[1]).toMatchObject({ vendorText: null, dueAt: null })
  expect([calls().sort(), await sent()]).toEqual([[1, 1, 1, 3], 2])
})

test.each([
  ['transient', 'CONNECT', 'VENDOR_UNAVAILABLE', 30],
  ['misconfigured', 'AuthFailure', 'VENDOR_MISCONFIGURED', 600],
  ['rejected', 'QUOTA:LimitExceeded', 'VENDOR_QUOTA', 3600],
] as const)(
  '%s: nothing is sent for its time, and not a moment longer',
  async (kind, code, reason, seconds) => {
    world.batches.onRegister = () => ({ kind, code, detail: '' })
    const id = await world.submittedOf(2)
    const until = world.deps.clock() + seconds * 1000
    expect(await world.store.get('batches', id)).toMatchObject({
      paused: { code: reason, until },
      busyUntil: 0,
    })
    expect(world.rows()).toMatchObject([1, 2].map(() => ({ state: 'queued', chunkId: null, dueAt: until })))
    expect([calls(), await sent()]).toEqual([[2], 0])
    world.batches.onRegister = () => null
    world.pass(seconds * 1000 - 1)
    await sweep(world.deps)
    expect(calls()).toEqual([2])
    world.pass(1)
    await sweep(world.deps)
    expect(calls()).toEqual([2, 2])
    expect(await world.store.get('batches', id)).toMatchObject({ paused: null })
  },
)

test('who is told when to come again pauses no longer than that', async () => {
  world.batches.onRegister = () => ({
    kind: 'transient',
    code: 'CIRCUIT_OPEN',
    detail: '',
    retryAfterMs: 1000,
  })
  const id = await world.submittedOf(2)
  const until = world.deps.clock() + 1000
  expect(await world.store.get('batches', id)).toMatchObject({
    paused: { code: 'VENDOR_UNAVAILABLE', until },
  })
  world.batches.onRegister = () => null
  world.pass(1000)
  await sweep(world.deps)
  expect(world.states()).toEqual(['accepted', 'accepted'])
})

test.each([
  ['at once, where it may send again in a moment', 1000, true],
  ['when the timer comes, where the pause lasts', 10_000, false],
])('the next run begins %s', async (_when, retryAfterMs, left) => {
  const refusals = { kind: 'transient', code: 'CIRCUIT_OPEN', detail: '', retryAfterMs } as const
  world.batches.onRegister = () => refusals
  await world.submittedOf(2)
  world.pass(10_000)
  expect(await sweep(world.deps)).toMatchObject({ left, batches: 1 })
  world.batches.onRegister = () => null
  world.pass(retryAfterMs)
  expect(await sweep(world.deps)).toMatchObject({ left: false })
  expect(world.states()).toEqual(['accepted', 'accepted'])
})

test('no next run begins for what another runner sends, or what the vendor is asked about in a moment', async () => {
  await world.submittedOf(1)
  world.pass(10_000)
  await world.submittedOf(1)
  const held = await world.submittedOf(1)
  const row = world.rows().find(({ batchId }) => batchId === held)
  const batch = await world.store.get('batches', held)
  const now = world.deps.clock()
  const queued = { state: 'queued', dueAt: now } as const
  await world.store.replace('batch_rows', row?._id ?? '', row?.version ?? 0, queued)
  await world.store.replace('batches', held, batch?.version ?? 0, { busyUntil: now + 30_000 })
  world.pass(1500)
  expect(await sweep(world.deps)).toMatchObject({ left: false })
  expect(world.states().sort()).toEqual(['accepted', 'queued', 'ready'])
})

test('after a pause one call finds out whether it is over, before the others go beside each other', async () => {
  let underWay = 0
  let beside: number[] = []
  let isOver = false
  world.batches.onRegister = async () => {
    underWay += 1
    beside.push(underWay)
    await new Promise(setImmediate)
    underWay -= 1
    return isOver ? null : { kind: 'transient', code: 'CONNECT', detail: '' }
  }
  await world.submittedOf(60)
  expect(beside).toEqual([1, 2, 3, 4, 5, 6])
  beside = []
  world.pass(30_000)
  await sweep(world.deps)
  expect(beside).toEqual([1])
  beside = []
  isOver = true
  world.pass(30_000)
  await sweep(world.deps)
  expect(beside).toEqual([1, 1, 2, 3, 4, 5])
  expect(new Set(world.states())).toEqual(new Set(['accepted']))
})

test('a run without time for the call leaves the rows in the queue, and no pause', async () => {
  world.batches.onRegister = () => ({ kind: 'transient', code: 'BUDGET', detail: '' })
  const id = await world.batchOf(1)
  let asked = 0
  world.deps.hasTime = () => ++asked < 20
  await submit(world.deps, operator, { id })
  expect(world.rows()).toMatchObject([{ state: 'queued', chunkId: null, dueAt: world.deps.clock() }])
  expect(await world.store.get('batches', id)).toMatchObject({ paused: null })
  expect(await sent()).toBe(0)
})

test('a lost answer keeps its share of the day, and is thought about a minute later', async () => {
  world.batches.onRegister = () => ({ kind: 'indeterminate', code: 'TIMEOUT', detail: 'no answer' })
  await world.submittedOf(2)
  const dueAt = world.deps.clock() + 60_000
  expect(world.rows()).toMatchObject([1, 2].map(() => ({ state: 'indeterminate', dueAt })))
  expect(await sent()).toBe(2)
  expect(world.logged.join()).toContain('batch.register')
})

test('what is accepted is looked at three seconds later', async () => {
  await world.submittedOf(1)
  expect(world.rows()[0]?.dueAt).toBe(world.deps.clock() + 3000)
})

test('a row whose sender died is nobody’s after ninety seconds, and not before', async () => {
  world.batches.onRegister = () => {
    throw new Error('the process died')
  }
  const id = await world.batchOf(1)
  await submit(world.deps, operator, { id }).catch(() => {})
  world.batches.onRegister = () => null
  world.pass(90_000 - 1)
  await sweep(world.deps)
  expect(world.states()).toEqual(['sending'])
  world.pass(1)
  await sweep(world.deps)
  expect(world.rows()).toMatchObject([{ state: 'indeterminate' }])
  expect(calls()).toEqual([1])
})

test('the day that is used up ends at midnight in Beijing', async () => {
  world.batches.rowsPerDay = 1
  const id = await world.submittedOf(0, {
    source: { kind: 'text', text: [headingLine, line(1), line(2)].join('\n') },
  })
  const { paused } = (await world.store.get('batches', id)) ?? {}
  expect(paused).toEqual({ code: 'DAILY_LIMIT', until: Date.parse('2023-11-16T00:00:00+08:00') })
  expect([world.states(), await sent()]).toEqual([['queued', 'queued'], 0])
})

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

describe('rows of a queue', () => {
  const queued = async (count: number) => {
    const id = await world.batchOf(count)
    for (const { number } of world.rows()) await world.setRow(number, { state: 'queued' })
    return batchOf(world.deps, id)
  }

  test('go in their order, each fetched once, however many calls are under way', async () => {
    const batch = await queued(30)
    const downloads: string[] = []
    const { download } = world.deps.files
    world.deps.files.download = async (fileId, most) => {
      downloads.push(fileId)
      await new Promise(setImmediate)
      return download(fileId, most)
    }
    const fileIds = [1, 15, 30].map(number => `cloud://env/licences/${number}.jpg`)
    for (const [at, number] of [1, 15, 30].entries()) {
      const fileId = fileIds[at] ?? ''
      world.files.set(fileId, Buffer.from('a licence'))
      await world.setRow(number, { attachments: [{ kind: 'licence', fileId, type: 'jpg', size: 9 }] })
    }
    expect(await send(world.deps, batch, world.deps.clock() + 5000)).toBeNull()
    const names = world.batches.registrations.map(({ rows }) => rows.map(({ name }) => name))
    const tens = [0, 10, 20].map(from =>
      Array.from({ length: 10 }, (_, at) => organizationName(from + at + 1)),
    )
    expect(names.sort()).toEqual(tens.sort())
    expect(downloads.sort()).toEqual(fileIds.sort())
  })

  test('whose files are too much for one call go in two', async () => {
    const batch = await queued(2)
    for (const number of [1, 2]) {
      const fileId = `cloud://env/licences/${number}.jpg`
      world.files.set(fileId, Buffer.from('a licence'))
      const half = { kind: 'licence', type: 'jpg', size: 2_000_000, fileId } as const
      await world.setRow(number, { attachments: [half, { ...half, kind: 'letter' }] })
    }
    await send(world.deps, batch, world.deps.clock() + 5000)
    expect(calls()).toEqual([1, 1])
  })

  test('stay there at the end of the time, and without any', async () => {
    const batch = await queued(1)
    const paused = { code: 'VENDOR_QUOTA', until: 0 } as const
    for (const each of [batch, { ...batch, paused }]) {
      expect(await send(world.deps, each, world.deps.clock())).toBeNull()
      expect(await send({ ...world.deps, hasTime: () => false }, each, world.deps.clock() + 5000)).toBeNull()
    }
    expect([calls(), world.states()]).toEqual([[], ['queued']])
  })

  test('that go again one by one wait as before where no time is left', async () => {
    const batch = await queued(2)
    let hasTime = true
    world.batches.onRegister = () => {
      hasTime = false
      return { kind: 'ok', value: { kind: 'refused', texts: ['', ''] } }
    }
    await send({ ...world.deps, hasTime: () => hasTime }, batch, world.deps.clock() + 5000)
    const waiting = { state: 'queued', solo: true, chunkId: null, dueAt: world.deps.clock() }
    expect(world.rows()).toMatchObject([waiting, waiting])
  })

  test('that were all taken out meanwhile make no call', async () => {
    const batch = await queued(1)
    let begun = false
    world.store.beforeWrite(async (_operation, collection) => {
      if (collection !== 'counters' || begun) return
      begun = true
      await world.setRow(1, { state: 'canceled' })
    })
    await send(world.deps, batch, world.deps.clock() + 5000)
    expect([begun, calls(), await sent()]).toEqual([true, [], 0])
  })

  test.each([
    ['name', { admin: '' }],
    ['mobile', { mobile: '' }],
  ])('of an administrator without a %s nothing is sent', async (_what, changes) => {
    const text = [headingLine, line(1, changes)].join('\n')
    const id = await world.batchOf(0, { source: { kind: 'text', text }, linkMode: 'perRow' })
    await world.setRow(1, { state: 'queued' })
    await send(world.deps, await batchOf(world.deps, id), world.deps.clock() + 5000)
    expect(world.batches.registrations).toMatchObject([{ rows: [{ administrator: null }] }])
  })
})
