import { createInvitationWorld } from '../../../test/support/invitation-world'
import { meanwhile } from '../../../test/support/meanwhile'
import { createWorld, type World } from '../../../test/support/world'
import { healthIds, usageOf } from '../../domain/health'
import { timerPeriod } from '../../domain/looks'
import { createMeter } from '../../platform/meter'
import { sweep } from '../sweep'
import { start } from '../verification/start'
import { askedByDoctor, proofOfDoctor } from './askedByDoctor'
import { health } from './health'
import { alongside, clearHealth, noteSweep } from './note'
import { answerTo } from './proof'
import { reach } from './reach'

const day = 24 * 3600_000
const nonce = 'nonce-0000000000000001'
let world: World
beforeEach(() => {
  world = createWorld()
})
const call = (name: 'api' | 'callback' | 'server' = 'api') =>
  alongside(
    () => world.deps,
    name,
    async () => 'done',
  )

test('a day without anything: nothing waits, and no run of the timer is known', async () => {
  const { sweep, backlog, functions, usage, release } = await health(world.deps)
  expect(sweep).toBeNull()
  expect(functions).toEqual([])
  expect(backlog.map(({ kind, count, since }) => [kind, count, since])).toEqual([
    ['verifications', 0, null],
    ['rows', 0, null],
    ['deliveries', 0, null],
    ['links', 0, null],
    ['outbox', 0, null],
  ])
  expect(usage.today).toEqual({ reads: 0, writes: 0, calls: 0 })
  expect(release).toBe('0.0.0+test')
})

test('the last run of the timer is known, and when it stays away', async () => {
  await noteSweep(world.deps, { ms: 1200, left: true, failed: null })
  const at = world.deps.clock()
  expect((await health(world.deps)).sweep).toEqual({ at, ms: 1200, left: true, failed: null, late: false })
  world.pass(3 * timerPeriod)
  expect((await health(world.deps)).sweep).toMatchObject({ at, late: false })
  world.pass(1)
  expect((await health(world.deps)).sweep).toMatchObject({ at, late: true })
})

test('a call of another function does not hide how the last run of the timer ended', async () => {
  await noteSweep(world.deps, { ms: 0, left: false, failed: 'INTERNAL' })
  world.pass(1000)
  await call()
  expect((await health(world.deps)).sweep).toMatchObject({ failed: 'INTERNAL' })
})

test('calls are counted, and noted once a minute, however many there are', async () => {
  const writes: string[] = []
  world.store.beforeWrite((operation, collection) => {
    if (collection === 'health') writes.push(operation)
  })
  for (let times = 0; times < 50; times++) await call()
  expect(writes).toEqual(['updateMany', 'insert'])
  world.pass(60_000)
  await call()
  expect(writes).toEqual(['updateMany', 'insert', 'updateMany'])
  expect((await health(world.deps)).usage.today.calls).toBe(51)
})

test('what cannot be noted keeps nobody from his answer', async () => {
  world.store.beforeWrite(() => {
    throw new Error('no database')
  })
  expect(await call()).toBe('done')
  expect(world.logged.join()).toMatch(/health\.unnoted/)
})

test('what the work throws comes through, and the call counts all the same', async () => {
  const failing = alongside(
    () => world.deps,
    'api',
    () => Promise.reject(new Error('refused')),
  )
  await expect(failing).rejects.toThrow('refused')
  expect((await health(world.deps)).usage.today.calls).toBe(1)
})

test('with settings that are wrong nothing is noted, and the work says so itself', async () => {
  const misconfigured = () => {
    throw new Error('configuration')
  }
  expect(await alongside(misconfigured, 'api', async () => 'done')).toBe('done')
})

test('functions are compared by their settings', async () => {
  await call('callback')
  world.deps.instance.settings = { ...world.deps.instance.settings, hash: 'bbbbbbbbbbbb' }
  world.pass(60_000)
  await call('api')
  const { functions } = await health(world.deps)
  expect(functions.map(({ name, agrees }) => [name, agrees])).toEqual([
    ['api', true],
    ['callback', false],
  ])
})

test('of each function the newest note counts, whichever day it is of', async () => {
  const { instance } = world.deps
  for (const release of ['1', '2']) {
    world.deps.instance = { ...instance, release }
    world.pass(day)
    await call()
    await noteSweep(world.deps, { ms: Number(release), left: false, failed: null })
  }
  const { functions, sweep } = await health(world.deps)
  const at = world.deps.clock()
  expect(functions).toEqual([
    { name: 'api', at, release: '2', agrees: true },
    { name: 'sweep', at, release: '2', agrees: true },
  ])
  expect(sweep).toMatchObject({ ms: 2 })
  // In whichever order they are found.
  const { find } = world.deps.store
  world.deps.store.find = async (...asked) => (await find(...asked)).reverse()
  expect(await health(world.deps)).toMatchObject({ functions, sweep })
})

