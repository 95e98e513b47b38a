import { createWorld, type World } from '../../test/support/world'
import type { Driver, NoticeReading } from '../vendors/driver'
import { type InboundNotice, receiveNotice } from './receiveNotice'
import { start } from './verification/start'

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

const about = (reference: string, eventId = 'event-1'): NoticeReading => ({
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
