import { meanwhile } from '../../../test/support/meanwhile'
import { codeOf, refusedAs } from '../../../test/support/refusal'
import { createWorld, type World } from '../../../test/support/world'
import { sweep } from '../sweep'
import { claim } from './claim'
import { codeId, operatorId } from './identity'
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

test('the set-up code makes one owner, once', async () => {
  expect(await me(world.deps, 'olivia')).toEqual({ role: 'owner' })
  expect(await me(world.deps, 'mallory')).toEqual({ role: null })
  expect(await codeOf(claim(world.deps, 'mallory', { code: 'setup-code' }))).toBe('SETUP_CODE_WRONG')
  expect(await claim(world.deps, 'olivia', { code: 'setup-code' })).toEqual({ role: 'owner' })
})

test('keys of operators and codes stay as they are, so that the next release finds them', async () => {
  expect(operatorId(world.deps, 'olivia')).toBe('o_955ac2a45feb45cf3e698e6d7a841d16')
  const id = 'bad83543f2dea5fa1d9361d002eb56e9b6c1062c3e3cfb79fb58f593ac1d7132'
  expect([codeId(world.deps, 'abc'), codeId(world.deps, 'ABC')]).toEqual([id, id])
  expect(world.store.all('operator_codes')).toMatchObject([{ _id: 'setup:fd9cfbe7aaa876101245f9e40c80d3d3' }])
})

test('the set-up code is used up for good, whatever the sweep clears', async () => {
  for (let day = 0; day < 40; day++) {
    world.pass(24 * 3600_000)
    await sweep(world.deps)
  }
  expect(await codeOf(claim(world.deps, 'mallory', { code: 'setup-code' }))).toBe('SETUP_CODE_WRONG')
  expect(await claim(world.deps, 'olivia', { code: 'setup-code' })).toEqual({ role: 'owner' })
})

test('codes are kept for a month after their end, so that owners can ask, and no longer', async () => {
  await invited('viewer')
  const kept = () => world.store.all('operator_codes').length
  world.pass(31 * 24 * 3600_000 - 1)
  await sweep(world.deps)
  expect(kept()).toBe(2)
  world.pass(1)
  await sweep(world.deps)
  expect(kept()).toBe(1)
})