test('two instances that begin a day at the same moment are both counted', async () => {
  meanwhile(world.store, 'insert', 'health', async () => {
    const meter = { ...createMeter(), calls: 2, reads: 30, writes: 4 }
    await noteSweep(
      { ...world.deps, instance: { ...world.deps.instance, meter } },
      { ms: 0, left: false, failed: null },
    )
  })
  Object.assign(world.deps.instance.meter, { reads: 5, writes: 6 })
  await noteSweep(world.deps, { ms: 7, left: false, failed: null })
  const { usage, sweep } = await health(world.deps)
  expect(usage.today).toEqual({ reads: 35, writes: 10, calls: 4 })
  expect(sweep).toMatchObject({ ms: 7 })
  // What was noted once is not noted again.
  await noteSweep(world.deps, { ms: 0, left: false, failed: null })
  expect((await health(world.deps)).usage.today).toEqual({ reads: 35, writes: 10, calls: 5 })
})

test('of a vendor the newest answer and the newest failure count, whichever function saw them', async () => {
  const { meter } = world.deps.instance
  const note = (name: 'api' | 'callback' | 'server') => {
    world.pass(60_000)
    return call(name)
  }
  const seen = async (
    name: 'api' | 'callback' | 'server',
    answered: number | null,
    failed: number | null,
  ) => {
    if (answered !== null) meter.answered.set('qiyuesuo', answered)
    if (failed !== null)
      meter.failed.set('qiyuesuo', { at: failed, why: failed === 9000 ? 'leftAlone' : 'unanswered' })
    await note(name)
  }
  const { find } = world.deps.store
  const expectNewest = async () => {
    const newest = [{ id: 'qiyuesuo', answeredAt: 6000, failedAt: 9000, failure: 'leftAlone' }]
    expect((await health(world.deps)).vendors).toEqual(newest)
    // In whichever order they are found.
    world.deps.store.find = async (...asked) => (await find(...asked)).reverse()
    expect((await health(world.deps)).vendors).toEqual(newest)
    world.deps.store.find = find
  }
  await seen('api', 5000, 9000)
  await seen('callback', 6000, null)
  await expectNewest()
  await seen('server', null, 7000)
  await expectNewest()
  // What this instance saw long ago, and has noted, does not come back over what another has seen since.
  const another = { ...world.deps.instance, meter: createMeter() }
  another.meter.answered.set('qiyuesuo', 10_000)
  another.meter.failed.set('qiyuesuo', { at: 10_000, why: 'unanswered' })
  await noteSweep({ ...world.deps, instance: another }, { ms: 0, left: false, failed: null })
  await noteSweep(world.deps, { ms: 0, left: false, failed: null })
  expect((await health(world.deps)).vendors).toEqual([
    { id: 'qiyuesuo', answeredAt: 10_000, failedAt: 10_000, failure: 'unanswered' },
  ])
})

test('two instances tell of a vendor: neither takes away what the other has seen', async () => {
  const { meter } = world.deps.instance
  meter.answered.set('qiyuesuo', 5000)
  await noteSweep(world.deps, { ms: 0, left: false, failed: null })
  meter.failed.set('qiyuesuo', { at: 9000, why: 'leftAlone' })
  await noteSweep(world.deps, { ms: 0, left: false, failed: null })
  expect((await health(world.deps)).vendors).toEqual([
    { id: 'qiyuesuo', answeredAt: 5000, failedAt: 9000, failure: 'leftAlone' },
  ])
})

test('a backlog is counted to a hundred of a kind, with the oldest of it', async () => {
  const now = world.deps.clock()
  // The oldest comes first: it is found last where nothing else is said.
  for (let at = 104; at >= 0; at--) {
    await world.store.insert('invitation_links', {
      _id: `i_${at}`,
      version: 1,
      edition: 1,
      sealed: null,
      endsAt: 0,
      dueAt: now - at,
      failures: 0,
    })
  }
  const { backlog } = await health(world.deps)
  expect(backlog.find(({ kind }) => kind === 'links')).toEqual({
    kind: 'links',
    count: 100,
    more: true,
    since: now - 104,
  })
  for (const { _id } of world.store.all('invitation_links').slice(-5))
    await world.store.replace('invitation_links', _id, 1, { dueAt: now + 1 })
  expect((await health(world.deps)).backlog.find(({ kind }) => kind === 'links')).toEqual({
    kind: 'links',
    count: 100,
    more: false,
    since: now - 104,
  })
})

