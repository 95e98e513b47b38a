import { meanwhile } from '../../../test/support/meanwhile'
import { codeOf } from '../../../test/support/refusal'
import { createWorld, type World } from '../../../test/support/world'
import { perform } from '../../api/perform'
import { claim } from './claim'
import { actorOf, operatorId } from './identity'
import { inviteOperator } from './inviteOperator'
import { listOperators } from './listOperators'
import { me } from './me'
import { removeOperator } from './removeOperator'
import { withdrawOperatorCode } from './withdrawOperatorCode'

let world: World
beforeEach(async () => {
  world = createWorld()
  await claim(world.deps, 'olivia', { code: 'setup-code' })
})

const invited = async (role: 'viewer' | 'operator' | 'owner', label = '小王') =>
  (await inviteOperator(world.deps, 'olivia', { role, label })).code

test('owners see who there is, oldest first, and which invitations are open', async () => {
  const since = world.deps.clock()
  const { random } = world.deps
  world.deps.random = bytes => 'ab'.repeat(bytes)
  const { id, code, expiresAt } = await inviteOperator(world.deps, 'olivia', {
    role: 'viewer',
    label: '小王',
  })
  expect(code).toBe('AB'.repeat(10))
  world.deps.random = random
  expect(expiresAt).toBe(since + 24 * 3600_000)
  world.pass(1)
  await claim(world.deps, 'peter', { code: await invited('operator', '小彭') })
  expect(await listOperators(world.deps, 'olivia')).toEqual({
    operators: [
      { id: operatorId(world.deps, 'olivia'), role: 'owner', label: '', self: true, since },
      { id: operatorId(world.deps, 'peter'), role: 'operator', label: '小彭', self: false, since: since + 1 },
    ],
    open: [{ id, role: 'viewer', label: '小王', expiresAt }],
    locks: [],
    refusedNotices: [],
  })
})

test.each([
  ['', ''],
  ['k_0123456789abcdef', 'k_0123456789abcdef'],
  ['olivia', /^o_[0-9a-f]{32}$/],
  ['xk_0123456789abcdef', /^o_[0-9a-f]{32}$/],
  ['k_0123456789abcdef0', /^o_[0-9a-f]{32}$/],
])('whoever did something is named without an openid: %j', (who, expected) => {
  const named = actorOf(world.deps, who)
  if (typeof expected === 'string') expect(named).toBe(expected)
  else expect(named).toMatch(expected)
})

test('who was removed is nobody at once; the last owner stays', async () => {
  await claim(world.deps, 'peter', { code: await invited('operator') })
  const peter = (await listOperators(world.deps, 'olivia')).operators.find(each => !each.self)
  const { operators } = await removeOperator(world.deps, 'olivia', { id: peter?.id ?? '' })
  expect(operators).toHaveLength(1)
  // Of an owner alone somebody has to stay.
  expect(world.store.all('operators')).toMatchObject([{ role: 'owner', version: 1 }])
  expect(await me(world.deps, 'peter')).toEqual({ role: null })
  await claim(world.deps, 'paul', { code: await invited('operator') })
  expect(await codeOf(removeOperator(world.deps, 'olivia', { id: operators[0]?.id ?? '' }))).toBe(
    'LAST_OWNER',
  )
  expect(await codeOf(removeOperator(world.deps, 'olivia', { id: `o_${'0'.repeat(32)}` }))).toBe('NOT_FOUND')
})

test('a code that was withdrawn makes nobody an operator; a used one cannot be withdrawn', async () => {
  const { id, code } = await inviteOperator(world.deps, 'olivia', { role: 'owner', label: '小王' })
  expect((await withdrawOperatorCode(world.deps, 'olivia', { id })).open).toEqual([])
  expect(await codeOf(claim(world.deps, 'mallory', { code }))).toBe('SETUP_CODE_WRONG')
  expect(await codeOf(withdrawOperatorCode(world.deps, 'olivia', { id }))).toBe('NOT_FOUND')
  const other = await inviteOperator(world.deps, 'olivia', { role: 'viewer', label: '小王' })
  await claim(world.deps, 'peter', { code: other.code })
  expect(await codeOf(withdrawOperatorCode(world.deps, 'olivia', { id: other.id }))).toBe('NOT_FOUND')
  expect(await me(world.deps, 'peter')).toEqual({ role: 'viewer' })
})