test('what is cleared is cleared to its end, however much there is', async () => {
  for (let index = 0; index < 150; index++) await invited('viewer')
  world.pass(31 * 24 * 3600_000)
  await sweep(world.deps)
  expect(world.store.all('operator_codes')).toHaveLength(1)
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
  world.pass(1)
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

test('whose answer was lost may type the code again, whenever, and it is one act', async () => {
  const code = await invited('viewer')
  await claim(world.deps, 'peter', { code })
  expect(await claim(world.deps, 'peter', { code })).toEqual({ role: 'viewer' })
  world.pass(24 * 3600_000)
  expect(await claim(world.deps, 'peter', { code })).toEqual({ role: 'viewer' })
  const acts = world.store.all('audit').filter(each => 'event' in each && each.event === 'operator.claim')
  const { operators } = await listOperators(world.deps, 'olivia')
  const [olivia, peter] = ['owner', 'viewer'].map(role => operators.find(each => each.role === role)?.id)
  expect(acts).toMatchObject([
    { operator: olivia, detail: 'owner', subject: expect.stringMatching(/^setup:[0-9a-f]{32}$/) },
    { operator: peter, detail: 'viewer', subject: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ])
})

test('a code ends after a day', async () => {
  const codes = [await invited('viewer'), await invited('viewer')]
  world.pass(24 * 3600_000 - 1)
  expect(await claim(world.deps, 'paul', { code: codes[0] ?? '' })).toEqual({ role: 'viewer' })
  expect((await listOperators(world.deps, 'olivia')).open).toHaveLength(1)
  world.pass(1)
  expect(await refusedAs(claim(world.deps, 'peter', { code: codes[1] ?? '' }))).toBe('SETUP_CODE_WRONG code')
  expect((await listOperators(world.deps, 'olivia')).open).toEqual([])
})

test('what was interrupted is brought to its end by typing the code again, and by nobody else', async () => {
  world.deps.config.operatorSetupCode = 'another-code'
  const codes = { peter: await invited('operator'), omar: 'another-code' }
  for (const [openid, code] of Object.entries(codes)) {
    world.store.beforeWrite((_operation, collection) => {
      if (collection === 'operators') throw new Error('died')
    })
    await expect(claim(world.deps, openid, { code })).rejects.toThrow('died')
    world.store.beforeWrite(() => {})
    expect(await codeOf(claim(world.deps, 'mallory', { code }))).toBe('SETUP_CODE_WRONG')
    await claim(world.deps, openid, { code })
  }
  expect(await me(world.deps, 'peter')).toEqual({ role: 'operator' })
  expect(await me(world.deps, 'omar')).toEqual({ role: 'owner' })
})

test('what was interrupted ends with its day, and is nothing to withdraw any more', async () => {
  const { id, code } = await inviteOperator(world.deps, 'olivia', { role: 'owner', label: '小王' })
  world.store.beforeWrite((_operation, collection) => {
    if (collection === 'operators') throw new Error('died')
  })
  await expect(claim(world.deps, 'peter', { code })).rejects.toThrow('died')
  world.store.beforeWrite(() => {})
  expect((await listOperators(world.deps, 'olivia')).open).toEqual([])
  expect(await codeOf(withdrawOperatorCode(world.deps, 'olivia', { id }))).toBe('NOT_FOUND')
  world.pass(24 * 3600_000 + 1)
  expect(await codeOf(claim(world.deps, 'peter', { code }))).toBe('SETUP_CODE_WRONG')
  expect(await me(world.deps, 'peter')).toEqual({ role: null })
})

test('of a claim and a withdrawal at the same moment only one happens', async () => {
  const { id, code } = await inviteOperator(world.deps, 'olivia', { role: 'viewer', label: '小王' })
  const outcomes = await Promise.all([
    codeOf(claim(world.deps, 'peter', { code })),
    codeOf(withdrawOperatorCode(world.deps, 'olivia', { id })),
  ])
  const { role } = await me(world.deps, 'peter')
  expect(outcomes.filter(each => each === 'no error')).toHaveLength(1)
  expect(role !== null).toBe(outcomes[0] === 'no error')
})

test('a used code gives nothing back to who was removed', async () => {
  const code = await invited('operator')
  await claim(world.deps, 'peter', { code })
  const peter = (await listOperators(world.deps, 'olivia')).operators.find(({ self }) => !self)
  await removeOperator(world.deps, 'olivia', { id: peter?.id ?? '' })
  expect(await refusedAs(claim(world.deps, 'peter', { code }))).toBe('SETUP_CODE_WRONG code')
  expect(await me(world.deps, 'peter')).toEqual({ role: null })
})

test('whose role changes in the very moment of a claim is told to try again, and then has it', async () => {
  await claim(world.deps, 'peter', { code: await invited('viewer') })
  const peter = (await listOperators(world.deps, 'olivia')).operators.find(({ self }) => !self)?.id ?? ''
  const code = await invited('operator')
  meanwhile(world.store, 'replace', 'operators', () => world.store.replace('operators', peter, 1, {}))
  expect(await codeOf(claim(world.deps, 'peter', { code }))).toBe('BUSY')
  expect(await me(world.deps, 'peter')).toEqual({ role: 'viewer' })
  expect(await claim(world.deps, 'peter', { code })).toEqual({ role: 'operator' })
})

test('who is removed in the very moment of a claim is nobody', async () => {
  await claim(world.deps, 'peter', { code: await invited('viewer') })
  const code = await invited('operator')
  const { insert } = world.deps.store
  world.deps.store.insert = async (collection, document) => {
    const isNew = await insert(collection, document)
    if (collection === 'operators') await world.store.remove('operators', document._id, 1)
    return isNew
  }
  expect(await codeOf(claim(world.deps, 'peter', { code }))).toBe('SETUP_CODE_WRONG')
  expect(await me(world.deps, 'peter')).toEqual({ role: null })
})

test('a code gives more, and takes nothing away', async () => {
  expect(await claim(world.deps, 'olivia', { code: await invited('viewer') })).toEqual({ role: 'owner' })
  world.pass(1)
  await claim(world.deps, 'peter', { code: await invited('viewer', '小彭') })
  expect(await claim(world.deps, 'peter', { code: await invited('operator', '') })).toEqual({
    role: 'operator',
  })
  expect((await listOperators(world.deps, 'olivia')).operators.map(({ label }) => label)).toEqual([
    '',
    '小彭',
  ])
})
