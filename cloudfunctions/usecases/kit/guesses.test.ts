import { createWorld, type World } from '../../../test/support/world'
import { perform } from '../../api/perform'
import type { ActionName } from '../../contract/actions'
import { ActionError } from '../../domain/errors'
import { pauseAfter } from '../../domain/limits'
import { claim } from '../operator/claim'
import { inviteOperator } from '../operator/inviteOperator'
import { sweep } from '../sweep'
import { countWrongGuess, isWrongGuess, recentLocks } from './guesses'
import { closedFor, counted } from './limits'
import { createTally } from './tally'

let world: World
beforeEach(async () => {
  world = createWorld()
  await claim(world.deps, 'olivia', { code: 'setup-code' })
})

const token = (index: number) => String(index).padStart(22, 'A')
const guesses: [ActionName, (index: number) => object][] = [
  ['operator.claim', index => ({ code: `WRONG-${index}` })],
  ['invitation.open', index => ({ token: token(index) })],
  ['invitation.finish', index => ({ token: token(index) })],
  ['handover.open', index => ({ token: token(index) })],
]
const codeOf = (action: ActionName, input: object, who = 'mallory'): Promise<string> =>
  perform(world.deps, who, action, input).then(
    () => 'done',
    error => (error instanceof ActionError ? error.code : String(error)),
  )
const wrong = /^(SETUP_CODE_WRONG|NOT_FOUND|HANDOVER_OVER)$/

test.each(guesses)(
  '%s: guessing is slowed down, then locked, and owners are told',
  async (action, inputOf) => {
    let taken = 0
    for (let second = 0; second < 2000; second++) {
      world.pass(1000)
      if (wrong.test(await codeOf(action, inputOf(second)))) taken += 1
    }
    expect(taken).toBeGreaterThan(3)
    expect(taken).toBeLessThanOrEqual(40)
    expect(await codeOf(action, inputOf(0))).toBe('TOO_MANY_TRIES')
    const listed = await perform(world.deps, 'olivia', 'operator.list', {})
    expect(listed).toMatchObject({
      locks: [{ kind: action === 'operator.claim' ? 'codes' : 'tokens', day: '2023-11-15', people: 1 }],
    })
  },
)

test.each(guesses)(
  '%s: a thousand guesses of the same moment, over instances, are few',
  async (action, inputOf) => {
    const answers = await Promise.all(
      Array.from({ length: 1247 }, (_, index) => {
        if (index % 50 === 0) world.deps.tally = createTally()
        return codeOf(action, inputOf(index))
      }),
    )
    expect(answers.filter(code => wrong.test(code)).length).toBeLessThanOrEqual(240)
    if (action === 'operator.claim')
      expect(answers.filter(code => wrong.test(code)).length).toBeLessThanOrEqual(10)
  },
)

test('a slip of the finger costs nothing, and who is locked out still finishes his verification', async () => {
  const { code } = await inviteOperator(world.deps, 'olivia', { role: 'viewer', label: 'x' })
  for (const typed of ['A', 'B', code]) await codeOf('operator.claim', { code: typed }, 'vera')
  expect(await codeOf('batch.list', { size: 10 }, 'vera')).not.toBe('FORBIDDEN')

  const started = await perform(
    world.deps,
    'mallory',
    'verification.start',
    await world.startInput({}, 'mallory'),
  )
  if (!('verification' in started)) throw new Error('not started')
  const id = started.verification?.id ?? ''
  for (let index = 0; index < 20; index++) await codeOf('operator.claim', { code: `WRONG-${index}` })
  for (const [action, input] of [
    ['verification.refresh', { id }],
    ['verification.renew', { id, attempt: 1, way: 'app' }],
    ['verification.get', { id }],
  ] as const)
    expect(await codeOf(action, input)).toBe('done')
})

test.each([
  [new ActionError('SETUP_CODE_WRONG', 'code'), true],
  [new ActionError('NOT_FOUND', 'token'), true],
  [new ActionError('HANDOVER_OVER', 'token'), true],
  [new ActionError('NOT_FOUND'), false],
  [new ActionError('HANDOVER_OVER'), false],
  [new ActionError('INVALID_INPUT', 'token'), false],
  [Object.assign(new Error('x'), { code: 'SETUP_CODE_WRONG' }), false],
])('what is a wrong guess: %#', (error, expected) => {
  expect(isWrongGuess(error)).toBe(expected)
})

