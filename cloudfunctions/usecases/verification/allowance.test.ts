import { createWorld, type World } from '../../../test/support/world'
import { ActionError } from '../../domain/errors'
import { sweep } from '../sweep'
import { cancel } from './cancel'
import { openContract } from './openContract'
import { recordConsent } from './recordConsent'
import { renew } from './renew'
import { start } from './start'

let world: World
beforeEach(() => {
  world = createWorld()
  world.deps.config.attemptsPerHour = 3
})

const hour = 3_600_000
let keys = 0
const begin = async (owner = 'alice') => {
  keys += 1
  const clientKey = `key-${String(keys).padStart(16, '0')}`
  return start(world.deps, owner, await world.startInput({ clientKey }, owner))
}
const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no error',
    error => (error instanceof ActionError ? error.code : error),
  )
const beginAndCancel = async () => {
  const { verification } = await begin()
  await cancel(world.deps, 'alice', { id: verification.id })
}
const calls = () => world.vendor.starts.length

test('starting over and over ends for this hour, for this person', async () => {
  for (let index = 0; index < 3; index++) await beginAndCancel()
  expect(await codeOf(begin())).toBe('TOO_MANY_ATTEMPTS')
  expect(calls()).toBe(3)
  expect((await begin('bob')).outcome).toBe('started')
  world.pass(hour)
  expect((await begin()).outcome).toBe('started')
})

test('a fresh way to the vendor is an attempt, too, and asking in vain leaves the verification as it was', async () => {
  const { verification } = await begin()
  const { id } = verification
  for (const attempt of [1, 2]) await renew(world.deps, 'alice', { id, attempt, way: 'app' })
  expect(await codeOf(renew(world.deps, 'alice', { id, attempt: 3, way: 'app' }))).toBe('TOO_MANY_ATTEMPTS')
  expect(calls()).toBe(3)
  world.pass(hour)
  expect((await renew(world.deps, 'alice', { id, attempt: 3, way: 'app' })).outcome).toBe('renewed')
})

test('what calls no vendor is no attempt: the same start again, many at once, an open one that is found', async () => {
  const input = await world.startInput()
  await Promise.all(Array.from({ length: 20 }, () => start(world.deps, 'alice', input)))
  for (let index = 0; index < 5; index++) expect((await begin()).outcome).toBe('existing')
  expect(world.store.all('counters').map(({ value }) => value)).toEqual([1])
})

test('opening contracts counts as well, before a number of WeChat is spent', async () => {
  for (let index = 0; index < 3; index++) await beginAndCancel()
  const asked = jest.spyOn(world.deps, 'phoneNumber')
  const { consentId } = await recordConsent(world.deps, 'alice', {
    vendor: 'qiyuesuo',
    purpose: 'contract',
    policyVersion: world.deps.config.policy.version,
  })
  const input = { vendor: 'qiyuesuo', intent: 'sign', contractId: '1', consentId, phoneCode: 'c' } as const
  expect(await codeOf(openContract(world.deps, 'alice', input))).toBe('TOO_MANY_ATTEMPTS')
  expect(asked).not.toHaveBeenCalled()
})

test('the counts hold no openid, and are removed once their hour is over', async () => {
  await begin()
  expect(JSON.stringify(world.store.all('counters'))).not.toContain('alice')
  await sweep(world.deps)
  expect(world.store.all('counters')).toHaveLength(1)
  world.pass(hour)
  await sweep(world.deps)
  expect(world.store.all('counters')).toEqual([])
})
