import { codeOf } from '../../../test/support/refusal'
import { createWorld, type World } from '../../../test/support/world'
import { perform } from '../../api/perform'
import { count } from '../kit/limits'
import { sweep } from '../sweep'
import { cancel } from './cancel'
import { openContract } from './openContract'
import { recordConsent } from './recordConsent'
import { start } from './start'

let world: World
beforeEach(() => {
  world = createWorld()
  allow(3)
})

const hour = 3_600_000
const allow = (attempts: number) => {
  world.deps.config.limits = { ...world.deps.config.limits, attempts }
}
let keys = 0
const begin = async (owner = 'alice') => {
  keys += 1
  const clientKey = `key-${String(keys).padStart(16, '0')}`
  return start(world.deps, owner, await world.startInput({ clientKey }, owner))
}
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

test('who has used up the starts still finishes what is open', async () => {
  const { verification } = await begin()
  const { id } = verification
  for (let index = 0; index < 2; index++) await count(world.deps, 'attempts', 'alice')
  expect(await codeOf(begin('alice'))).toBe('no error')
  for (const attempt of [1, 2, 3]) {
    const renewed = await perform(world.deps, 'alice', 'verification.renew', { id, attempt, way: 'app' })
    expect(renewed).toMatchObject({ outcome: 'renewed' })
  }
  for (let index = 0; index < 200; index++)
    expect(await perform(world.deps, 'alice', 'verification.refresh', { id })).toMatchObject({
      verification: { id },
    })
  // Beyond its limit the answer is what is stored.
  expect(world.vendor.questions.length).toBeLessThanOrEqual(60)
})

test('a hundred starts of the same moment, each for another purpose: only so many begin', async () => {
  allow(30)
  const inputs = await Promise.all(
    Array.from({ length: 100 }, async (_, index) => {
      const purpose = `purpose-${index}`
      const { consentId } = await recordConsent(world.deps, 'alice', {
        vendor: 'qiyuesuo',
        purpose,
        policyVersion: '1',
      })
      const clientKey = `key-of-purpose-${String(index).padStart(6, '0')}`
      return { ...(await world.startInput({ clientKey })), purpose, consentId }
    }),
  )
  const codes = await Promise.all(inputs.map(input => codeOf(start(world.deps, 'alice', input))))
  expect(codes.filter(code => code === 'no error')).toHaveLength(30)
  expect(codes.filter(code => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(70)
  expect(calls()).toBe(30)
})

test('what calls no vendor is no attempt: the same start again, many at once, an open one that is found', async () => {
  // Those of one moment are counted until one of them has begun.
  allow(20)
  const input = await world.startInput()
  await Promise.all(Array.from({ length: 20 }, () => start(world.deps, 'alice', input)))
  for (let index = 0; index < 5; index++) expect((await begin()).outcome).toBe('existing')
  expect(world.store.all('counters').map(({ value }) => value)).toEqual([1])
  expect(calls()).toBe(1)
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