test('what was left untold for a minute is counted, whatever it is about, with the oldest of it', async () => {
  const world = await createInvitationWorld()
  const { id } = (await start(world.deps, 'alice', await world.startInput())).verification
  const now = world.deps.clock()
  const leave = async (collection: 'verifications' | 'invitations', _id: string, outboxAt: number | null) => {
    const found = await world.store.get(collection, _id)
    await world.store.replace(collection, _id, found?.version ?? 0, { outboxAt })
  }
  const untold = async () => (await health(world.deps)).backlog.find(({ kind }) => kind === 'outbox')
  await leave('verifications', id, now - 59_999)
  expect(await untold()).toMatchObject({ count: 0, since: null })
  await leave('verifications', id, now - 60_000)
  const invitations = [await world.invite(), await world.invite()]
  await leave('invitations', invitations[0] ?? '', now - 60_001)
  await leave('invitations', invitations[1] ?? '', now - 70_000)
  expect(await untold()).toMatchObject({ count: 3, since: now - 70_000 })
  await leave('invitations', invitations[1] ?? '', null)
  await leave('verifications', id, now - 80_000)
  expect(await untold()).toMatchObject({ count: 2, since: now - 80_000 })
})

test('of what is untold a hundred are counted too', async () => {
  await start(world.deps, 'alice', await world.startInput())
  const [one] = world.store.all('verifications')
  if (!one) throw new Error('not started')
  const oldest = world.deps.clock() - 100_000
  for (let index = 0; index < 105; index++)
    await world.store.insert('verifications', { ...one, _id: `v_${index}`, outboxAt: oldest + index })
  const { backlog } = await health(world.deps)
  expect(backlog.find(({ kind }) => kind === 'outbox')).toEqual({
    kind: 'outbox',
    count: 100,
    more: true,
    since: oldest,
  })
})

test('a day is the mean of the days before, and of the first day what it would come to', async () => {
  await noteSweep(world.deps, { ms: 0, left: false, failed: null })
  const [row] = world.store.all('health')
  if (!row) throw new Error('nothing noted')
  const now = Date.parse('2026-11-30T12:00:00+08:00')
  const of = (date: string, calls: number) => ({ ...row, _id: `api:${date}`, calls, reads: 0, writes: 0 })
  const today = of('2026-11-30', 10)
  expect(usageOf([today], now).aDay.calls).toBe(20)
  const days = [today, of('2026-11-29', 100), of('2026-11-28', 50)]
  expect(usageOf(days, now)).toMatchObject({ today: { calls: 10 }, aDay: { calls: 75 } })
})

test('what is no longer looked at is removed, and nothing else', async () => {
  await noteSweep(world.deps, { ms: 0, left: false, failed: null })
  const [row] = world.store.all('health')
  world.pass(30 * day)
  expect(healthIds(world.deps.clock())).toContain(row?._id)
  await clearHealth(world.deps, world.deps.clock())
  expect(world.store.all('health')).toHaveLength(1)
  world.pass(2 * day)
  expect(healthIds(world.deps.clock())).not.toContain(row?._id)
  await clearHealth(world.deps, world.deps.clock())
  expect(world.store.all('health')).toHaveLength(0)
})

test('notes are cleared by the hundred until nothing is left of them', async () => {
  await noteSweep(world.deps, { ms: 0, left: false, failed: null })
  const [row] = world.store.all('health')
  if (!row) throw new Error('nothing noted')
  for (let index = 0; index < 120; index++)
    await world.store.insert('health', { ...row, _id: `api:${index}` })
  world.pass(32 * day)
  await sweep(world.deps)
  expect(world.store.all('health').filter(({ until }) => until === row.until)).toEqual([])
})

test('our own address is asked over the network; only our own answer counts', async () => {
  const asked: string[] = []
  let say = (url: string): object => ({
    health: answerTo(world.deps, url.split('/').at(-1) ?? ''),
    release: 'r',
    path: new URL(url).pathname,
    address: '203.0.113.7',
  })
  world.deps.probe = async (method, url) => {
    asked.push(`${method} ${url.replace(/[0-9a-f]{32}$/, '…')}`)
    return { status: 200, ms: 12, ahead: 300, body: JSON.stringify(say(url)) }
  }
  expect(await reach(world.deps)).toEqual({
    vendors: [{ id: 'qiyuesuo', reached: { ms: 12, ahead: 300 } }],
    callback: { reached: { ms: 12, ahead: 300 }, passes: true, egress: '203.0.113.7' },
  })
  expect(asked.sort()).toEqual(['GET https://callback.example/health/…', 'HEAD https://vendor.example/'])
  const whole = say
  // A gateway may put its own folder before it.
  say = url => ({ ...whole(url), path: `/callback${new URL(url).pathname}` })
  expect((await reach(world.deps)).callback).toMatchObject({ passes: true })
  say = url => ({ ...whole(url), path: '/' })
  expect((await reach(world.deps)).callback).toMatchObject({ passes: false, egress: '203.0.113.7' })
  say = url => ({ ...whole(url), health: '0'.repeat(64) })
  expect((await reach(world.deps)).callback).toMatchObject({ passes: false, egress: '' })
  say = () => []
  expect((await reach(world.deps)).callback).toMatchObject({ passes: false, egress: '' })
})