describe('what owners are told of locks', () => {
  const day = 24 * 3600_000
  const lockOut = async (who: string, deps = world.deps) => {
    await counted(deps, 'tokens', who)
    for (let time = 0; time < 25; time++) await countWrongGuess(deps, 'tokens', who)
  }

  test('each person once a lock, however many tries were under way', async () => {
    const tries = Array.from({ length: 20 }, (_, index) =>
      codeOf('operator.claim', { code: `WRONG-${index}` }),
    )
    await Promise.all(tries)
    expect(await recentLocks(world.deps)).toMatchObject([{ kind: 'codes', people: 1 }])
    world.pass(day)
    for (let time = 0; time < 20; time++) {
      world.pass(60_000)
      await codeOf('operator.claim', { code: `WRONG-${time}` })
    }
    expect((await recentLocks(world.deps)).map(({ people }) => people)).toEqual([1, 1])
  })

  test('several people, on the days of a week, newest first', async () => {
    await Promise.all([lockOut('mallory'), lockOut('moriarty')])
    world.pass(6 * day)
    await lockOut('mallory')
    await sweep(world.deps)
    expect(await recentLocks(world.deps)).toEqual([
      { kind: 'tokens', day: '2023-11-21', people: 1 },
      { kind: 'tokens', day: '2023-11-15', people: 2 },
    ])
    world.pass(day)
    expect(await recentLocks(world.deps)).toHaveLength(1)
    world.pass(8 * day)
    await sweep(world.deps)
    expect(world.store.all('counters')).toEqual([])
  })

  test('a try that was not counted locks nobody', async () => {
    await countWrongGuess(world.deps, 'tokens', 'mallory')
    expect(closedFor(world.deps, 'tokens', 'mallory')).toBeNull()
    expect(world.store.all('counters')).toEqual([])
  })
})

describe('wrong tries of a token', () => {
  const guess = async (deps = world.deps) => {
    const wait = await counted(deps, 'tokens', 'mallory')
    if (wait === null) await countWrongGuess(deps, 'tokens', 'mallory')
    return wait
  }

  test('two are forgiven; from the third on every instance waits, and then goes on', async () => {
    expect([await guess(), await guess(), await guess()]).toEqual([null, null, null])
    expect(await recentLocks(world.deps)).toEqual([])
    expect(await counted({ ...world.deps, tally: createTally() }, 'tokens', 'mallory')).toBe(1)
    const read = jest.spyOn(world.store, 'updateMany')
    expect(await guess()).toBe(1)
    expect(read).not.toHaveBeenCalled()
    world.pass(1000)
    expect(await counted({ ...world.deps, tally: createTally() }, 'tokens', 'mallory')).toBeNull()
  })

  test('an instance that learns of the pause waits as long, without asking again', async () => {
    for (const pause of [0, 0, 1000, 2000]) {
      await guess()
      world.pass(pause)
    }
    await guess()
    const other = { ...world.deps, tally: createTally() }
    expect(await counted(other, 'tokens', 'mallory')).toBe(4)
    const asked = jest.spyOn(world.store, 'get')
    world.pass(3999)
    expect(await counted(other, 'tokens', 'mallory')).toBe(1)
    expect(asked).not.toHaveBeenCalled()
    world.pass(1)
    expect(await counted(other, 'tokens', 'mallory')).toBeNull()
  })

  test('a lock is told once, however many were under way', async () => {
    world.deps.config.limits = { ...world.deps.config.limits, tokens: 24 }
    await counted(world.deps, 'tokens', 'mallory')
    for (let time = 0; time < 5; time++) await countWrongGuess(world.deps, 'tokens', 'mallory')
    expect(await recentLocks(world.deps)).toMatchObject([{ kind: 'tokens', people: 1 }])
  })
})

test('others are not kept from anything', async () => {
  for (let index = 0; index < 20; index++) await codeOf('operator.claim', { code: `WRONG-${index}` })
  const { code } = await inviteOperator(world.deps, 'olivia', { role: 'viewer', label: 'x' })
  expect(await codeOf('operator.claim', { code }, 'vera')).toBe('done')
})

test('the pauses grow and end', () => {
  expect([0, 1, 2, 3, 4, 5, 20, 1000].map(pauseAfter)).toEqual([0, 0, 0, 1000, 2000, 4000, 60_000, 60_000])
})
