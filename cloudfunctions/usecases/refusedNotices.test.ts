import fs from 'node:fs'
import { createWorld, type World } from '../../test/support/world'
import { refusalCodeOf } from '../domain/refusedNotice'
import type { Verification } from '../domain/verification'
import { claim } from './operator/claim'
import { listOperators } from './operator/listOperators'
import { receiveNotice } from './receiveNotice'
import { sweep } from './sweep'
import { noticeUrl } from './verification/noticeAddress'
import { start } from './verification/start'

/** What is refused is told to owners, and what we should have taken is asked for instead. */

let world: World
let id: string
beforeEach(async () => {
  world = createWorld()
  await claim(world.deps, 'olivia', { code: 'setup-code' })
  id = (await start(world.deps, 'alice', await world.startInput())).verification.id
})

function refusing(reason: string): void {
  const [driver] = world.deps.drivers.values()
  if (!driver) throw new Error('no driver')
  const readNotice = () => ({ kind: 'refused', reason }) as const
  world.deps.drivers = new Map([['qiyuesuo', { ...driver, signsNotices: true, readNotice }]])
}
async function post(toAttempt: boolean, vendor = 'qiyuesuo') {
  const found = await world.store.get('verifications', id)
  if (!found) throw new Error('not started')
  const secret = noticeUrl(world.deps, found).split('/').at(-1) ?? ''
  const address = toAttempt ? { verificationId: id, attempt: 1, secret } : null
  const body = Buffer.from('张三 13800138000')
  return receiveNotice(world.deps, {
    method: 'POST',
    vendor,
    address,
    body,
    headers: {},
    query: {},
  })
}
const dueAt = async () => (await world.store.get('verifications', id))?.dueAt
const told = async () => (await listOperators(world.deps, 'olivia')).refusedNotices

test('owners see vendor, reason, how often and when, and nothing of the content', async () => {
  refusing('the signature is wrong: other key?')
  expect(await post(true)).toMatchObject({ statusCode: 400 })
  world.pass(1000)
  await post(true)
  expect(await told()).toEqual([
    { vendor: 'qiyuesuo', code: 'WRONG_SIGNATURE', times: 2, lastAt: world.deps.clock() },
  ])
  const everything = JSON.stringify(world.store.all('counters')) + world.logged.join()
  expect(everything).not.toMatch(/张三|138001/)
})

test.each([
  ['a key that is not set', 'an envelope came, but QIYUESUO_CALLBACK_KEY is not set', true],
  ['a window that is too narrow', 'the timestamp is too far from now', true],
  ['a wrong signature', 'the signature is wrong: other key?', false],
])('because of %s the vendor is asked, or not', async (_, reason, asked) => {
  refusing(reason)
  const before = await dueAt()
  await post(true)
  expect(await dueAt()).toBe(asked ? world.deps.clock() : before)
})

test('of the one address of an account, those that are open are asked about, once an hour at most', async () => {
  refusing('encrypted, but ESS_CALLBACK_KEY is not set')
  await post(false)
  expect(await dueAt()).toBe(world.deps.clock())
  await world.store.makeDue(id, world.deps.clock() + 9_000_000)
  await post(false)
  expect(await dueAt()).toBe(world.deps.clock() + 9_000_000)
})

/** Others that are open, `count` of them, each due a second after the one before. */
async function others(count: number, changes: Partial<Verification> = {}): Promise<string[]> {
  const found = await world.store.get('verifications', id)
  if (!found) throw new Error('not started')
  const ids = Array.from(
    { length: count },
    (_, index) => `v_${world.store.all('verifications').length + index}`,
  )
  for (const [index, _id] of ids.entries())
    await world.store.insert('verifications', {
      ...found,
      _id,
      dueAt: world.deps.clock() + 1000 * (index + 1),
      ...changes,
    })
  return ids
}
const dueNow = () =>
  world.store.all('verifications').flatMap(({ _id, dueAt }) => (dueAt === world.deps.clock() ? [_id] : []))

