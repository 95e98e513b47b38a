import { createBatchWorld } from '../../test/support/batch-world'
import { createWorld, proven, type World } from '../../test/support/world'
import type { Driver, NoticeReading } from '../vendors/driver'
import { type InboundNotice, receiveNotice } from './receiveNotice'
import { sweep } from './sweep'
import { noticeUrl } from './verification/noticeAddress'
import { start } from './verification/start'
import { withdrawConsents } from './verification/stop'

/** A vendor whose notices come to the one address of the account, beside the one that is there. */
function withAccountNotices(world: World, id: 'ess' | 'qiyuesuo', reading: NoticeReading): void {
  const [driver] = world.deps.drivers.values()
  if (!driver) throw new Error('no driver')
  const another: Driver = { ...driver, id, signsNotices: true, readNotice: () => reading }
  world.deps.drivers = new Map([...world.deps.drivers, [id, another]])
}

async function started(world: World) {
  const { verification } = await start(world.deps, 'alice', await world.startInput())
  const secret = world.vendor.starts[0]?.noticeUrl.split('/').at(-1) ?? ''
  return { id: verification.id, address: { verificationId: verification.id, attempt: 1, secret } }
}

const notice = (changes: Partial<InboundNotice>): InboundNotice => ({
  method: 'POST',
  vendor: 'qiyuesuo',
  address: null,
  body: Buffer.from('verified 7'),
  headers: {},
  query: {},
  ...changes,
})

const refused = (code: number) => ({
  statusCode: code,
  headers: { 'content-type': 'application/json' },
  body: `{"code":${code}}`,
})

test('nobody’s address is nobody’s: another vendor, another secret, another attempt, another verification', async () => {
  const world = createWorld()
  const { address } = await started(world)
  for (const changes of [
    { vendor: 'nobody', address },
    { address: { ...address, secret: '0'.repeat(32) } },
    { address: { ...address, attempt: 2 } },
    { address: { ...address, verificationId: `v_${'0'.repeat(32)}` } },
  ]) {
    expect(await receiveNotice(world.deps, notice(changes))).toEqual(refused(404))
    expect(await receiveNotice(world.deps, notice({ ...changes, method: 'GET' }))).toEqual(refused(404))
  }
  expect(world.store.all('notices')).toEqual([])
})

test('what is said of an attempt is kept once, and asked about once, however it comes', async () => {
  const world = createWorld()
  const { id, address } = await started(world)
  const post = (text: string) => receiveNotice(world.deps, notice({ address, body: Buffer.from(text) }))
  expect(await post('verified 7')).toMatchObject({ statusCode: 200 })
  expect(world.store.all('notices')).toEqual([
    {
      _id: expect.stringMatching(new RegExp(`^${id}_1_[0-9a-f]{64}$`)),
      verificationId: id,
      vendor: 'qiyuesuo',
      attempt: 1,
      standing: 'verified',
      rawStatus: 'status=verified',
      refs: { authId: '7' },
      receivedAt: world.deps.clock(),
    },
  ])
  const asked = world.vendor.questions.length
  expect(asked).toBeGreaterThan(0)
  const isAsked = { event: 'notice', cause: expect.any(String) }
  world.pass(1000)
  await post('verified 7')
  expect(world.vendor.questions).toHaveLength(asked)
  // Somebody says it again: whatever comes of it, the sweep looks.
  expect(await world.store.get('verifications', id)).toMatchObject({ dueAt: world.deps.clock() })
  for (const other of ['rejected 7', 'verified 8']) await post(other)
  expect(world.store.all('notices')).toHaveLength(3)
  world.vendor.onQuery = () => proven('attempt')
  await post('reviewing 9')
  const rows = world.store.all('audit').filter(each => 'verificationId' in each && each.to === 'verified')
  expect(rows).toMatchObject([isAsked])
})

test('of what its person has stopped, and of what is with another vendor, nothing is taken in', async () => {
  const world = createWorld()
  const { id, address } = await started(world)
  const [driver] = world.deps.drivers.values()
  if (!driver) throw new Error('no driver')
  world.deps.drivers = new Map([...world.deps.drivers, ['ess', { ...driver, id: 'ess' }]])
  expect(await receiveNotice(world.deps, notice({ address, vendor: 'ess' }))).toMatchObject({
    statusCode: 200,
  })
  await withdrawConsents(world.deps, 'alice')
  const before = await world.store.get('verifications', id)
  expect(await receiveNotice(world.deps, notice({ address }))).toMatchObject({ statusCode: 200 })
  withAccountNotices(world, 'qiyuesuo', about(`${id}_1`))
  expect(await receiveNotice(world.deps, notice({}))).toMatchObject({ statusCode: 200 })
  expect(await world.store.get('verifications', id)).toEqual(before)
  expect(world.store.all('notices')).toEqual([])
})