test('an owner who leaves is shown nothing more', async () => {
  await claim(world.deps, 'omar', { code: await invited('owner') })
  await invited('viewer')
  expect(await removeOperator(world.deps, 'olivia', { id: operatorId(world.deps, 'olivia') })).toEqual({
    operators: [],
    open: [],
    locks: [],
    refusedNotices: [],
  })
  expect(await me(world.deps, 'omar')).toEqual({ role: 'owner' })
})

test.each([
  ['who is to go', 'remove', 'peter'],
  ['the owner who stays', 'replace', 'olivia'],
] as const)('when %s changes in the very moment, nobody goes', async (_, operation, changed) => {
  await claim(world.deps, 'peter', { code: await invited('owner') })
  const id = operatorId(world.deps, changed)
  meanwhile(world.store, operation, 'operators', () => world.store.replace('operators', id, 1, {}))
  const peter = operatorId(world.deps, 'peter')
  expect(await codeOf(removeOperator(world.deps, 'olivia', { id: peter }))).toBe('BUSY')
  expect(await me(world.deps, 'peter')).toEqual({ role: 'owner' })
})

test('who removes an owner is written over, whoever else there is: who removes him at this moment finds him changed', async () => {
  for (const openid of ['omar', 'oscar']) await claim(world.deps, openid, { code: await invited('owner') })
  const versions = () => world.store.all('operators').map(({ _id, version }) => [_id, version])
  await removeOperator(world.deps, 'olivia', { id: operatorId(world.deps, 'oscar') })
  expect(versions()).toEqual([
    [operatorId(world.deps, 'olivia'), 2],
    [operatorId(world.deps, 'omar'), 1],
  ])
})

test('a code that is used in the very moment of its withdrawal stays with who used it', async () => {
  const { id } = await inviteOperator(world.deps, 'olivia', { role: 'viewer', label: '小王' })
  const take = () => world.store.replace('operator_codes', id, 1, { takenBy: 'o_1' })
  meanwhile(world.store, 'remove', 'operator_codes', take)
  expect(await codeOf(withdrawOperatorCode(world.deps, 'olivia', { id }))).toBe('BUSY')
  expect(await world.store.get('operator_codes', id)).toMatchObject({ takenBy: 'o_1' })
})

test('only owners see and change operators', async () => {
  await claim(world.deps, 'peter', { code: await invited('operator') })
  for (const openid of ['peter', 'mallory']) {
    expect(await codeOf(perform(world.deps, openid, 'operator.list', {}))).toBe('FORBIDDEN')
    expect(await codeOf(perform(world.deps, openid, 'operator.invite', { role: 'owner', label: 'x' }))).toBe(
      'FORBIDDEN',
    )
    expect(await codeOf(perform(world.deps, openid, 'operator.withdraw', { id: '0'.repeat(64) }))).toBe(
      'FORBIDDEN',
    )
    expect(await codeOf(perform(world.deps, openid, 'operator.remove', { id: `o_${'0'.repeat(32)}` }))).toBe(
      'FORBIDDEN',
    )
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

test.each([
  ['remove each other', false],
  ['leave', true],
])('of two owners who %s at the same moment one stays', async (_, self) => {
  await claim(world.deps, 'omar', { code: await invited('owner') })
  const target = async (openid: string) => {
    const { operators } = await listOperators(world.deps, openid)
    return { id: operators.find(each => each.self === self)?.id ?? '' }
  }
  const targets = { olivia: await target('olivia'), omar: await target('omar') }
  await Promise.allSettled(
    Object.entries(targets).map(([openid, id]) => removeOperator(world.deps, openid, id)),
  )
  expect(world.store.all('operators').length).toBeGreaterThan(0)
  // And once they are done, one of two can still be removed.
  for (const [openid, id] of Object.entries(targets)) {
    await removeOperator(world.deps, openid, id).catch(() => {})
  }
  expect(world.store.all('operators')).toHaveLength(1)
})