test('of what was addressed to one verification no other is asked about', async () => {
  refusing('the timestamp is too far from now')
  await others(2)
  await post(true)
  expect(dueNow()).toEqual([id])
})

test('of the one address of an account, at most a hundred are asked about: the next ones, of this vendor, that hold something', async () => {
  refusing('encrypted, but ESS_CALLBACK_KEY is not set')
  await world.store.makeDue(id, world.deps.clock() + 9_000_000)
  await others(10, { vendor: 'ess' })
  await others(10, { redactAt: world.deps.clock() + 5000 })
  const open = await others(101)
  await post(false)
  expect(dueNow().sort()).toEqual(open.slice(0, 100).sort())
})

test('what has its end, and what is due already, stays as it is', async () => {
  refusing('encrypted, but ESS_CALLBACK_KEY is not set')
  const ended = await others(1, { dueAt: null })
  const due = await others(1, { dueAt: world.deps.clock() - 5000 })
  await post(false)
  expect(dueNow()).toEqual([id])
  const kept = await Promise.all([...ended, ...due].map(each => world.store.get('verifications', each)))
  expect(kept.map(each => each?.dueAt)).toEqual([null, world.deps.clock() - 5000])
})

test('what is refused again and again costs a write each time', async () => {
  refusing('the signature is wrong: other key?')
  const writes: string[] = []
  world.store.beforeWrite((operation, collection) => {
    writes.push(`${operation} ${collection}`)
  })
  await post(true)
  expect(writes).toEqual(['updateMany counters', 'insert counters'])
  for (let time = 0; time < 3; time++) await post(true)
  expect(writes.slice(2)).toEqual(Array.from({ length: 3 }, () => 'updateMany counters'))
})

test('the same vendor is asked again in the next hour, and another one at once', async () => {
  refusing('encrypted, but ESS_CALLBACK_KEY is not set')
  const hour = 3600_000
  world.pass(hour - (world.deps.clock() % hour))
  await post(false)
  await world.store.makeDue(id, world.deps.clock() + 9_000_000)
  world.pass(hour - 1)
  await sweep(world.deps)
  await post(false)
  expect(dueNow()).toEqual([])
  const [driver] = world.deps.drivers.values()
  if (!driver) throw new Error('no driver')
  world.deps.drivers = new Map([...world.deps.drivers, ['ess', { ...driver, id: 'ess' }]])
  const [ess] = await others(1, { vendor: 'ess' })
  await post(false, 'ess')
  expect(dueNow()).toEqual([ess])
  world.pass(1)
  await post(false)
  expect(dueNow()).toEqual([id])
})

test('owners see a week, the newest day first; what is older is forgotten', async () => {
  const day = 24 * 3600_000
  refusing('the signature is wrong: other key?')
  await Promise.all([post(true), post(true)])
  const first = world.deps.clock()
  world.pass(6 * day)
  await sweep(world.deps)
  await post(true)
  expect(await told()).toEqual([
    { vendor: 'qiyuesuo', code: 'WRONG_SIGNATURE', times: 1, lastAt: world.deps.clock() },
    { vendor: 'qiyuesuo', code: 'WRONG_SIGNATURE', times: 2, lastAt: first },
  ])
  world.pass(day)
  expect(await told()).toHaveLength(1)
  world.pass(8 * day)
  await sweep(world.deps)
  expect(world.store.all('counters')).toEqual([])
})

test('every sentence of a driver about a key, a time or a signature has its code', () => {
  const sentences = ['qiyuesuo/envelope', 'qiyuesuo/notice', 'ess/notice', 'esign/notice'].flatMap(file =>
    [...fs.readFileSync(`cloudfunctions/vendors/${file}.ts`, 'utf8').matchAll(/'([^'\n]*)'/g)].map(
      ([, sentence]) => sentence ?? '',
    ),
  )
  const about = /not set|from now|signature|signed|our key|encrypted/
  const reasons = sentences.filter(each => each.includes(' ') && about.test(each))
  expect(reasons.length).toBeGreaterThan(8)
  expect(reasons.filter(each => refusalCodeOf(each) === 'NOT_UNDERSTOOD')).toEqual([])
})
