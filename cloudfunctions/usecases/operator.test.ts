import { createWorld, type World } from '../../test/support/world'
import { ActionError } from '../domain/errors'
import { claim, inviteOperator, listOperators, me, removeOperator } from './operator'

let world: World
beforeEach(async () => {
  world = createWorld()
  await claim(world.deps, 'olivia', { code: 'setup-code' })
})

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no error',
    error => (error instanceof ActionError ? error.code : error),
  )
const invited = async (role: 'viewer' | 'operator' | 'owner', label = '小王') =>
  (await inviteOperator(world.deps, 'olivia', { role, label })).code

test('the set-up code makes one owner, once', async () => {
  expect(await me(world.deps, 'olivia')).toEqual({ role: 'owner' })
  expect(await me(world.deps, 'mallory')).toEqual({ role: null })
  expect(await codeOf(claim(world.deps, 'mallory', { code: 'setup-code' }))).toBe('SETUP_CODE_WRONG')
  expect(await claim(world.deps, 'olivia', { code: 'setup-code' })).toEqual({ role: 'owner' })
})

test('a new set-up code works once again, for an owner who was lost', async () => {
  world.deps.config.operatorSetupCode = 'another-code'
  expect(await claim(world.deps, 'omar', { code: 'another-code' })).toEqual({ role: 'owner' })
  expect(await codeOf(claim(world.deps, 'mallory', { code: 'another-code' }))).toBe('SETUP_CODE_WRONG')
})

test('without a code in the settings nobody becomes one', async () => {
  world.deps.config.operatorSetupCode = null
  for (const code of ['', 'setup-code', 'null']) {
    expect(await codeOf(claim(world.deps, 'mallory', { code }))).toBe('SETUP_CODE_WRONG')
  }
})

test('an owner invites; the code works once, for one person, in any case', async () => {
  const code = await invited('operator')
  expect((await listOperators(world.deps, 'olivia')).open).toMatchObject([
    { role: 'operator', label: '小王' },
  ])
  const both = await Promise.all([
    codeOf(claim(world.deps, 'peter', { code: code.toLowerCase() })),
    codeOf(claim(world.deps, 'paul', { code })),
  ])
  expect(both.sort()).toEqual(['SETUP_CODE_WRONG', 'no error'])
  const { operators, open } = await listOperators(world.deps, 'olivia')
  expect(open).toEqual([])
  expect(operators.map(({ role, label, self }) => `${role} ${label} ${self}`)).toEqual([
    'owner  true',
    'operator 小王 false',
  ])
})

test('whose answer was lost may type the code again', async () => {
  const code = await invited('viewer')
  await claim(world.deps, 'peter', { code })
  expect(await claim(world.deps, 'peter', { code })).toEqual({ role: 'viewer' })
})

test('a code ends after a day', async () => {
  const code = await invited('viewer')
  world.pass(24 * 3600_000 + 1)
  expect(await codeOf(claim(world.deps, 'peter', { code }))).toBe('SETUP_CODE_WRONG')
  expect((await listOperators(world.deps, 'olivia')).open).toEqual([])
})

test('who was removed is nobody at once; the last owner stays', async () => {
  await claim(world.deps, 'peter', { code: await invited('operator') })
  const peter = (await listOperators(world.deps, 'olivia')).operators.find(each => !each.self)
  const { operators } = await removeOperator(world.deps, 'olivia', { id: peter?.id ?? '' })
  expect(operators).toHaveLength(1)
  expect(await me(world.deps, 'peter')).toEqual({ role: null })
  expect(await codeOf(removeOperator(world.deps, 'olivia', { id: operators[0]?.id ?? '' }))).toBe(
    'LAST_OWNER',
  )
  expect(await codeOf(removeOperator(world.deps, 'olivia', { id: `o_${'0'.repeat(32)}` }))).toBe('NOT_FOUND')
})

test('only owners see and change operators', async () => {
  await claim(world.deps, 'peter', { code: await invited('operator') })
  for (const openid of ['peter', 'mallory']) {
    expect(await codeOf(listOperators(world.deps, openid))).toBe('FORBIDDEN')
    expect(await codeOf(inviteOperator(world.deps, openid, { role: 'owner', label: 'x' }))).toBe('FORBIDDEN')
    expect(await codeOf(removeOperator(world.deps, openid, { id: `o_${'0'.repeat(32)}` }))).toBe('FORBIDDEN')
  }
})

test('neither openids nor codes are stored', async () => {
  const code = await invited('viewer')
  const stored = JSON.stringify([
    world.store.all('operators'),
    world.store.all('operator_codes'),
    world.store.all('counters'),
  ])
  for (const secret of ['olivia', code, 'setup-code']) expect(stored).not.toContain(secret)
})
