import fs from 'node:fs'
import { createWorld, type World } from '../../test/support/world'
import { refusalCodeOf } from '../domain/refusedNotice'
import { claim } from './operator/claim'
import { listOperators } from './operator/listOperators'
import { receiveNotice } from './receiveNotice'
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
async function post(toAttempt: boolean) {
  const found = await world.store.get('verifications', id)
  if (!found) throw new Error('not started')
  const secret = noticeUrl(world.deps, found).split('/').at(-1) ?? ''
  const address = toAttempt ? { verificationId: id, attempt: 1, secret } : null
  const body = Buffer.from('张三 13800138000')
  return receiveNotice(world.deps, {
    method: 'POST',
    vendor: 'qiyuesuo',
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