test('of what is no more nothing is taken in', async () => {
  const world = createWorld()
  const gone = { _id: `v_${'0'.repeat(32)}`, vendor: 'qiyuesuo', attempt: 1 }
  const secret = noticeUrl(world.deps, gone).split('/').at(-1) ?? ''
  const address = { verificationId: gone._id, attempt: 1, secret }
  expect(await receiveNotice(world.deps, notice({ address }))).toMatchObject({ statusCode: 200 })
  expect(world.store.all('notices')).toEqual([])
})

test('sixty notices of one attempt are taken in a minute; another attempt has its own', async () => {
  const world = createWorld()
  const { address } = await started(world)
  const other = await start(world.deps, 'bob', await world.startInput({ clientKey: 'key-2' }, 'bob'))
  const secret = world.vendor.starts[1]?.noticeUrl.split('/').at(-1) ?? ''
  for (let time = 0; time < 60; time++)
    expect(await receiveNotice(world.deps, notice({ address }))).toMatchObject({ statusCode: 200 })
  expect(await receiveNotice(world.deps, notice({ address }))).toEqual(refused(429))
  const others = { verificationId: other.verification.id, attempt: 1, secret }
  expect(await receiveNotice(world.deps, notice({ address: others }))).toMatchObject({ statusCode: 200 })
  world.pass(60_000)
  expect(await receiveNotice(world.deps, notice({ address }))).toMatchObject({ statusCode: 200 })
})

describe('a vendor that does not answer the question at once', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  test('keeps its notice waiting for a second and a half at most', async () => {
    const world = createWorld()
    const { address } = await started(world)
    world.vendor.onQuery = () => new Promise(() => {})
    let answered = 0
    const answer = receiveNotice(world.deps, notice({ address })).then(({ statusCode }) => {
      answered = statusCode
    })
    await jest.advanceTimersByTimeAsync(1499)
    expect(answered).toBe(0)
    await jest.advanceTimersByTimeAsync(1)
    await answer
    expect(answered).toBe(200)
  })

  test('and one that does, or fails, leaves nothing that waits', async () => {
    const world = createWorld()
    const { address } = await started(world)
    await receiveNotice(world.deps, notice({ address }))
    world.store.beforeWrite((operation, collection) => {
      if (operation === 'replace' && collection === 'verifications') throw new Error('no database')
    })
    world.vendor.onQuery = () => proven('attempt')
    const another = notice({ address, body: Buffer.from('verified 8') })
    expect(await receiveNotice(world.deps, another)).toMatchObject({ statusCode: 200 })
    expect(world.logged.join()).toContain('notice.reconcile')
    expect(jest.getTimerCount()).toBe(0)
  })
})

test('a look with GET is answered at the address of an attempt, and nowhere else, and says nothing', async () => {
  const world = createWorld()
  const { address } = await started(world)
  const [driver] = world.deps.drivers.values()
  expect(await receiveNotice(world.deps, notice({ method: 'GET', address }))).toEqual(driver?.noticeAnswer)
  expect(await receiveNotice(world.deps, notice({ method: 'GET' }))).toMatchObject({ statusCode: 405 })
  expect(world.store.all('notices')).toEqual([])
  expect(world.vendor.questions).toEqual([])
})

test('what nothing proves is not even read: neither its address nor a signature', async () => {
  const world = createWorld()
  const [driver] = world.deps.drivers.values()
  if (!driver) throw new Error('no driver')
  const readNotice = jest.fn(driver.readNotice)
  world.deps.drivers = new Map([['qiyuesuo', { ...driver, readNotice }]])
  expect(await receiveNotice(world.deps, notice({}))).toMatchObject({ statusCode: 404 })
  expect(readNotice).not.toHaveBeenCalled()
})

test('a notice about an attempt that came to the address of the account is about none', async () => {
  const world = createWorld()
  withAccountNotices(world, 'qiyuesuo', {
    kind: 'read',
    claim: { standing: 'verified', rawStatus: 'status=verified' },
    refs: {},
  })
  await started(world)
  expect(await receiveNotice(world.deps, notice({}))).toMatchObject({ statusCode: 404 })
  expect(world.store.all('notices')).toEqual([])
})

const about = (reference: string, eventId = 'event-1'): Extract<NoticeReading, { kind: 'account' }> => ({
  kind: 'account',
  eventId,
  rawStatus: 'status=verified',
  claim: { standing: 'verified', rawStatus: 'status=verified' },
  about: { reference },
})

test('an event of the account that comes again is stored once, and asked about once', async () => {
  const world = createWorld()
  const { id } = await started(world)
  withAccountNotices(world, 'qiyuesuo', about(`${id}_1`))
  await receiveNotice(world.deps, notice({}))
  const asked = world.vendor.questions.length
  expect(asked).toBeGreaterThan(0)
  await receiveNotice(world.deps, notice({}))
  expect(world.vendor.questions).toHaveLength(asked)
  expect(world.store.all('notices')).toHaveLength(1)
})

