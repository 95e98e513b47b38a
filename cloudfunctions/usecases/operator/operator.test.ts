import { codeOf } from '../../../test/support/refusal'
import { createWorld, type World } from '../../../test/support/world'
import { perform } from '../../api/perform'
import { claim } from './claim'
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