test('who is not reached is named all the same; whose address is not known is not asked', async () => {
  const [driver] = world.deps.drivers.values()
  if (!driver) throw new Error('no driver')
  world.deps.drivers = new Map([...world.deps.drivers, ['ess', { ...driver, id: 'ess' }]])
  const asked: string[] = []
  world.deps.probe = async (method, url) => {
    asked.push(`${method} ${new URL(url).hostname}`)
    return { failure: 'connect' }
  }
  expect(await reach(world.deps)).toEqual({
    vendors: [
      { id: 'qiyuesuo', reached: null },
      { id: 'ess', reached: null },
    ],
    callback: { reached: null, passes: false, egress: '' },
  })
  expect(asked.sort()).toEqual(['GET callback.example', 'HEAD vendor.example'])
  world.deps.probe = async () => ({ status: 502, ms: 12, ahead: null, body: '<html>' })
  expect((await reach(world.deps)).callback).toEqual({
    reached: { ms: 12, ahead: null },
    passes: false,
    egress: '',
  })
})

describe('the doctor', () => {
  const ask = (changes: object = {}, openid: string | null = null, around: object = {}) => {
    const at = world.deps.clock()
    const proof = proofOfDoctor(world.deps, at, nonce)
    const event = { health: { at, nonce, proof, ...changes }, ...around }
    return askedByDoctor(() => world.deps, 'sweep', event, openid)
  }

  test('who holds the key learns names of settings and a hash, never a value', async () => {
    expect(await ask()).toMatchObject({
      name: 'sweep',
      settings: { names: ['LOOKUP_KEY', 'SEAL_KEYS'], hash: 'aaaaaaaaaaaa' },
      health: { release: '0.0.0+test' },
      reach: null,
    })
    expect(await ask({ reach: true })).toMatchObject({ reach: { callback: { passes: false } } })
  })

  test.each<[string, object, (string | null)?, object?]>([
    ['has a wrong proof', { proof: '0'.repeat(64) }],
    ['shows the answer to a nonce instead', { proof: '' }],
    ['asks about another time', { at: 1 }],
    ['asks too late', { at: 1_700_000_000_000 - 10 * 60_000 - 1 }],
    ['is a user', {}, 'oSomebody'],
    ['comes over HTTP', {}, null, { httpMethod: 'GET' }],
  ])('is nobody who %s', async (_who, changes, openid = null, around = {}) => {
    expect(await ask(changes, openid, around)).toBeNull()
  })

  test('an old proof is of no use, nor is the answer to a nonce', async () => {
    const at = world.deps.clock()
    const proof = proofOfDoctor(world.deps, at, nonce)
    const event = { health: { at, nonce, proof } }
    world.pass(10 * 60_000)
    expect(await askedByDoctor(() => world.deps, 'api', event, null)).not.toBeNull()
    world.pass(1)
    expect(await askedByDoctor(() => world.deps, 'api', event, null)).toBeNull()
    expect(await ask({ proof: answerTo(world.deps, nonce) })).toBeNull()
  })

  test.each([undefined, null, 'health', 7])('an event that is %j is nobody', async event => {
    expect(await askedByDoctor(() => world.deps, 'sweep', event, null)).toBeNull()
  })

  test('of another release finds the same proofs', () => {
    expect([proofOfDoctor(world.deps, 1, 'n'), answerTo(world.deps, 'n')]).toEqual([
      '03e0eda6214ef9fe730f7d3a20080d06e2a9a7cfce27ce8f7340ef77a2fa7bf2',
      '0e771791a499420bfe5f84eed378ca60ac1acee4a78ffb51440c00fcf2672b07',
    ])
  })

  test('without settings nobody is the doctor, and nothing breaks', async () => {
    const misconfigured = () => {
      throw new Error('configuration')
    }
    const event = { health: { at: 1, nonce, proof: '0'.repeat(64) } }
    expect(await askedByDoctor(misconfigured, 'sweep', event, null)).toBeNull()
  })
})