test('an event of the account is kept with what it says, and moves its verification', async () => {
  const world = createWorld()
  const { id } = await started(world)
  const kept = { verificationId: id, vendor: 'qiyuesuo', attempt: 1, refs: {}, rawStatus: 'status=verified' }
  withAccountNotices(world, 'qiyuesuo', about(`${id}_1`))
  world.pass(1000)
  await receiveNotice(world.deps, notice({}))
  const _id = expect.stringMatching(/^qiyuesuo_[0-9a-f]{64}$/)
  const receivedAt = world.deps.clock()
  expect(world.store.all('notices')).toEqual([{ ...kept, _id, standing: 'verified', receivedAt }])
  const claim = { standing: 'rejected', reason: 'basicInformation', rawStatus: 'status=rejected' } as const
  withAccountNotices(world, 'qiyuesuo', { ...about(`${id}_1`, 'event-2'), claim })
  await receiveNotice(world.deps, notice({}))
  withAccountNotices(world, 'qiyuesuo', { ...about(`${id}_1`, 'event-3'), claim: null })
  await receiveNotice(world.deps, notice({}))
  const [, second, third] = world.store.all('notices')
  expect(second).toEqual({ ...kept, _id, standing: 'rejected', reason: 'basicInformation', receivedAt })
  expect(third).toEqual({ ...kept, _id, standing: null, receivedAt })
  world.pass(1000)
  await receiveNotice(world.deps, notice({}))
  expect(await world.store.get('verifications', id)).toMatchObject({ dueAt: world.deps.clock() })
})

test('an event of a later attempt is kept with its number, and what comes of it is written down as a notice', async () => {
  const world = createWorld()
  const { id } = await started(world)
  withAccountNotices(world, 'qiyuesuo', about(`${id}_123456`))
  world.vendor.onQuery = () => proven('attempt')
  await receiveNotice(world.deps, notice({}))
  expect(world.store.all('notices')).toMatchObject([{ verificationId: id, attempt: 123_456 }])
  const rows = world.store.all('audit').filter(each => 'verificationId' in each && each.to === 'verified')
  expect(rows).toMatchObject([{ event: 'notice' }])
})

test.each([
  ['no reference', undefined],
  ['another one', (id: string) => `${id}_x`],
  ['one with something before it', (id: string) => `x${id}_1`],
  ['one with something after it', (id: string) => `${id}_1x`],
  ['one of an attempt beyond any', (id: string) => `${id}_1234567`],
  ['one of nobody', () => `v_${'0'.repeat(32)}_1`],
])('an event with %s is about no verification', async (_, reference) => {
  const world = createWorld()
  const { id } = await started(world)
  withAccountNotices(world, 'qiyuesuo', {
    ...about(''),
    about: reference ? { reference: reference(id) } : {},
  })
  const looked = jest.spyOn(world.store, 'get')
  expect(await receiveNotice(world.deps, notice({}))).toMatchObject({ statusCode: 200 })
  expect(world.store.all('notices')).toMatchObject([{ verificationId: '', attempt: 0 }])
  expect(world.vendor.questions).toEqual([])
  // Nobody is looked for under no name.
  expect(looked.mock.calls.filter(([, each]) => typeof each !== 'string')).toEqual([])
})

test('an event about an organization is asked about at once, for each of its rows', async () => {
  const world = await createBatchWorld()
  await world.submittedOf(1)
  world.pass(30_000)
  await sweep(world.deps)
  const { name } = world.row(1)
  world.batches.standing.set(name, 'verified')
  withAccountNotices(world, 'ess', { ...about(''), about: { organization: { name } } })
  const asked = world.batches.asked.standing
  await receiveNotice(world.deps, notice({ vendor: 'ess' }))
  expect(world.batches.asked.standing).toBe(asked + 1)
  expect(world.states()).toEqual(['verified'])
})

test('a probe of the address is answered, and is nothing', async () => {
  const world = createWorld()
  withAccountNotices(world, 'qiyuesuo', { kind: 'nothing' })
  const [driver] = world.deps.drivers.values()
  expect(await receiveNotice(world.deps, notice({}))).toEqual(driver?.noticeAnswer)
  expect(world.store.all('notices')).toEqual([])
})

test('what one vendor says of a verification that is with another moves nothing', async () => {
  const world = createWorld()
  const { id } = await started(world)
  withAccountNotices(world, 'ess', about(`${id}_1`))
  const before = await world.store.get('verifications', id)
  await receiveNotice(world.deps, notice({ vendor: 'ess' }))
  expect(await world.store.get('verifications', id)).toEqual(before)
  expect(world.store.all('notices')).toMatchObject([{ verificationId: '' }])
  expect(world.vendor.questions).toEqual([])
})
